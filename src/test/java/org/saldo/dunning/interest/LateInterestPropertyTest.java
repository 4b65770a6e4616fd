package org.saldo.dunning.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.interest.Laws.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.money.Money;

/** What holds for every item and law, tried on thousands of random histories. Seeds make each replayable. */
class LateInterestPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final List<String> SPLIT_OR_FIXED = List.of("DE", "ES", "FR", "GB", "MX");

    @Test
    void adjacentPeriodsAddUpToTheCent() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            LateInterest interest = new LateInterest(anyLaw(random), anyItem(random));
            LocalDate end = FIRST.plusDays(1_000 + random.nextInt(1_000));
            LocalDate middle = FIRST.plusDays(random.nextInt(2_000));
            LocalDate cut = middle.isBefore(end) ? middle : end;
            assertThat(interest.until(cut).total().plus(interest.between(cut, end).total())).as("seed " + seed)
                    .isEqualTo(interest.until(end).total());
        }
    }

    @Test
    void theOrderInWhichPaymentsAreToldChangesNothingAndNothingIsNegative() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Law law = seed % 7 == 0 ? law("IE") : anyLaw(random);
            Money amount = Money.of("EUR", BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2).toPlainString());
            List<OpenByDay.Settled> settled = anySettled(random, amount);
            List<OpenByDay.Settled> shuffled = new ArrayList<>(settled);
            Collections.shuffle(shuffled, random);
            LocalDate until = FIRST.plusDays(2_000);
            Interest interest = new LateInterest(law, item(amount, settled)).until(until);
            assertThat(new LateInterest(law, item(amount, shuffled)).until(until).lines()).isEqualTo(interest.lines());
            assertThat(interest.lines()).allSatisfy(line -> {
                assertThat(line.amount().isNegative()).isFalse();
                assertThat(line.base().isPositive()).isTrue();
                assertThat(line.first()).isAfter(FIRST).isBeforeOrEqualTo(line.last());
            });
            assertThat(interest.lines().stream().map(Interest.Line::amount).reduce(Money.zero(amount.currency()), Money::plus))
                    .isEqualTo(interest.total());
        }
    }

    /** Counted anew, day by day, with the day's own rate: what the periods make of it is the same to the cent. */
    @Test
    void thePeriodsAreTheSumOfTheirDays() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LateItem item = anyItem(random);
            LocalDate until = FIRST.plusDays(1 + random.nextInt(2_000));
            BigDecimal exact = BigDecimal.ZERO;
            for (LocalDate day = item.due().plusDays(1); day.isBefore(until); day = day.plusDays(1)) {
                exact = exact.add(item.open().on(day).toDecimal().multiply(law("DE").rateOn(day).percent()));
            }
            assertThat(new LateInterest(law("DE"), item).until(until).total().toDecimal())
                    .isEqualTo(exact.divide(new BigDecimal(36_500), 2, java.math.RoundingMode.HALF_UP));
        }
    }

    @Test
    void whatIsNotLateBearsNothing() {
        Money amount = Money.of("EUR", "1000.00");
        LateItem item = Laws.late(Laws.DUE, amount);
        Interest onTheDueDate = new LateInterest(law("DE"), item).until(Laws.DUE.plusDays(1));
        assertThat(onTheDueDate.lines()).isEmpty();
        assertThat(onTheDueDate.lumpSum()).as("paid on the day after: the day of receipt does not count").isEmpty();
        Interest paidInTime = new LateInterest(law("DE"), Laws.late(Laws.DUE, amount, Laws.settled("2025-05-30", "1000.00")))
                .until(Laws.RECEIVED);
        assertThat(paidInTime.total().isZero()).isTrue();
        assertThat(paidInTime.lumpSum()).isEmpty();
        assertThat(new LateInterest(law("DE"), Laws.late(Laws.DUE, Money.of("USD", "1000.00"))).until(Laws.RECEIVED).lumpSum())
                .as("a lump sum is in its own currency").isEmpty();
    }

    @Test
    void aReturnedPaymentBearsInterestAgainFromTheDayItCameBack() {
        LateItem item = Laws.late(Laws.DUE, Money.of("EUR", "10000.00"), Laws.settled("2025-06-10", "10000.00"),
                Laws.settled("2025-06-20", "-10000.00"));
        assertThat(new LateInterest(law("ES"), item).until(LocalDate.of(2025, 7, 1)).lines())
                .extracting(Interest.Line::first, Interest.Line::last).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 6, 9)),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 6, 20), LocalDate.of(2025, 6, 30)));
    }

    @Test
    void aDelayThatAReminderBeginsWaitsForOne() {
        LateItem silent = Laws.late(Laws.DUE, Money.of("EUR", "1000.00"));
        assertThat(new LateInterest(law("DE-CONSUMER"), silent).until(Laws.RECEIVED).total().isZero()).isTrue();
        assertThat(new LateInterest(law("DE-CONSUMER"), reminded(silent, "2025-06-10")).start())
                .hasValue(LocalDate.of(2025, 6, 11));
        assertThat(new LateInterest(law("DE-CONSUMER"), reminded(silent, "2025-05-20")).start())
                .as("reminded before it was due").hasValue(LocalDate.of(2025, 5, 31));
    }

    /** 1,000,000 at 10 %, from 1 December 2023 to 1 March 2024: 31 days of 2023, 60 of a leap year, 90 by months. */
    @ParameterizedTest
    @CsvSource({"actual/365,24931.51", "actual/366,24863.39", "actual/360,25277.78", "30/360,25000.00",
        "actual/actual,24886.59"})
    void leapYearsCountAsTheWayOfCountingSays(String words, String interest) {
        DayCount count = DayCount.parse(words);
        Law law = new Law("T", "T", Optional.empty(), Optional.of(BigDecimal.TEN), RateModel.SPLIT_BY_PERIOD, count,
                DelayStart.DAY_AFTER_DUE, LumpSum.NONE, true, "test");
        assertThat(new LateInterest(law, Laws.late(LocalDate.of(2023, 11, 30), Money.of("EUR", "1000000.00")))
                .until(LocalDate.of(2024, 3, 1)).total()).isEqualTo(Money.of("EUR", interest));
    }

    @ParameterizedTest
    @EnumSource
    void daysOfAdjacentPeriodsAddUpInEveryWayOfCounting(DayCount count) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = FIRST.plusDays(random.nextInt(2_000));
            LocalDate middle = from.plusDays(random.nextInt(800));
            LocalDate until = middle.plusDays(random.nextInt(800));
            assertThat(count.parts(from, middle) + count.parts(middle, until)).isEqualTo(count.parts(from, until));
        }
        assertThat(count.parts(FIRST, FIRST.plusYears(1))).as("365 days of a year that is no leap year")
                .isEqualTo(count == DayCount.ACTUAL_366 || count == DayCount.ACTUAL_360 ? 365 : count.partsOfYear());
    }

    private static LateItem reminded(LateItem item, String day) {
        return new LateItem(item.document(), item.due(), Optional.of(LocalDate.parse(day)), item.open());
    }

    private static Law anyLaw(Random random) {
        return law(SPLIT_OR_FIXED.get(random.nextInt(SPLIT_OR_FIXED.size())));
    }

    private static LateItem anyItem(Random random) {
        Money amount = Money.of("EUR", BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2).toPlainString());
        return item(amount, anySettled(random, amount));
    }

    private static LateItem item(Money amount, List<OpenByDay.Settled> settled) {
        return new LateItem("INV-1", FIRST, Optional.empty(), new OpenByDay(amount, settled));
    }

    private static List<OpenByDay.Settled> anySettled(Random random, Money amount) {
        List<OpenByDay.Settled> settled = new ArrayList<>();
        long rest = amount.minorUnits();
        for (int i = random.nextInt(6); i > 0 && rest > 0; i--) {
            long part = 1 + (long) (random.nextDouble() * rest);
            LocalDate day = FIRST.plusDays(random.nextInt(1_500));
            settled.add(new OpenByDay.Settled(day, Money.ofMinor(amount.currency(), part)));
            if (random.nextInt(5) == 0) {
                settled.add(new OpenByDay.Settled(day.plusDays(random.nextInt(100)), Money.ofMinor(amount.currency(), -part)));
            } else {
                rest -= part;
            }
        }
        return settled;
    }
}
