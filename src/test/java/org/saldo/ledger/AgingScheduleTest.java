package org.saldo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;

class AgingScheduleTest {

    private static final LocalDate DAY = LocalDate.of(2028, 3, 1);

    @Test
    void bucketsMeetWithoutGapOrOverlap() {
        AgingBuckets buckets = AgingBuckets.USUAL;
        assertThat(IntStream.of(-5, 0, 1, 30, 31, 60, 61, 90, 91, 4000).map(buckets::indexOf))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(IntStream.range(1, buckets.count()).mapToObj(buckets::days))
                .containsExactly("1-30", "31-60", "61-90", "91+");
    }

    @Test
    void theDueDateIsNotOverdueAndALeapDayCounts() {
        AgingSchedule aging = AgingSchedule.of(AgingBuckets.USUAL, DAY, List.of(
                due("2028-03-01", "1.00"), due("2028-02-29", "2.00"), due("2028-01-31", "4.00"),
                due("2028-01-30", "8.00")), eur("0.00"));
        assertThat(aging.amounts()).containsExactly(eur("1.00"), eur("6.00"), eur("8.00"), eur("0.00"), eur("0.00"));
        assertThat(aging.overdue()).isEqualTo(eur("14.00"));
    }

    @Test
    void creditsStandApartAndTheBalanceIsWhatIsLeft() {
        AgingSchedule aging = AgingSchedule.of(AgingBuckets.USUAL, DAY,
                List.of(due("2027-01-01", "100.00"), due("2027-01-01", "-30.00")), eur("5.00"));
        assertThat(aging.amounts().get(4)).isEqualTo(eur("100.00"));
        assertThat(aging.credits()).isEqualTo(eur("35.00"));
        assertThat(aging.balance()).isEqualTo(eur("65.00"));
        assertThat(aging.plus(aging).balance()).isEqualTo(eur("130.00"));
    }

    @Test
    void bucketsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new AgingBuckets(List.of(30, 30))).hasMessageContaining("ascending");
        assertThatThrownBy(() -> new AgingBuckets(List.of())).hasMessageContaining("at least one");
    }

    private static AgingSchedule.Due due(String day, String balance) {
        return new AgingSchedule.Due(LocalDate.parse(day), eur(balance));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
