package org.saldo.dunning.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.dunning.interest.Laws.DUE;
import static org.saldo.dunning.interest.Laws.RECEIVED;
import static org.saldo.dunning.interest.Laws.late;
import static org.saldo.dunning.interest.Laws.law;
import static org.saldo.dunning.interest.Laws.settled;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.money.Money;

/** Figures worked out by hand, by the shipped laws: 10,000 due on 30 May 2025 and received on 20 August 2025. */
class GoldenInterestTest {

    @ParameterizedTest
    @CsvSource({"DE,EUR,236.40,EUR 40.00", "ES,EUR,233.74,EUR 40.00", "FR,EUR,278.12,EUR 40.00", "IT,EUR,233.74,EUR 40.00",
        "NL,EUR,233.74,EUR 40.00", "EU,EUR,233.74,EUR 40.00", "GB,GBP,282.95,GBP 100.00", "CN-SME,CNY,405.00,",
        "MX,MXN,133.15,"})
    void eachLawGivesItsSum(String law, String currency, String sum, String lumpSum) {
        Interest interest = of(law, late(DUE, Money.of(currency, "10000.00")));
        assertThat(interest.total()).isEqualTo(Money.of(currency, sum));
        assertThat(interest.lumpSum().map(Money::toString)).isEqualTo(Optional.ofNullable(lumpSum));
        assertThat(interest.lines().stream().mapToLong(Interest.Line::days).sum()).isEqualTo(81);
        assertThat(interest.lines().get(0).first()).isEqualTo("2025-05-31");
        assertThat(interest.lines().get(interest.lines().size() - 1).last()).isEqualTo("2025-08-19");
    }

    @ParameterizedTest
    @CsvSource({"DE,11.27,95.72,10.27,140.68", "ES,11.15,94.70,10.15,139.04", "FR,13.15,111.68,12.15,166.44"})
    void aRateThatChangesOnTheWaySplitsTheDays(String law, String rate1, String amount1, String rate2, String amount2) {
        Interest interest = of(law, late(DUE, Money.of("EUR", "10000.00")));
        assertThat(interest.lines()).extracting(Interest.Line::days).containsExactly(31L, 50L);
        assertThat(interest.lines()).extracting(line -> line.rate().toPlainString()).containsExactly(rate1, rate2);
        assertThat(interest.lines()).extracting(line -> line.amount().toDecimal().toPlainString())
                .containsExactly(amount1, amount2);
    }

    @Test
    void inTheUnitedKingdomTheRateOfTheFirstDayStays() {
        Interest interest = of("GB", late(DUE, Money.of("GBP", "10000.00")));
        assertThat(interest.lines()).singleElement().satisfies(line -> {
            assertThat(line.rate()).isEqualByComparingTo("12.75");
            assertThat(line.why()).isEqualTo("UK-REFERENCE of 2025-01-01: 4.75 + 8 %");
        });
        assertThat(of("GB", late(LocalDate.of(2025, 6, 30), Money.of("GBP", "10000.00"))).lines().get(0).rate())
                .as("late from 1 July on").isEqualByComparingTo("12.25");
    }

    @ParameterizedTest
    @CsvSource({"0.01,40.00", "999.99,40.00", "1000.00,70.00", "9999.99,70.00", "10000.00,100.00"})
    void theFixedSumOfTheUnitedKingdomGrowsWithTheDebt(String debt, String sum) {
        assertThat(of("GB", late(DUE, Money.of("GBP", debt))).lumpSum()).hasValue(Money.of("GBP", sum));
    }

    /** 10,000 x 10.15 % x 81 / 365: the rate of July for the days of May and June as well. */
    @Test
    void inIrelandOneRateCountsThatOfTheDayOfPayment() {
        Interest interest = of("IE", late(DUE, Money.of("EUR", "10000.00")));
        assertThat(interest.total()).isEqualTo(Money.of("EUR", "225.25"));
        assertThat(interest.lines()).singleElement().satisfies(line -> assertThat(line.rate()).isEqualByComparingTo("10.15"));
    }

    /** 4,000 x 11.15 % x 20 / 365 = 24.438; 6,000 x 10.15 % x 81 / 365 = 135.148. */
    @Test
    void inIrelandEachPartPaidBearsTheRateOfItsDay() {
        Interest interest = of("IE", late(DUE, Money.of("EUR", "10000.00"), settled("2025-06-20", "4000.00")));
        assertThat(interest.lines()).extracting(line -> line.amount().toString()).containsExactly("EUR 24.44", "EUR 135.15");
    }

    /** The sum of costs, interest and principal in section 1.6 of the sources: 40 + 95.72, and 4,864.28 for the principal. */
    @Test
    void whatIsOwedOnThirtyJuneBeforeAPartPayment() {
        Interest interest = new LateInterest(law("DE"), late(DUE, Money.of("EUR", "10000.00")))
                .until(LocalDate.of(2025, 7, 1));
        assertThat(interest.total()).isEqualTo(Money.of("EUR", "95.72"));
        assertThat(Money.of("EUR", "5000.00").minus(interest.lumpSum().orElseThrow()).minus(interest.total()))
                .isEqualTo(Money.of("EUR", "4864.28"));
    }

    /** 31 days of 10,000 at 11.27 %, 10 of it at 10.27 % (28.137), 40 days of 6,000 at 10.27 % (67.529). */
    @Test
    void aPartPaymentLowersTheBaseFromItsDayOn() {
        Interest interest = of("DE", late(DUE, Money.of("EUR", "10000.00"), settled("2025-07-11", "4000.00")));
        assertThat(interest.lines()).extracting(Interest.Line::words).containsExactly(
                "2025-05-31 to 2025-06-30: 31 days, EUR 10000.00 at 11.27 % (DE-BASE of 2025-01-01: 2.27 + 9 %): EUR 95.72",
                "2025-07-01 to 2025-07-10: 10 days, EUR 10000.00 at 10.27 % (DE-BASE of 2025-07-01: 1.27 + 9 %): EUR 28.13",
                "2025-07-11 to 2025-08-19: 40 days, EUR 6000.00 at 10.27 % (DE-BASE of 2025-07-01: 1.27 + 9 %): EUR 67.53");
        assertThat(interest.total()).isEqualTo(Money.of("EUR", "191.38"));
        assertThat(interest.words()).startsWith("INV-1, due 2025-05-30: EUR 191.38").contains("malerblog.net",
                "lump sum: EUR 40.00");
    }

    @Test
    void aRateThatIsNotKnownYetIsNotGuessed() {
        LateItem item = late(LocalDate.of(2026, 6, 1), Money.of("EUR", "100.00"));
        assertThat(new LateInterest(law("DE"), item).until(LocalDate.of(2026, 7, 1)).total().isPositive()).isTrue();
        assertThatThrownBy(() -> new LateInterest(law("DE"), item).until(LocalDate.of(2026, 7, 2)))
                .isInstanceOf(UnknownRateException.class).hasMessageContaining("interest-rates.yaml:")
                .hasMessageContaining("the rates of DE-BASE are known through 2026-06-30, and 2026-07-01 was asked for; add");
        assertThatThrownBy(() -> new LateInterest(law("DE"), late(LocalDate.of(2016, 1, 1), Money.of("EUR", "1.00")))
                .until(LocalDate.of(2016, 8, 1))).isInstanceOf(UnknownRateException.class)
                .hasMessageContaining("begin on 2016-07-01");
    }

    @Test
    void whatIsFixedAtTheStartNeedsNoRateOfToday() {
        Law gb = law("GB");
        assertThat(new LateInterest(gb, late(LocalDate.of(2026, 12, 1), Money.of("GBP", "100.00")))
                .until(LocalDate.of(2027, 12, 2)).total()).isEqualTo(Money.of("GBP", "11.75"));
    }

    private static Interest of(String law, LateItem item) {
        return new LateInterest(law(law), item).until(RECEIVED);
    }

    /** A law that changes does so for delays that begin from its day on; those that have begun keep theirs. */
    @Test
    void eachDelayBearsTheVersionOfTheLawOfItsFirstDay() {
        LocalDate change = LocalDate.of(2025, 6, 1);
        Law before = version("6", new InForce("rates.yaml:5", Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty(),
                Optional.empty()));
        Law law = version("12", new InForce("rates.yaml:9", Optional.of(change), Optional.of(LocalDate.of(2026, 6, 30)),
                Optional.of(before)));
        Money amount = Money.of("EUR", "36500.00");
        assertThat(interest(law, change.minusDays(2), amount, 10)).as("begun the day before").hasToString("EUR 60.00");
        assertThat(interest(law, change.minusDays(1), amount, 10)).hasToString("EUR 120.00");
        assertThat(interest(law.atContractRate(new BigDecimal("1")), change.minusDays(2), amount, 10)).hasToString("EUR 10.00");
        assertThatThrownBy(() -> interest(law, LocalDate.of(2019, 12, 30), amount, 5)).isInstanceOf(UnknownRateException.class)
                .hasMessageStartingWith("rates.yaml:5: the law T is known for delays from 2020-01-01 on, and one began on"
                        + " 2019-12-31; add the version before it");
        assertThatThrownBy(() -> interest(law, change.minusDays(1), amount, 400)).isInstanceOf(UnknownRateException.class)
                .hasMessageStartingWith("rates.yaml:9: the law T is known until 2026-06-30, and");
        assertThat(interest(law, LocalDate.of(2026, 6, 29), amount, 1)).as("its last day").hasToString("EUR 12.00");
    }

    private static Law version(String percent, InForce inForce) {
        return new Law("T", "T", Optional.empty(), Optional.of(new BigDecimal(percent)), RateModel.SPLIT_BY_PERIOD,
                DayCount.ACTUAL_365, DelayStart.DAY_AFTER_DUE, LumpSum.NONE, true, "test", inForce, Optional.empty());
    }

    private static Money interest(Law law, LocalDate due, Money amount, int days) {
        return new LateInterest(law, Laws.late(due, amount)).until(due.plusDays(1 + days)).total();
    }
}
