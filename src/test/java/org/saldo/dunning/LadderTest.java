package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.cover;
import static org.saldo.dunning.Cases.covered;
import static org.saldo.dunning.Cases.debt;
import static org.saldo.dunning.Cases.eur;
import static org.saldo.dunning.Cases.owes;
import static org.saldo.dunning.Cases.reminded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.Step.Kind;
import org.saldo.dunning.Withheld.Reason;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;

class LadderTest {

    private static final Ladder.Fit RETAIL = new Ladder.Fit(Set.of("retail"), Set.of(), true);
    private static final Ladder.Fit FRANCE = new Ladder.Fit(Set.of(), Set.of("FR", "MC"), false);

    @ParameterizedTest
    @CsvSource({"retail,FR,false,'',retail", "'',MC,false,'',france", "wholesale,DE,false,'',standard",
        "retail,DE,true,'',retail", "'',FR,true,'',standard", "retail,FR,false,france,france", "retail,FR,false,gone,retail"})
    void theLadderThatIsNamedHoldsElseTheFirstThatFits(String segment, String country, boolean person, String named,
            String expected) {
        DunningPolicy policy = Cases.policy(ladder("retail", RETAIL), ladder("france", FRANCE), Cases.LADDER);
        assertThat(policy.ladderFor(customer(segment, country, named, person)).name()).isEqualTo(expected);
    }

    @Test
    void theLastLadderIsForEverybodyAndNoneStandsThereUnused() {
        assertThatThrownBy(() -> Cases.policy(ladder("france", FRANCE))).hasMessageContaining("the last ladder must be for");
        assertThatThrownBy(() -> Cases.policy(Cases.LADDER, ladder("b", Ladder.Fit.ALL)))
                .hasMessageContaining("ladder standard is for everybody: those after it are never used");
        assertThatThrownBy(() -> Cases.policy(ladder("standard", FRANCE), Cases.LADDER))
                .hasMessageContaining("ladder standard stands here twice");
        Ladder people = ladder("people", new Ladder.Fit(Set.of(), Set.of(), true));
        assertThat(Cases.policy(Cases.LADDER, people).ladderFor(customer("", "DE", "", true)).name()).isEqualTo("people");
    }

    @Test
    void aNaturalPersonIsRemindedByALadderThatIsMeantForItOnly() {
        DunningCase person = new DunningCase(customer("", "DE", "", true), List.of(debt(1, 20, 0, eur("100.00"))), List.of(),
                Optional.empty(), Optional.empty());
        assertThat(decide(Cases.LADDER, person).withheld()).extracting(Withheld::reason).containsExactly(Reason.NATURAL_PERSON);
        Ladder people = ladder("people", new Ladder.Fit(Set.of(), Set.of(), true));
        assertThat(decide(people, person).reminder()).isPresent();
    }

    @Test
    void aCompanyOfTheSameGroupIsNotReminded() {
        Customer plain = customer("", "DE", "", false);
        Customer sister = new Customer(plain.id(), plain.name(), "DE", "en", "EUR", plain.email(), "", "", "", "", "", "", "",
                "", "", "", Optional.empty(), "", "", "", true, false);
        assertThat(decide(Cases.LADDER, new DunningCase(sister, List.of(debt(1, 20, 0, eur("100.00"))), List.of(),
                Optional.empty(), Optional.empty())).withheld()).extracting(Withheld::reason)
                .containsExactly(Reason.INTERCOMPANY);
    }

    @Test
    void levelsAreCountedAndStepsInsideTheHouseFollowTheReminderBeforeThem() {
        Ladder ladder = Ladder.counted("l", Ladder.Fit.ALL, 3, List.of(step(Kind.UPCOMING, -7), step(Kind.UPCOMING, -2),
                step(Kind.DUE, 0), step(Kind.REMINDER, 5), step(Kind.PHONE, 10), step(Kind.REMINDER, 14),
                step(Kind.FINAL, 30), step(Kind.HANDOVER, 45)), Optional.empty());
        assertThat(ladder.steps()).extracting(Step::level).containsExactly(-3, -2, -1, 1, 1, 2, 3, 3);
        assertThat(ladder.highestLevel()).isEqualTo(3);
        assertThat(ladder.step(-1).kind()).isEqualTo(Kind.DUE);
        assertThat(ladder.step(3).label()).isEqualTo("final");
    }

    /** Of an item of 1000.00 the second reminder wants 200.00 left, the third 500.00 and half of the item. */
    @ParameterizedTest
    @CsvSource({"0,199.99,1", "1,199.99,-", "1,200.00,2", "2,499.99,-", "2,500.00,3", "3,499.99,-", "0,5.00,-"})
    void anItemThatIsMostlyPaidIsNotRaisedAndStepsDown(int said, String left, String level) {
        Ladder ladder = new Ladder("l", Ladder.Fit.ALL, 3, List.of(least(Step.reminder(1, 5, 7), "10.00", 0),
                least(Step.reminder(2, 14, 7), "200.00", 0), least(Step.reminder(3, 28, 10), "1.00", 50)), Optional.empty());
        assertThat(level(ladder, reminded(owes(partPaid(said, left)), 40))).isEqualTo(level);
        assertThat(level(ladder, reminded(covered(owes(partPaid(said, "1000.00")), cover(Cover.Kind.UNAPPLIED,
                eur("1000.00").minus(eur(left)).toDecimal().toPlainString(), DAY)), 40))).isEqualTo(level);
    }

    @Test
    void anItemThatHasSteppedDownIsToldAtTheLowerStepWhenAnotherRises() {
        Ladder ladder = new Ladder("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7),
                least(Step.reminder(2, 14, 7), "1.00", 50)), Optional.empty());
        Reminder said = decide(ladder, reminded(owes(partPaid(2, "100.00"), debt(2, 6, 0, eur("50.00"))), 40))
                .reminder().orElseThrow();
        assertThat(said.level()).isEqualTo(1);
        assertThat(said.sections().get(0).lines()).extracting(Reminder.Line::level).containsExactly(1, 1);
    }

    /** The day is a Thursday: five days past due is Thursday, two business days later Monday. */
    @ParameterizedTest
    @CsvSource({"2026-10-24,5,-", "2026-10-23,6,-", "2026-10-20,9,1", "2026-10-22,7,1"})
    void theGraceOfAStepIsCountedInBusinessDays(LocalDate due, long overdue, String level) {
        Ladder ladder = new Ladder("l", Ladder.Fit.ALL, 3, List.of(new Step(Kind.REMINDER, 1, 5, new Step.Pace(7, 2),
                Step.Least.NONE, Step.Manner.mail("reminder-1"))), Optional.empty());
        assertThat(debt(1, overdue, 0, eur("1.00")).due()).isEqualTo(due);
        assertThat(level(ladder, owes(debt(1, overdue, 0, eur("100.00"))))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"-8,0,-", "-7,0,-3", "-3,0,-3", "-3,-3,-", "-2,-3,-2", "-2,-2,-", "-1,-2,-", "0,-2,-1", "3,-2,-1", "3,-1,-",
        "4,-1,-", "5,-1,1", "0,0,-1", "5,0,1"})
    void whoOwesNothingOverdueIsToldOfWhatFallsDue(long pastDue, int said, String level) {
        assertThat(level(noticing(), owes(at(1, pastDue, said, "100.00")))).isEqualTo(level);
    }

    @Test
    void aNoticeListsWhatFallsDueAndNobodyGetsOneWhoIsOverdue() {
        Reminder notice = decide(noticing(), owes(at(1, -2, 0, "100.00"), at(2, -30, 0, "7.00"))).reminder().orElseThrow();
        Reminder.Section section = notice.sections().get(0);
        assertThat(section.lines()).extracting(Reminder.Line::level).containsExactly(-2);
        assertThat(section.asked()).isEqualTo(eur("100.00"));
        assertThat(notice.step().orElseThrow().kind()).isEqualTo(Kind.UPCOMING);
        Reminder both = decide(noticing(), owes(at(1, -2, 0, "100.00"), at(2, 6, 0, "50.00"))).reminder().orElseThrow();
        assertThat(both.level()).isEqualTo(1);
        assertThat(both.sections().get(0).asked()).isEqualTo(eur("50.00"));
        assertThat(both.sections().get(0).lines()).extracting(line -> line.debt().itemId()).containsExactly(2L);
        assertThat(level(noticing(), reminded(owes(at(1, -2, 0, "100.00"), at(2, 6, 1, "50.00")), 1))).isEqualTo("-");
    }

    @Test
    void aNoticeTellsOfDiscountsThatCanStillBeEarnedAndOfPoints() {
        DunningPolicy policy = new DunningPolicy("1", List.of(noticing()), Map.of(), 3, 5, 500, List.of(), SendTimes.ANY,
                Optional.empty(), new Incentives(true, 10));
        DunningCase owes = owes(at(1, -2, 0, "99.99"), at(2, -2, 0, "50.00"), at(3, -2, 0, "70.00"));
        Map<Long, Incentives.Terms> terms = Map.of(1L, new Incentives.Terms(new BigDecimal("2"), DAY),
                2L, new Incentives.Terms(new BigDecimal("3"), DAY.minusDays(1)));
        DunningCase customer = new DunningCase(owes.customer(), owes.debts(), List.of(), Optional.empty(), Optional.empty(),
                new DunningPast(List.of(), List.of(), List.of(new DunningPast.PaidItem(DAY, DAY),
                        new DunningPast.PaidItem(DAY, DAY.minusDays(3)), new DunningPast.PaidItem(DAY, DAY.plusDays(1))), terms));
        DunningRun run = new DunningRun(policy, new BusinessCalendars(Map.of()), BusinessCalendar.weekendsOnly("DE"), DAY);
        Incentives.Told told = run.decide(customer).reminder().orElseThrow().incentives();
        assertThat(told.early()).containsExactly(new Incentives.Early("INV-1", eur("97.99"), DAY));
        assertThat(told.points()).hasValue(20);
        DunningPast longAgo = new DunningPast(List.of(), List.of(), List.of(new DunningPast.PaidItem(DAY.minusDays(29), DAY
                .minusDays(29)), new DunningPast.PaidItem(DAY.minusDays(30), DAY.minusDays(30))), terms);
        assertThat(new Incentives(true, 10, 30, Optional.empty()).told(new DunningCase(owes.customer(), owes.debts(), List.of(),
                Optional.empty(), Optional.empty(), longAgo), List.of(), DAY).points()).hasValue(10);
        assertThat(decide(noticing(), customer).reminder().orElseThrow().incentives()).isEqualTo(Incentives.Told.NOTHING);
    }

    @Test
    void aStepThatAPersonAgreesToFirstIsHeld() {
        Reminder plain = decide(Cases.LADDER, owes(debt(1, 20, 0, eur("100.00")))).reminder().orElseThrow();
        Step step = plain.step().orElseThrow();
        Step asked = new Step(step.kind(), step.level(), step.days(), step.pace(), step.least(), new Step.Manner(
                "reminder-1", Step.Channel.MAIL, List.of(Step.Recipient.CONTACT), true, Optional.empty()));
        assertThat(RunLimits.NONE.beyond(plain)).isEmpty();
        assertThat(RunLimits.NONE.beyond(new Reminder(plain.customer(), DAY, 1, plain.sections(), Optional.of(asked))))
                .map(Words::toString).hasValue("a person agrees first to: a reminder, level 1");
    }

    @Test
    void moneyThatIsHereCoversWhatIsOverdueFirstAndThenWhatFallsDue() {
        assertThat(level(noticing(), covered(owes(at(1, -2, 0, "100.00")), cover(Cover.Kind.UNAPPLIED, "100.00", DAY))))
                .isEqualTo("-");
        assertThat(level(noticing(), covered(owes(at(1, -2, 0, "100.00"), at(2, 20, 0, "50.00")),
                cover(Cover.Kind.UNAPPLIED, "100.00", DAY)))).as("50.00 is left for the other").isEqualTo("-2");
    }

    @Test
    void aNoticeThatWaitsIsContradictedByPaymentAndByItsDueDay() {
        DunningCase before = owes(at(1, -1, 0, "100.00"));
        Reminder said = decide(noticing(), before).reminder().orElseThrow();
        assertThat(said.contradictedBy(run(noticing(), DAY).overdue(before).sections())).isEmpty();
        assertThat(said.contradictedBy(run(noticing(), DAY).overdue(owes()).sections())).isPresent();
        assertThat(said.contradictedBy(run(noticing(), DAY.plusDays(9)).overdue(before).sections())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"9,1,-", "10,0,-", "10,1,PHONE", "29,1,PHONE", "60,1,PHONE", "60,0,-"})
    void aStepInsideTheHouseWaitsForItsDayAndForTheReminderBeforeIt(long overdue, int said, String kind) {
        assertThat(house(owes(debt(1, overdue, said, eur("100.00"))))).isEqualTo(kind);
    }

    @Test
    void stepsInsideTheHouseAreTakenOneARunInTheirOrderAndOnceForAnItem() {
        DunningCase old = owes(debt(1, 60, 2, eur("100.00")));
        assertThat(house(old)).isEqualTo("PHONE");
        DunningCase called = taken(old, new HouseStep.Taken(Kind.PHONE, DAY.minusDays(1), Set.of(1L)));
        assertThat(house(reminded(finalUntil(called, DAY.minusDays(1)), 2))).as("written to since of others").isEqualTo("HOLD");
        assertThat(house(reminded(finalUntil(called, DAY), 10))).as("the last day has not passed").isEqualTo("-");
        assertThat(house(taken(old, new HouseStep.Taken(Kind.PHONE, DAY, Set.of(1L)),
                new HouseStep.Taken(Kind.HOLD, DAY, Set.of(1L))))).isEqualTo("-");
        DunningCase another = owes(debt(1, 60, 2, eur("100.00")), debt(2, 12, 1, eur("5.00")));
        assertThat(house(taken(another, new HouseStep.Taken(Kind.PHONE, DAY.minusDays(6), Set.of(1L)),
                new HouseStep.Taken(Kind.HOLD, DAY.minusDays(6), Set.of(1L))))).as("called six days ago").isEqualTo("-");
        assertThat(house(taken(another, new HouseStep.Taken(Kind.PHONE, DAY.minusDays(7), Set.of(1L)),
                new HouseStep.Taken(Kind.HOLD, DAY.minusDays(7), Set.of(1L))))).isEqualTo("PHONE");
    }

    @Test
    void whomNobodyMayRemindIsNotCalledButWhoHasNoAddressIs() {
        DunningCase late = owes(debt(1, 20, 1, eur("100.00")));
        assertThat(house(late.with(new Withheld(late.customer().id(), Reason.BLOCKED, Words.said("insolvent"),
                Optional.empty()))))
                .isEqualTo("-");
        assertThat(house(late.with(new Withheld(late.customer().id(), Reason.NO_ADDRESS, Words.said("none"), Optional.empty()))))
                .isEqualTo("PHONE");
        assertThat(house(covered(late, cover(Cover.Kind.UNAPPLIED, "100.00", DAY)))).isEqualTo("-");
        assertThat(house(owes(Cases.blocked(debt(1, 20, 1, eur("100.00")))))).isEqualTo("-");
    }

    @Test
    void whatIsCreditedToAnItemCountsForAStepInsideTheHouseToo() {
        HouseStep step = run(housekeeping(), DAY).houseStep(covered(owes(debt(1, 60, 1, eur("100.00")),
                debt(2, 20, 1, eur("50.00"))), cover(Cover.Kind.UNAPPLIED, "120.00", DAY))).orElseThrow();
        assertThat(step.asked()).containsExactly(eur("30.00"));
        assertThat(step.daysOverdue()).isEqualTo(20);
    }

    private static Ladder housekeeping() {
        return Ladder.counted("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7), step(Kind.PHONE, 10),
                step(Kind.FINAL, 30), step(Kind.HOLD, 40)), Optional.empty());
    }

    private static String house(DunningCase customer) {
        return run(housekeeping(), DAY).houseStep(customer).map(step -> step.step().kind().name()).orElse("-");
    }

    private static DunningCase taken(DunningCase customer, HouseStep.Taken... taken) {
        return new DunningCase(customer.customer(), customer.debts(), customer.covers(), customer.lastReminded(),
                customer.obstacle(), new DunningPast(List.of(taken), List.of(), List.of()));
    }

    /** Each invoice is small, all of them are not. At step 2 they must add up to 50.00 and half of all. */
    @ParameterizedTest
    @CsvSource({"1,49.99,0.00,1", "2,25.00,0.00,2", "2,24.99,0.00,1", "1,60.00,60.00,2", "1,60.00,60.01,1"})
    void whatIsAtAStepMustAddUpToEnoughAsInSap(int items, String each, String notDue, int level) {
        Ladder ladder = new Ladder("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7), new Step(Kind.REMINDER, 2, 14,
                new Step.Pace(7, 0), new Step.Least(Map.of(), 0, Map.of(Currency.getInstance("EUR"), eur("50.00")), 50),
                Step.reminder(2, 14, 7).manner())), Optional.empty());
        List<Debt> debts = new ArrayList<>();
        for (int i = 1; i <= items; i++) {
            debts.add(debt(i, 20, 1, eur(each)));
        }
        debts.add(debt(98, 6, 0, eur("10.00")));
        if (!notDue.equals("0.00")) {
            debts.set(debts.size() - 1, debt(99, -20, 0, eur(notDue)));
        }
        DunningCase customer = reminded(owes(debts.toArray(Debt[]::new)), 40);
        assertThat(run(ladder, DAY).overdue(customer).sections().get(0).level()).isEqualTo(level);
    }

    private static DunningCase finalUntil(DunningCase customer, LocalDate lastDay) {
        return new DunningCase(customer.customer(), customer.debts(), customer.covers(), customer.lastReminded(),
                customer.obstacle(), customer.past().withFinals(Map.of(1L, new FinalNotice(lastDay.minusDays(10), lastDay))));
    }

    @Test
    void aFinalNoticeIsSaidOnceAndItsLastDayStaysWhateverIsSaidLater() {
        Ladder ladder = Ladder.counted("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7), step(Kind.FINAL, 30)),
                Optional.of(30));
        DunningCase told = finalUntil(owes(debt(1, 90, 2, eur("100.00"))), DAY.minusDays(20));
        assertThat(decide(ladder, reminded(told, 40)).reminder()).as("nothing is new").isEmpty();
        DunningCase another = finalUntil(owes(debt(1, 90, 2, eur("100.00")), debt(2, 6, 0, eur("50.00"))), DAY.minusDays(20));
        Reminder later = decide(ladder, reminded(another, 40)).reminder().orElseThrow();
        assertThat(later.level()).isEqualTo(1);
        assertThat(later.isMixed()).isTrue();
        assertThat(later.sections().get(0).lines()).extracting(later::lastDay).containsExactly(
                Optional.of(DAY.minusDays(20)), Optional.empty());
        DunningCase second = finalUntil(owes(debt(1, 90, 2, eur("100.00")), debt(2, 40, 1, eur("50.00"))), DAY.minusDays(20));
        Reminder last = decide(ladder, reminded(second, 40)).reminder().orElseThrow();
        assertThat(last.sections().get(0).lines()).extracting(last::lastDay).containsExactly(
                Optional.of(DAY.minusDays(20)), Optional.of(DAY.plusDays(11)));
        assertThat(last.askedOfLeading()).containsExactly(eur("50.00"));
    }

    /** In ten days from this Wednesday it is Saturday, and the Monday after it is a holiday. */
    @Test
    void theLastDayOfAFinalNoticeIsABusinessDayOfItsCustomer() {
        LocalDate wednesday = LocalDate.of(2026, 10, 21);
        LocalDate monday = LocalDate.of(2026, 11, 2);
        Ladder ladder = Ladder.counted("l", Ladder.Fit.ALL, 3, List.of(Step.reminder(1, 5, 7), step(Kind.FINAL, 30)),
                Optional.empty());
        Debt debt = new Debt(1, "INV-1", wednesday.minusDays(90), wednesday.minusDays(60), eur("100.00"), eur("100.00"), 1,
                Optional.empty());
        BusinessCalendars holidays = new BusinessCalendars(Map.of("DE", new BusinessCalendar("DE",
                BusinessCalendar.weekendsOnly("DE").weekend(), Map.of(monday, "a holiday"), Set.of(), Optional.empty())));
        Reminder reminder = new DunningRun(Cases.policy(ladder), holidays, BusinessCalendar.weekendsOnly("DE"), wednesday)
                .decide(owes(debt)).reminder().orElseThrow();
        assertThat(reminder.lastDay()).hasValue(monday.plusDays(1));
    }

    private static Ladder noticing() {
        return Ladder.counted("noticing", Ladder.Fit.ALL, 3, List.of(step(Kind.UPCOMING, -7), step(Kind.UPCOMING, -2),
                step(Kind.DUE, 0), Step.reminder(1, 5, 7), Step.reminder(2, 14, 7)), Optional.empty());
    }

    private static Step step(Kind kind, int days) {
        return kind.isInternal() ? Cases.inside(kind, days) : new Step(kind, 0, days, new Step.Pace(1, 0), Step.Least.NONE,
                new Step.Manner("words", Step.Channel.MAIL, List.of(), false, Optional.of(10)));
    }

    private static Step least(Step step, String amount, int percent) {
        return new Step(step.kind(), step.level(), step.days(), step.pace(),
                new Step.Least(Map.of(Currency.getInstance("EUR"), eur(amount)), percent), step.manner());
    }

    private static Debt partPaid(int said, String left) {
        LocalDate due = DAY.minusDays(60);
        return new Debt(1, "INV-1", due.minusDays(30), due, eur("1000.00"), eur(left), said, Optional.empty());
    }

    private static Debt at(long id, long pastDue, int said, String open) {
        LocalDate due = DAY.minusDays(pastDue);
        return new Debt(id, "INV-" + id, due.minusDays(30), due, eur(open), eur(open), said, Optional.empty());
    }

    private static Ladder ladder(String name, Ladder.Fit fit) {
        return new Ladder(name, fit, 3, Cases.LADDER.steps(), Optional.empty());
    }

    private static Customer customer(String segment, String country, String named, boolean person) {
        return new Customer(new CustomerId("main", "C-1"), "ACME", country, "en", "EUR", "pay@acme.example",
                "", "", "", "", "", "", "", "", "", segment, Optional.empty(), named, "", "", false, person);
    }

    private static String level(Ladder ladder, DunningCase customer) {
        return decide(ladder, customer).reminder().map(reminder -> String.valueOf(reminder.level())).orElse("-");
    }

    private static DunningDecision decide(Ladder ladder, DunningCase customer) {
        return run(ladder, DAY).decide(customer);
    }

    private static DunningRun run(Ladder ladder, LocalDate day) {
        return new DunningRun(Cases.policy(ladder), new BusinessCalendars(Map.of()), BusinessCalendar.weekendsOnly("DE"), day);
    }
}
