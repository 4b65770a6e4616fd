package org.saldo.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saldo.dunning.measure.Notice.Group;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/** Figures are worked out by hand where they are small, and held against a known truth where they are not. */
class MeasuresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate AS_OF = LocalDate.of(2026, 8, 31);
    private static final MeasurePolicy POLICY = new MeasurePolicy(new HoldOut(10, 7, "first"), 7, 12, 90, 3, 3);

    @Test
    void theLotFallsOnTheShareThatIsAskedForAndAlwaysOnTheSame() {
        HoldOut holdOut = new HoldOut(5, 7, "first");
        List<String> drawn = IntStream.range(0, 20_000).mapToObj(i -> "C-" + i)
                .filter(number -> holdOut.holds(customer(number))).toList();
        assertThat(drawn.size()).isBetween(900, 1_100);
        assertThat(drawn).isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> "C-" + i)
                .filter(number -> new HoldOut(5, 3, "first").holds(customer(number))).toList());
        HoldOut other = new HoldOut(5, 7, "second");
        assertThat(drawn.stream().filter(number -> other.holds(customer(number)))).hasSizeBetween(20, 90);
        assertThat(IntStream.range(0, 1_000).anyMatch(i -> new HoldOut(0, 7, "first").holds(customer("C-" + i)))).isFalse();
    }

    @Test
    void aHoldOutThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldOut(51, 7, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldOut(5, 0, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasurePolicy(new HoldOut(5, 7, "x"), 8, 12, 90, 30, 3));
    }

    /** Wilson's bounds of 8 in 10, as tables have them. */
    @Test
    void aShareHasWilsonsBounds() {
        Share share = Share.of(8, 10);
        assertThat(share.value()).isEqualTo(0.8);
        assertThat(share.low()).isCloseTo(0.4902, within(0.0001));
        assertThat(share.high()).isCloseTo(0.9433, within(0.0001));
        assertThat(Share.of(0, 10).low()).isZero();
        assertThat(Share.of(10, 10).high()).isCloseTo(1, within(1e-12));
    }

    /** One item a customer: the variance is p (1 - p) / (n - 1). Items that all go one way with their customer count less. */
    @Test
    void theItemsOfACustomerAreNotIndependent() {
        NoticeGroup single = new NoticeGroup();
        NoticeGroup bundled = new NoticeGroup();
        for (int i = 0; i < 20; i++) {
            single.add(customer("C-" + i), i < 5);
            for (int k = 0; k < 4; k++) {
                bundled.add(customer("C-" + i), i < 5);
            }
        }
        assertThat(single.variance()).isCloseTo(0.25 * 0.75 / 19, within(1e-12));
        assertThat(bundled.items()).isEqualTo(80);
        assertThat(bundled.variance()).isCloseTo(single.variance(), within(1e-12));
    }

    @Test
    void theEffectIsTheDifferenceOfThePaidShares() {
        NoticeTally tally = new NoticeTally(POLICY, AS_OF);
        for (int i = 0; i < 10; i++) {
            tally.add(told("C-" + i, 1, i < 6 ? 7 : 8));
            tally.add(held("D-" + i, 1, i < 2 ? 0 : -1));
        }
        StepEffect effect = tally.effects().get(0);
        assertThat(effect.told()).isEqualTo(new StepEffect.Group(10, 10, 0.6));
        assertThat(effect.heldOut()).isEqualTo(new StepEffect.Group(10, 10, 0.2));
        double half = 1.959964 * Math.sqrt(0.24 / 9 + 0.16 / 9);
        assertThat(effect.difference()).hasValueSatisfying(share -> {
            assertThat(share.value()).isCloseTo(0.4, within(1e-9));
            assertThat(share.low()).isCloseTo(0.4 - half, within(1e-6));
            assertThat(share.high()).isCloseTo(0.4 + half, within(1e-6));
        });
    }

    @Test
    void withTooFewCustomersNothingIsSaidOfAnEffect() {
        NoticeTally tally = new NoticeTally(POLICY, AS_OF);
        for (int i = 0; i < 50; i++) {
            tally.add(told("C-" + i, 1, 1));
            tally.add(held("D-" + i % 2, 1, -1));
        }
        assertThat(tally.effects().get(0).difference()).isEmpty();
        assertThat(Suggestion.of(POLICY, tally.effects(), new PromisesKept(0, 0, 0), List.of()))
                .containsExactly(new Suggestion(Suggestion.Kind.WAIT, 1, 1));
    }

    @Test
    void whatWasSaidInTheLastDaysIsNotJudgedYet() {
        NoticeTally tally = new NoticeTally(POLICY, DAY.plusDays(6));
        tally.add(told("C-1", 1, 2));
        assertThat(tally.effects()).isEmpty();
        assertThat(tally.timesToPay()).hasSize(1);
    }

    /** Four items: paid after 1, watched for 2, paid after 3, paid after 4. Unpaid after 3: 3/4 times 1/2. */
    @Test
    void theMedianTakesItemsAsFarAsTheyWereWatched() {
        TimeToPay.Watched watched = new TimeToPay.Watched();
        watched.add(1, true);
        watched.add(2, false);
        watched.add(3, true);
        watched.add(4, true);
        assertThat(watched.of(1).medianDays()).hasValue(3);
        TimeToPay.Watched hopeless = new TimeToPay.Watched();
        hopeless.add(1, true);
        hopeless.add(90, false);
        hopeless.add(91, false);
        assertThat(hopeless.of(2)).isEqualTo(new TimeToPay(2, 3, OptionalInt.empty()));
    }

    @Test
    void recoveryIsWhatComesInAfterAnAge() {
        LocalDate due = LocalDate.of(2026, 1, 10);
        RecoveryTally tally = new RecoveryTally(POLICY, AgingBuckets.USUAL, AS_OF);
        tally.add(new AgedDebt(due, eur("100.00"), List.of(
                new AgedDebt.Settled(due.plusDays(10), eur("40.00"), true),
                new AgedDebt.Settled(due.plusDays(20), eur("10.00"), false),
                new AgedDebt.Settled(due.plusDays(35), eur("30.00"), true),
                new AgedDebt.Settled(due.plusDays(36), eur("-30.00"), true))));
        assertThat(tally.all()).containsExactly(new Recovery(0, eur("100.00"), eur("40.00")),
                new Recovery(30, eur("50.00"), eur("0.00")), new Recovery(60, eur("50.00"), eur("0.00")),
                new Recovery(90, eur("50.00"), eur("0.00")));
    }

    @Test
    void agesWhoseTimeHasNotPassedDoNotCount() {
        RecoveryTally tally = new RecoveryTally(POLICY, AgingBuckets.USUAL, AS_OF);
        tally.add(new AgedDebt(AS_OF.minusDays(100), eur("100.00"), List.of()));
        assertThat(tally.all()).extracting(Recovery::age).containsExactly(0);
        assertThat(tally.lastDue()).isEqualTo(AS_OF.minusDays(90));
        assertThat(tally.firstDue()).isEqualTo(LocalDate.of(2025, 6, 3).minusDays(90));
    }

    @Test
    void theFiguresSayWhatToChange() {
        StepEffect works = effect(1, 0.30, 0.10, 0.50);
        StepEffect useless = effect(2, 0.00, -0.02, 0.02);
        StepEffect harms = effect(3, -0.20, -0.30, -0.10);
        StepEffect open = effect(4, 0.05, -0.05, 0.15);
        assertThat(Suggestion.of(POLICY, List.of(works, useless, harms, open), new PromisesKept(10, 10, 80), List.of(
                new Recovery(0, eur("100.00"), eur("10.00")), new Recovery(30, eur("100.00"), eur("60.00")),
                new Recovery(60, eur("100.00"), eur("30.00")), new Recovery(90, eur("100.00"), eur("10.00")))))
                .containsExactly(new Suggestion(Suggestion.Kind.KEEP, 1, 10), new Suggestion(Suggestion.Kind.CHANGE, 2, 3),
                        new Suggestion(Suggestion.Kind.HARMS, 3, 10), new Suggestion(Suggestion.Kind.UNDECIDED, 4, 15),
                        new Suggestion(Suggestion.Kind.PROMISES, 0, 17), new Suggestion(Suggestion.Kind.ACT_EARLIER, 60, 30));
        MeasurePolicy nobodyHeld = new MeasurePolicy(new HoldOut(0, 7, ""), 7, 12, 90, 3, 3);
        assertThat(Suggestion.of(nobodyHeld, List.of(works), new PromisesKept(0, 0, 0), List.of()))
                .containsExactly(new Suggestion(Suggestion.Kind.HOLD_OUT, 0, 0));
    }

    /** Customers with several items who pay more often by 20 points when told: the bounds hold that in 95 of 100 worlds. */
    @Test
    void theBoundsHoldTheTrueEffectAsOftenAsTheySay() {
        int held = 0;
        for (int world = 0; world < 400; world++) {
            StepEffect effect = effectIn(new Random(world));
            Share share = effect.difference().orElseThrow();
            held += share.low() <= 0.2 && share.high() >= 0.2 ? 1 : 0;
        }
        assertThat(held).isBetween(368, 392);
    }

    @Test
    void theOrderOfNoticesDoesNotMatter() {
        List<Notice> notices = notices(new Random(7));
        NoticeTally one = tallied(notices);
        Collections.shuffle(notices, new Random(8));
        NoticeTally other = tallied(notices);
        assertThat(other.effects()).isEqualTo(one.effects());
        assertThat(other.timesToPay()).isEqualTo(one.timesToPay());
    }

    private static StepEffect effectIn(Random random) {
        return tallied(notices(random)).effects().get(0);
    }

    private static NoticeTally tallied(List<Notice> notices) {
        NoticeTally tally = new NoticeTally(POLICY, AS_OF);
        notices.forEach(tally::add);
        return tally;
    }

    private static List<Notice> notices(Random random) {
        List<Notice> notices = new ArrayList<>();
        for (int c = 0; c < 400; c++) {
            boolean told = c % 4 > 0;
            double habit = 0.2 + 0.4 * random.nextDouble() + (told ? 0.2 : 0);
            int items = 1 + random.nextInt(5);
            for (int i = 0; i < items; i++) {
                int days = random.nextDouble() < habit ? random.nextInt(8) : -1;
                notices.add(told ? told("C-" + c, 1, days) : held("C-" + c, 1, days));
            }
        }
        return notices;
    }

    private static StepEffect effect(int level, double value, double low, double high) {
        StepEffect.Group any = new StepEffect.Group(100, 100, 0.5);
        return new StepEffect(level, any, any, Optional.of(new Share(value, low, high)));
    }

    /** @param days to the payment; negative: never */
    private static Notice told(String number, int level, int days) {
        return new Notice(customer(number), Group.TOLD, level, DAY, paid(days));
    }

    private static Notice held(String number, int level, int days) {
        return new Notice(customer(number), Group.HELD_OUT, level, DAY, paid(days));
    }

    private static Optional<LocalDate> paid(int days) {
        return days < 0 ? Optional.empty() : Optional.of(DAY.plusDays(days));
    }

    private static CustomerId customer(String number) {
        return new CustomerId("main", number);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
