package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.blocked;
import static org.saldo.dunning.Cases.cover;
import static org.saldo.dunning.Cases.covered;
import static org.saldo.dunning.Cases.debt;
import static org.saldo.dunning.Cases.eur;
import static org.saldo.dunning.Cases.owes;
import static org.saldo.dunning.Cases.reminded;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.Withheld.Reason;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

class DunningRunTest {

    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekendsOnly("DE");

    @ParameterizedTest
    @CsvSource({"3,-", "4,-", "5,1", "13,1", "14,1", "400,1"})
    void aFirstReminderIsOfLevelOneHoweverOldTheItem(long daysOverdue, String level) {
        assertThat(level(owes(debt(1, daysOverdue, 0, eur("100.00"))))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1,13,-", "1,14,2", "2,27,-", "2,28,3", "3,500,3"})
    void anItemRisesOneLevelWhenItsAgeAllowsIt(int said, long daysOverdue, String level) {
        assertThat(level(reminded(owes(debt(1, daysOverdue, said, eur("100.00"))), 30))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"6,-", "7,2"})
    void theDaysBetweenAreKept(long daysAgo, String level) {
        assertThat(level(reminded(owes(debt(1, 20, 1, eur("100.00"))), daysAgo))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"29,-", "30,3"})
    void theLastLevelIsSaidAgainWhenThePolicySaysSo(long daysAgo, String level) {
        assertThat(level(reminded(owes(debt(1, 90, 3, eur("100.00"))), daysAgo))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"6,-", "7,3"})
    void theLastLevelIsNotSaidAgainMoreOftenThanTheWeekAllows(long daysAgo, String level) {
        Ladder often = new Ladder("often", Ladder.Fit.ALL, 3, Cases.LADDER.steps(), Optional.of(3));
        DunningPolicy weekly = new DunningPolicy("t1", List.of(often), Map.of(), 3, 5, 500, List.of(),
                new SendTimes(Optional.empty(), 0, Optional.of(1)), Optional.empty());
        DunningCase owes = reminded(owes(debt(1, 90, 3, eur("100.00"))), daysAgo);
        DunningCase known = new DunningCase(owes.customer(), owes.debts(), owes.covers(), owes.lastReminded(),
                owes.obstacle(), new DunningPast(List.of(), List.of(DAY.minusDays(daysAgo)), List.of()));
        assertThat(new DunningRun(weekly, new BusinessCalendars(Map.of()), WEEKDAYS, DAY).decide(known).reminder()
                .map(said -> Integer.toString(said.level())).orElse("-")).isEqualTo(level);
    }

    @Test
    void aReminderSaysEveryOverdueItemWithItsOwnLevelAndTheHighestLeads() {
        Reminder reminder = decide(reminded(owes(debt(1, 30, 2, eur("100.00")), debt(2, 6, 0, eur("50.00")),
                debt(3, 4, 0, eur("7.00")), debt(4, 2, 0, eur("9.00"))), 10)).reminder().orElseThrow();
        assertThat(reminder.level()).isEqualTo(3);
        assertThat(reminder.sections().get(0).lines()).extracting(Reminder.Line::level).containsExactly(3, 1, 0);
        assertThat(reminder.sections().get(0).open()).isEqualTo(eur("157.00"));
    }

    @Test
    void aNewItemBesideAnOldOneStartsAtLevelOneAndLeads() {
        assertThat(level(reminded(owes(debt(1, 20, 2, eur("100.00")), debt(2, 5, 0, eur("50.00"))), 10))).isEqualTo("1");
        assertThat(level(reminded(owes(debt(1, 20, 2, eur("100.00")), debt(2, 4, 0, eur("50.00"))), 10))).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"9.99,BELOW_MINIMUM", "10.00,", "10.01,"})
    void belowTheMinimumNobodyIsReminded(String open, Reason reason) {
        assertReason(owes(debt(1, 20, 0, eur(open))), reason);
    }

    @ParameterizedTest
    @CsvSource({"100.00,COVERED", "90.01,BELOW_MINIMUM", "90.00,", "200.00,COVERED"})
    void onlyWhatIsLeftUncoveredCountsAgainstTheMinimum(String unapplied, Reason reason) {
        assertReason(covered(owes(debt(1, 20, 0, eur("100.00"))), cover(Cover.Kind.UNAPPLIED, unapplied, DAY)), reason);
    }

    @Test
    void moneyThatIsHereCoversTheOldestFirstAndWhatItCoversWholeIsNotMentioned() {
        Reminder reminder = decide(covered(owes(debt(1, 10, 0, eur("40.00")), debt(2, 20, 0, eur("30.00"))),
                cover(Cover.Kind.CREDIT_NOTE, "35.00", DAY))).reminder().orElseThrow();
        Reminder.Section section = reminder.sections().get(0);
        assertThat(section.lines()).extracting(line -> line.debt().document()).containsExactly("INV-1");
        assertThat(section.open()).isEqualTo(eur("40.00"));
        assertThat(section.credited()).isEqualTo(eur("5.00"));
        assertThat(section.asked()).isEqualTo(eur("35.00"));
        assertThat(section.covered()).isEqualTo(eur("35.00"));
    }

    /** The day is a Thursday; five business days before it is the Thursday of the week before. */
    @ParameterizedTest
    @CsvSource({"2026-10-22,COVERED,0", "2026-10-21,,1"})
    void aReceiptThatWaitsCoversForSoManyBusinessDaysAndThenAlarms(LocalDate booked, Reason reason, int expired) {
        DunningCase customer = covered(owes(debt(1, 20, 0, eur("100.00"))), cover(Cover.Kind.WAITING, "100.00", booked));
        assertReason(customer, reason);
        assertThat(decide(customer).expired()).hasSize(expired);
    }

    @Test
    void unappliedCashAndCreditNotesCoverHoweverOldTheyAre() {
        DunningCase customer = covered(owes(debt(1, 20, 0, eur("100.00"))),
                cover(Cover.Kind.UNAPPLIED, "60.00", DAY.minusYears(1)),
                cover(Cover.Kind.CREDIT_NOTE, "40.00", DAY.minusYears(1)));
        assertReason(customer, Reason.COVERED);
        assertThat(decide(customer).withheld().get(0).words().toString()).contains("P-60.00").contains("credit note P-40.00");
    }

    @Test
    void moneyOfOneCurrencyCoversNothingInAnother() {
        DunningCase customer = new DunningCase(Cases.customer("C-1"), List.of(debt(1, 20, 0, eur("100.00")),
                debt(2, 20, 0, Money.of("USD", "100.00"))), List.of(cover(Cover.Kind.UNAPPLIED, "100.00", DAY)),
                Optional.empty(), Optional.empty());
        DunningDecision decision = decide(customer);
        assertThat(decision.reminder().orElseThrow().sections()).extracting(section -> section.currency().getCurrencyCode())
                .containsExactly("USD");
        assertThat(decision.withheld()).extracting(Withheld::reason).containsExactly(Reason.COVERED);
    }

    @Test
    void aBlockedItemIsLeftOutAndTheRestIsSaid() {
        DunningDecision decision = decide(owes(blocked(debt(1, 20, 0, eur("100.00"))), debt(2, 20, 0, eur("50.00"))));
        assertThat(decision.reminder().orElseThrow().sections().get(0).lines())
                .extracting(line -> line.debt().document()).containsExactly("INV-2");
        assertThat(decision.withheld().get(0).words()).hasToString("INV-1 is blocked: the delivery is disputed");
    }

    @Test
    void anObstacleToTheCustomerHoldsForAllItOwes() {
        DunningCase free = owes(debt(1, 20, 0, eur("100.00")));
        assertReason(new DunningCase(free.customer(), free.debts(), free.covers(), Optional.empty(), Optional.of(
                new Withheld(free.customer().id(), Reason.BLOCKED, Words.said("insolvent"), Optional.empty()))), Reason.BLOCKED);
    }

    @Test
    void nobodyIsRemindedOnAHolidayOrWeekendOfItsCountry() {
        BusinessCalendar cn = new BusinessCalendar("CN", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Map.of(DAY, "a feast"), Set.of(DAY.plusDays(2)), Optional.empty());
        BusinessCalendars calendars = new BusinessCalendars(Map.of("CN", cn));
        DunningCase german = owes(debt(1, 20, 0, eur("100.00")));
        DunningCase chinese = new DunningCase(Cases.customer("C-2", "CN", "zh"), german.debts(), List.of(), Optional.empty(),
                Optional.empty());
        DunningRun thursday = new DunningRun(Cases.POLICY, calendars, WEEKDAYS, DAY);
        DunningRun saturday = new DunningRun(Cases.POLICY, calendars, WEEKDAYS, DAY.plusDays(2));
        assertThat(thursday.decide(german).reminder()).isPresent();
        assertThat(thursday.decide(chinese).withheld().get(0).words().toString()).contains("a feast");
        assertThat(saturday.decide(german).withheld()).extracting(Withheld::reason).containsExactly(Reason.QUIET_DAY);
        assertThat(saturday.decide(chinese).reminder()).as("a make-up day is worked").isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-23,true", "2026-12-24,false", "2026-12-31,false", "2027-01-01,false", "2027-01-04,true"})
    void theQuietPeriodMayRunOverTheNewYear(LocalDate day, boolean reminds) {
        DunningRun run = new DunningRun(Cases.POLICY, new BusinessCalendars(Map.of()), WEEKDAYS, day);
        assertThat(run.decide(owes(debt(1, 20, 0, eur("100.00")))).reminder().isPresent()).isEqualTo(reminds);
    }

    @Test
    void whatHasChangedSinceContradictsAReminder() {
        DunningCase before = owes(debt(1, 20, 0, eur("100.00")), debt(2, 10, 0, eur("50.00")));
        Reminder said = decide(before).reminder().orElseThrow();
        assertThat(said.contradictedBy(run().overdue(before).sections())).isEmpty();
        assertThat(contradiction(said, owes(debt(1, 20, 1, eur("100.00")), debt(2, 10, 1, eur("50.00")),
                debt(3, 9, 0, eur("1.00"))))).isEmpty();
        assertThat(contradiction(said, owes(debt(1, 20, 0, eur("100.00"))))).contains(
                "INV-2 is paid, covered, blocked, disputed or promised now");
        Debt partPaid = new Debt(2, "INV-2", DAY, DAY.minusDays(10), eur("50.00"), eur("20.00"), 0, Optional.empty());
        assertThat(contradiction(said, owes(debt(1, 20, 0, eur("100.00")), partPaid))).hasValueSatisfying(why ->
                assertThat(why).contains("INV-2 is open with EUR 20.00 now"));
        assertThat(contradiction(said, covered(before, cover(Cover.Kind.UNAPPLIED, "1.00", DAY)))).isPresent();
        assertThat(contradiction(said, owes(debt(1, 20, 0, eur("100.00")), blocked(debt(2, 10, 0, eur("50.00")))))).isPresent();
        assertThat(contradiction(said, owes())).isPresent();
    }

    private static Optional<String> contradiction(Reminder said, DunningCase now) {
        return said.contradictedBy(run().overdue(now).sections()).map(Words::toString);
    }

    private static DunningRun run() {
        return new DunningRun(Cases.POLICY, new BusinessCalendars(Map.of()), WEEKDAYS, DAY);
    }

    private static DunningDecision decide(DunningCase customer) {
        return run().decide(customer);
    }

    private static String level(DunningCase customer) {
        return decide(customer).reminder().map(reminder -> String.valueOf(reminder.level())).orElse("-");
    }

    private static void assertReason(DunningCase customer, Reason reason) {
        DunningDecision decision = decide(customer);
        assertThat(decision.reminder().isPresent()).isEqualTo(reason == null);
        assertThat(decision.withheld()).extracting(Withheld::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }
}
