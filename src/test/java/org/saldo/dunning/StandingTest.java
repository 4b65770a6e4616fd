package org.saldo.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.eur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.saldo.dunning.AccountPast.Cash;
import org.saldo.dunning.AccountPast.Item;
import org.saldo.dunning.AccountPast.Settled;
import org.saldo.dunning.InstalmentPlan.Instalment;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.ItemMark;
import org.saldo.money.Money;

/** What is disputed, promised or in a plan is never asked for, and whether a word was kept follows from the cash. */
class StandingTest {

    private static final LocalDate MADE = DAY.minusDays(10);

    @Test
    void aPromiseIsKeptByEnoughCashThatIsBookedFromItsDayOnUntilTheGraceHasPassed() {
        assertThat(states(promise(1, "100.00", DAY, false), cash(DAY.plusDays(2), 1, "95.00"))).containsExactly(State.KEPT);
        assertThat(states(promise(1, "100.00", DAY, false), cash(DAY.plusDays(2), 1, "94.99")))
                .containsExactly(State.PARTLY_KEPT);
        assertThat(states(promise(1, "100.00", DAY, false), cash(DAY.plusDays(3), 1, "100.00"))).containsExactly(State.BROKEN);
        assertThat(states(promise(1, "100.00", DAY, false), cash(MADE.minusDays(1), 1, "100.00"))).containsExactly(State.BROKEN);
        assertThat(states(promise(1, "100.00", DAY, false), cash(MADE, 0, "100.00"))).as("it settles nothing yet")
                .containsExactly(State.KEPT);
    }

    @Test
    void cashForOtherItemsKeepsOnlyAPromiseOfTheWhole() {
        assertThat(states(promise(1, "100.00", DAY, false), cash(DAY, 7, "100.00"))).containsExactly(State.BROKEN);
        assertThat(states(promise(1, "100.00", DAY, true), cash(DAY, 7, "100.00"))).containsExactly(State.KEPT);
    }

    @Test
    void theSameCashKeepsOnePromiseTheOneThatFallsDueFirst() {
        AccountPast past = new AccountPast(List.of(cash(DAY, 0, "100.00")), items(Map.of(1L, "500.00", 2L, "500.00"), List.of()));
        Standing standing = new Standing(DAY.plusDays(30), List.of(), List.of(promise(2, "100.00", DAY.plusDays(1), true),
                promise(1, "100.00", DAY, true)), List.of(), past);
        assertThat(standing.promises()).extracting(Standing.PromiseState::state).containsExactly(State.KEPT, State.BROKEN);
        assertThat(standing.promiseRecord()).isEqualTo(new PromiseRecord(1, 0, 1, 1));
    }

    @Test
    void whatWasSettledWithoutCashBreaksNoPromise() {
        AccountPast gone = new AccountPast(List.of(),
                items(Map.of(1L, "100.00"), List.of(new Settled(DAY, eur("100.00"), 0))));
        assertThat(new Standing(DAY.plusDays(9), List.of(), List.of(promise(1, "100.00", DAY, false)), List.of(),
                gone).promises())
                .extracting(Standing.PromiseState::state).containsExactly(State.CANCELLED);
    }

    @Test
    void aPaymentThatWentBackKeepsNoPromiseAlsoWhenThatWasLaterOrTheNextOnePaid() {
        Settled came = new Settled(DAY, eur("100.00"), 7);
        Settled wentBack = new Settled(DAY.plusDays(5), eur("-100.00"), 7);
        Settled again = new Settled(DAY.plusDays(8), eur("100.00"), 8);
        for (List<Settled> settled : List.of(List.of(came, wentBack), List.of(came, wentBack, again))) {
            AccountPast past = new AccountPast(settled.contains(again) ? List.of(cash(DAY.plusDays(8), 1, "100.00")) : List.of(),
                    items(Map.of(1L, "100.00"), settled));
            assertThat(new Standing(DAY.plusDays(9), List.of(), List.of(promise(1, "100.00", DAY, false)), List.of(), past)
                    .promises()).extracting(Standing.PromiseState::state).containsExactly(State.BROKEN);
        }
    }

    @Test
    void onlyBrokenPromisesInARowCountAndOneThatWasKeptEndsTheRow() {
        assertThat(PromiseRecord.of(List.of(State.BROKEN, State.KEPT, State.BROKEN, State.CANCELLED, State.BROKEN, State.OPEN)))
                .isEqualTo(new PromiseRecord(1, 0, 3, 2));
        assertThat(PromiseRecord.of(List.of(State.BROKEN, State.BROKEN, State.PARTLY_KEPT)).brokenInARow()).isZero();
    }

    @Test
    void aPlanLeavesOutWhatIsNotYetDueByItAndAsksForWhatIsLateWithTheOldestItems() {
        InstalmentPlan plan = plan(2, DAY.minusDays(5), DAY.plusDays(20));
        Standing late = new Standing(DAY, List.of(), List.of(), List.of(plan),
                new AccountPast(List.of(), items(Map.of(1L, "100.00", 2L, "100.00"), List.of())));
        assertThat(late.plans().get(0).state()).isEqualTo(InstalmentPlan.State.LATE);
        Map<Long, List<Exclusion>> parts = late.exclusions(Map.of(1L, eur("100.00"), 2L, eur("100.00")));
        assertThat(sum(parts, 1)).isEqualTo(eur("50.00"));
        assertThat(sum(parts, 2)).isEqualTo(eur("100.00"));
        assertThat(parts.get(2L).get(0).until()).contains(DAY.plusDays(20));
        Standing broken = new Standing(DAY, List.of(), List.of(), List.of(plan(1, DAY.minusDays(5), DAY.plusDays(20))),
                new AccountPast(List.of(), items(Map.of(1L, "100.00", 2L, "100.00"), List.of())));
        assertThat(broken.plans().get(0).state()).isEqualTo(InstalmentPlan.State.BROKEN);
        assertThat(broken.exclusions(Map.of(1L, eur("100.00"), 2L, eur("100.00")))).isEmpty();
    }

    @Test
    void cashThatSettlesNothingYetKeepsOnePlanWhenItIsBookedInTime() {
        InstalmentPlan plan = plan(1, DAY.minusDays(5), DAY.plusDays(20));
        assertThat(states(List.of(plan), cash(DAY.minusDays(3), 0, "50.00"))).containsExactly(InstalmentPlan.State.KEPT);
        assertThat(states(List.of(plan, plan), cash(DAY.minusDays(3), 0, "50.00"))).as("it keeps one of them")
                .containsExactly(InstalmentPlan.State.KEPT, InstalmentPlan.State.BROKEN);
        assertThat(states(List.of(plan), cash(DAY.minusDays(3), 0, "49.99"))).containsExactly(InstalmentPlan.State.BROKEN);
        assertThat(states(List.of(plan), cash(DAY.minusDays(2), 0, "50.00"))).containsExactly(InstalmentPlan.State.BROKEN);
        assertThat(states(List.of(plan), cash(MADE.minusDays(1), 0, "50.00"))).containsExactly(InstalmentPlan.State.BROKEN);
        assertThat(states(List.of(plan), cash(DAY.minusDays(3), 9, "50.00"))).containsExactly(InstalmentPlan.State.BROKEN);
    }

    @Test
    void cashThatKeepsAPromiseKeepsNoPlan() {
        Standing both = new Standing(DAY, List.of(), List.of(promise(3, "40.00", DAY, true)),
                List.of(plan(1, DAY.minusDays(5), DAY.plusDays(20))), new AccountPast(List.of(cash(DAY.minusDays(3), 0, "60.00")),
                items(Map.of(1L, "100.00", 2L, "100.00", 3L, "100.00"), List.of())));
        assertThat(both.promises().get(0).state()).isEqualTo(PaymentPromise.State.KEPT);
        assertThat(both.plans().get(0).state()).isEqualTo(InstalmentPlan.State.BROKEN);
    }

    private static List<InstalmentPlan.State> states(List<InstalmentPlan> plans, Cash cash) {
        return new Standing(DAY, List.of(), List.of(), plans, new AccountPast(List.of(cash), items(Map.of(1L, "100.00", 2L,
                "100.00"), List.of()))).plans().stream().map(InstalmentPlan.Judged::state).toList();
    }

    @Test
    void financeIsToldOfAnInstalmentThatWasMissedOnceAndOfNoneThatWasPaid() {
        InstalmentPlan plan = new InstalmentPlan(1, MADE, 3, List.of(new Part(1, "INV-1", eur("100.00")),
                new Part(2, "INV-2", eur("100.00"))), List.of(instalment(-20, "50.00"), instalment(-4, "50.00"),
                instalment(20, "100.00")), Optional.of(MADE), Optional.empty());
        Standing caughtUp = new Standing(DAY, List.of(), List.of(), List.of(plan), new AccountPast(List.of(), items(
                Map.of(1L, "100.00", 2L, "100.00"), List.of(new Settled(DAY.minusDays(3), eur("50.00"), 0)))));
        assertThat(caughtUp.plans().get(0).state()).isEqualTo(InstalmentPlan.State.LATE);
        assertThat(FollowUp.of("C-1", caughtUp, DAY.minusDays(25), DAY.minusDays(17), 2)).hasSize(1);
        assertThat(FollowUp.of("C-1", caughtUp, DAY.minusDays(5), DAY, 2)).isEmpty();
    }

    @Test
    void noReminderAsksForADisputedPromisedOrPlannedAmount() {
        int reminders = 0;
        int excluded = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            Map<Long, Money> open = new HashMap<>();
            for (long id = 1; id <= 4; id++) {
                open.put(id, cents(random, 20_000));
            }
            Map<Long, Money> free = new HashMap<>(open);
            Standing standing = randomStanding(random, free);
            Map<Long, List<Exclusion>> parts = standing.exclusions(open);
            List<Debt> debts = open.entrySet().stream().map(each -> Cases.debt(each.getKey(), 20, 0, each.getValue())
                    .excluding(parts.getOrDefault(each.getKey(), List.of()))).toList();
            Optional<Reminder> said = new DunningRun(Cases.POLICY, new BusinessCalendars(Map.of()),
                    BusinessCalendar.weekendsOnly("DE"), DAY).decide(Cases.owes(debts.toArray(Debt[]::new))).reminder();
            if (said.isPresent()) {
                Reminder.Section section = said.get().sections().get(0);
                assertThat(section.asked()).as("seed " + seed)
                        .isEqualTo(free.values().stream().reduce(eur("0.00"), Money::plus));
                section.lines().forEach(line -> assertThat(line.debt().open().minus(line.excluded()))
                        .isEqualTo(free.get(line.debt().itemId())));
                reminders++;
                excluded += section.notAskedFor().size();
            }
        }
        assertThat(reminders).isBetween(2_000, 4_990);
        assertThat(excluded).isGreaterThan(3_000);
    }

    /** A customer with a few of each kind; {@code free} is left with what nothing of that is about. */
    private static Standing randomStanding(Random random, Map<Long, Money> free) {
        List<Dispute> disputes = new ArrayList<>();
        List<PaymentPromise> promises = new ArrayList<>();
        List<InstalmentPlan> plans = new ArrayList<>();
        Map<Long, String> starts = new HashMap<>();
        for (long id = 1; id <= 4; id++) {
            Money part = cents(random, 20_000).min(free.get(id));
            boolean counts = random.nextBoolean();
            starts.put(id, free.get(id).toDecimal().toPlainString());
            switch (random.nextInt(4)) {
                case 0 -> disputes.add(new Dispute(id, id, "INV-" + id, part, DifferenceCode.PRICE, "bernd", MADE, DAY,
                        counts ? Optional.empty() : Optional.of(new Dispute.Ending(Dispute.Outcome.WITHDRAWN, DAY))));
                case 1 -> promises.add(new PaymentPromise(id, part, part, false, MADE, DAY, counts ? DAY : DAY.minusDays(1),
                        List.of(new Part(id, "INV-" + id, part)), Optional.empty()));
                case 2 -> {
                    part = free.get(id);
                    LocalDate first = counts ? DAY : DAY.minusDays(1);
                    plans.add(new InstalmentPlan(id, MADE, 1, List.of(new Part(id, "INV-" + id, part)),
                            List.of(new Instalment(first, first, part)), Optional.of(MADE), Optional.empty()));
                }
                default -> counts = false;
            }
            free.put(id, counts ? free.get(id).minus(part) : free.get(id));
        }
        return new Standing(DAY, disputes, promises, plans, new AccountPast(List.of(), items(starts, List.of())));
    }

    @Test
    void disputesGoFirstAndTogetherTheyNeverExceedWhatIsOpen() {
        Dispute dispute = new Dispute(9, 1, "INV-1", eur("80.00"), DifferenceCode.PRICE, "bernd", MADE, DAY, Optional.empty());
        Standing standing = new Standing(DAY, List.of(dispute), List.of(promise(1, "50.00", DAY, false)), List.of(),
                new AccountPast(List.of(), items(Map.of(1L, "100.00"), List.of())));
        assertThat(standing.exclusions(Map.of(1L, eur("100.00"))).get(1L)).extracting(Exclusion::mark, Exclusion::amount)
                .containsExactly(Tuple.tuple(ItemMark.DISPUTED, eur("80.00")),
                        Tuple.tuple(ItemMark.PROMISED, eur("20.00")));
        assertThat(sum(standing.exclusions(Map.of(1L, eur("60.00"))), 1)).isEqualTo(eur("60.00"));
    }

    private static List<State> states(PaymentPromise promise, Cash cash) {
        return new Standing(DAY.plusDays(30), List.of(), List.of(promise), List.of(), new AccountPast(List.of(cash),
                items(Map.of(1L, "500.00"), List.of()))).promises().stream().map(Standing.PromiseState::state).toList();
    }

    private static PaymentPromise promise(long id, String amount, LocalDate day, boolean whole) {
        Money money = eur(amount);
        return new PaymentPromise(id, money, money.percent(new BigDecimal("95"), RoundingMode.UP), whole,
                MADE, day, day.plusDays(2), List.of(new Part(id, "INV-" + id, money)), Optional.empty());
    }

    private static Instalment instalment(int days, String amount) {
        return new Instalment(DAY.plusDays(days), DAY.plusDays(days + 2), eur(amount));
    }

    /** Two items of 100.00 by instalments of 50.00 and 150.00. */
    private static InstalmentPlan plan(int brokenAfter, LocalDate first, LocalDate second) {
        return new InstalmentPlan(1, MADE, brokenAfter, List.of(new Part(1, "INV-1", eur("100.00")),
                new Part(2, "INV-2", eur("100.00"))), List.of(new Instalment(first, first.plusDays(2), eur("50.00")),
                new Instalment(second, second.plusDays(2), eur("150.00"))), Optional.of(MADE), Optional.empty());
    }

    private static Cash cash(LocalDate bookedOn, long item, String amount) {
        return new Cash(bookedOn, item, eur(amount));
    }

    private static Map<Long, Item> items(Map<Long, String> starts, List<Settled> settled) {
        Map<Long, Item> items = new HashMap<>();
        starts.forEach((id, start) -> items.put(id, new Item(eur(start), settled)));
        return items;
    }

    private static Money sum(Map<Long, List<Exclusion>> parts, long item) {
        return parts.get(item).stream().map(Exclusion::amount).reduce(eur("0.00"), Money::plus);
    }

    private static Money cents(Random random, int most) {
        return Money.ofMinor(Currency.getInstance("EUR"), random.nextInt(most) + 1);
    }
}
