package org.saldo.dunning.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.interest.Laws.DUE;
import static org.saldo.dunning.interest.Laws.RECEIVED;
import static org.saldo.dunning.interest.Laws.late;
import static org.saldo.dunning.interest.Laws.law;
import static org.saldo.dunning.interest.Laws.settled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.dunning.interest.InterestPolicy.Charging;
import org.saldo.money.Money;

class ChargeTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money TEN_THOUSAND = Money.of("EUR", "10000.00");

    /** Whoever charges every week gets the same as who charges once, to the cent. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void manySmallChargesComeToTheSameAsOne(int everyDays) {
        LateItem item = late(DUE, TEN_THOUSAND, settled("2025-07-11", "4000.00"), settled("2025-08-13", "3333.33"));
        Money sum = Money.of("EUR", "0.00");
        List<LateItem.Days> days = new ArrayList<>();
        int lumpSums = 0;
        for (LocalDate day = DUE.plusDays(2); day.isBefore(RECEIVED.plusDays(everyDays)); day = day.plusDays(everyDays)) {
            LocalDate until = day.isBefore(RECEIVED) ? day : RECEIVED;
            Optional<Charge> charge = charge("DE", "0.00", item, until);
            if (charge.isPresent()) {
                sum = sum.plus(charge.get().interest());
                charge.get().items().forEach(each -> days.add(new LateItem.Days(each.first(), each.last(),
                        each.interest().total())));
                lumpSums += charge.get().lumpSums().isPositive() ? 1 : 0;
                item = new LateItem(item.document(), item.due(), item.firstReminder(), item.open(), new LateItem.Charged(
                        days, true));
                assertThat(Charge.disagreement(law("DE"), item)).isEmpty();
            }
        }
        assertThat(sum).isEqualTo(new LateInterest(law("DE"), item).until(RECEIVED).total());
        assertThat(lumpSums).isEqualTo(1);
    }

    @Test
    void daysInTheMiddleThatWereNotChargedAreChargedAndNoOthers() {
        LateItem whole = late(DUE, TEN_THOUSAND);
        LateInterest interest = new LateInterest(law("DE"), whole);
        LocalDate july = LocalDate.of(2025, 7, 1);
        LocalDate august = LocalDate.of(2025, 8, 1);
        LateItem item = new LateItem(whole.document(), whole.due(), whole.firstReminder(), whole.open(), new LateItem.Charged(
                List.of(new LateItem.Days(august, august.plusDays(9), interest.between(august, august.plusDays(10)).total()),
                        new LateItem.Days(DUE.plusDays(1), july.minusDays(1), interest.until(july).total())), true));
        assertThat(Charge.disagreement(law("DE"), item)).isEmpty();
        assertThat(charge("DE", "0.00", item, RECEIVED).orElseThrow().items()).extracting(Charge.OfItem::first,
                Charge.OfItem::last).containsExactly(Tuple.tuple(july, august.minusDays(1)),
                        Tuple.tuple(august.plusDays(10), RECEIVED.minusDays(1)));
        Money owed = new LateInterest(law("DE"), item).owed(RECEIVED).total();
        assertThat(charge("DE", "0.00", item, RECEIVED).orElseThrow().interest()).isEqualTo(owed)
                .isEqualTo(interest.until(RECEIVED).total().minus(interest.until(july).total())
                        .minus(interest.between(august, august.plusDays(10)).total()));
    }

    @Test
    void whereTheRateIsKnownAtPaymentOnlyWhatIsPaidIsCharged() {
        assertThat(charge("IE", "0.00", late(DUE, TEN_THOUSAND), RECEIVED)).isEmpty();
        assertThat(charge("IE", "0.00", late(DUE, TEN_THOUSAND, settled("2025-08-20", "10000.00")), RECEIVED.plusDays(9)))
                .hasValueSatisfying(charge -> assertThat(charge.interest()).isEqualTo(Money.of("EUR", "225.25")));
    }

    @Test
    void lessThanTheMinimumWaitsUntilItIsMore() {
        LateItem item = late(DUE, Money.of("EUR", "100.00"));
        assertThat(charge("MX", "1.00", item, DUE.plusDays(50))).isEmpty();
        assertThat(charge("MX", "1.00", item, DUE.plusDays(70)))
                .hasValueSatisfying(charge -> assertThat(charge.interest()).isEqualTo(Money.of("EUR", "1.13")));
    }

    private static Optional<Charge> charge(String law, String minimum, LateItem item, LocalDate day) {
        InterestPolicy policy = new InterestPolicy("t", 1, Map.of(EUR, Money.of("EUR", minimum)),
                Optional.of(new Charging(LocalDate.of(2025, 1, 1), 14)), List.of());
        return Charge.of(policy, law(law), EUR, List.of(new Charge.Candidate(1, item)), List.of(), day);
    }
}
