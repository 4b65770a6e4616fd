package org.saldo.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How lists write amounts and days: found by all of them together, never guessed. */
class ListFormatsTest {

    private static List<ListRow.Cell> cells(String... texts) {
        return Arrays.stream(texts).map(ListRow.Cell::text).toList();
    }

    private static String amount(String text, String... others) {
        List<ListRow.Cell> cells = new java.util.ArrayList<>(cells(others));
        cells.add(ListRow.Cell.text(text));
        return AmountFormat.of(cells).flatMap(format -> format.read(ListRow.Cell.text(text)))
                .map(read -> read.value().toPlainString() + (read.side() == 0 ? "" : read.side() < 0 ? " lowers" : " owes"))
                .orElse("unclear");
    }

    @Test
    void amountsOfManyHandsAreOneNumber() {
        assertThat(List.of(amount("1.234,56"), amount("1,234.56"), amount("1 234,56"), amount("1'234.56"),
                amount("1\u00a0234,56"))).containsOnly("1234.56");
        assertThat(amount("1.234.567,8")).isEqualTo("1234567.8");
        assertThat(amount("12,34,567.50")).isEqualTo("1234567.50");
        assertThat(List.of(amount("-12.50"), amount("12.50-"), amount("(12.50)"), amount("\u221212.50"), amount("€ -12.50")))
                .containsOnly("-12.50");
        assertThat(amount("EUR 99.00")).isEqualTo("99.00");
        assertThat(amount("¥1200.00")).isEqualTo("1200.00");
        assertThat(amount("12,50 S")).isEqualTo("12.50 lowers");
        assertThat(amount("12,50 H")).isEqualTo("12.50 owes");
        assertThat(amount("12.50 Dr")).isEqualTo("12.50 lowers");
    }

    @Test
    void aThousandOrADecimalIsOnlyKnownFromTheOthers() {
        assertThat(amount("1.190")).isEqualTo("unclear");
        assertThat(amount("1.190", "12,50")).isEqualTo("1190");
        assertThat(amount("1.190", "12.50")).isEqualTo("1.190");
        assertThat(amount("12.50", "12,50")).isEqualTo("unclear");
        assertThat(amount("1.2.3")).isEqualTo("unclear");
        assertThat(amount("05.10.2026", "12.50")).isEqualTo("unclear");
        assertThat(amount("1.234.56", "12.50")).isEqualTo("unclear");
        assertThat(amount("about 12.50", "12.50")).isEqualTo("unclear");
        assertThat(amount("1190")).isEqualTo("1190");
    }

    @Test
    void aNumberOfASheetIsTakenAsItIs() {
        AmountFormat comma = AmountFormat.of(cells("1,50")).orElseThrow();
        assertThat(comma.read(new ListRow.Cell("1234.56", true, false)).orElseThrow().value())
                .isEqualTo(new BigDecimal("1234.56"));
    }

    private static Optional<LocalDate> day(String text, String... others) {
        List<ListRow.Cell> cells = new java.util.ArrayList<>(cells(others));
        cells.add(ListRow.Cell.text(text));
        return DayFormat.of(cells).read(ListRow.Cell.text(text));
    }

    @Test
    void daysOfManyHandsAreOneDay() {
        for (String text : List.of("2026-10-05", "2026/10/05", "20261005", "05.10.2026", "5.10.26", "05-Oct-2026", "5 Okt 2026",
                "2026年10月5日", "2026-10-05 00:00:00", "5 de octubre de 2026", "05.10.2026 12:30")) {
            assertThat(day(text)).as(text).hasValue(LocalDate.of(2026, 10, 5));
        }
        assertThat(DayFormat.of(List.of()).read(new ListRow.Cell("46300", true, false))).hasValue(LocalDate.of(2026, 10, 5));
    }

    @Test
    void dayAndMonthAreOnlyKnownFromTheOthers() {
        assertThat(day("05/10/2026")).isEmpty();
        assertThat(day("05/10/2026", "25/10/2026")).hasValue(LocalDate.of(2026, 10, 5));
        assertThat(day("10/05/2026", "10/25/2026")).hasValue(LocalDate.of(2026, 10, 5));
        assertThat(day("05/10/2026", "25/10/2026", "10/25/2026")).isEmpty();
        assertThat(day("31.02.2026")).isEmpty();
    }
}
