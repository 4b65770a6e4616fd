package org.saldo.reconciliation;

import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that look like days, or are short: they count for a document whose number is written exactly so. */
class AsWrittenTest {

    private final Till till = new Till();

    /** Another open item has the amount, so only what the text says can tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-02-11 | for goods 2026-02-11",
        "2026-02-11 | of 15/03/26 REF 2026-02-11",
        "2026-02-11 | ２０２６-０２-１１",
        "11/02/26   | versamento 11/02/26",
        "E/57       | Doc. E/57",
        "E/57       | Doc. E/57, cantiere K332-44",
        "2/6        | Estinzione 2/6",
        "A-7        | payment a-7"})
    void itIsReadWhereTheDocumentIsNumberedSo(String number, String text) {
        till.open(number, "100.00");
        till.open("ZZ-9999999", "100.00");
        assertApplied(till.receives("100.00", text), Rule.QUOTED_EXACT, number + " 100.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20260211 | for goods 2026-02-11",
        "2026-0211 | for goods 2026-02-11",
        "2026-02-11 | for goods 2026.02.11",
        "E57 | Doc. E/57",
        "E-57 | Doc. E/57",
        "E/57 | Doc. E/57/3",
        "E/57 | Doc. E/570"})
    void itIsAnotherWhereTheDocumentIsNumberedOtherwise(String number, String text) {
        till.open(number, "100.00");
        till.open("ZZ-9999999", "100.00");
        assertWaits(till.receives("100.00", text), Outcome.PROPOSED, till.receives("100.00", text).reason());
    }

    @Test
    void severalOfThemAddUp() {
        till.open("E/57", "70.00");
        till.open("2/115", "30.00");
        till.open("2026-02-11", "5.00");
        assertApplied(till.receives("105.00", "Docc. E/57 piu 2/115 2026-02-11"), Rule.QUOTED_EXACT,
                "2/115 30.00", "2026-02-11 5.00", "E/57 70.00");
    }

    /** A stranger's day may be any day, and a stranger's 2/6 the second part of six. */
    @ParameterizedTest
    @CsvSource({"2026-02-11", "E/57"})
    void aStrangersProvesTooLittle(String number) {
        till.open(number, "100.00");
        assertWaits(till.receives("100.00", "DE99", number), Outcome.PROPOSED, Reason.PAYER_UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-11", "E/57", "20260211", "11022026"})
    void aPartIsPaidOfTheOnlyNumber(String number) {
        till.open(number, "100.00", LocalDate.of(2026, 2, 3), LocalDate.of(2026, 3, 3));
        assertApplied(till.receives("40.00", number), Rule.PART_PAYMENT, number + " 40.00");
        assertWaits(till.receives("40.00", number + " Bestellung 812345"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertWaits(till.receives("40.00", "DE99", number), Outcome.PROPOSED, Reason.PAYER_UNCERTAIN);
    }

    /** The day of the payment, of issue or of the due date is said where no number is. */
    @ParameterizedTest
    @CsvSource({"2026-03-19", "2026-03-28", "2026-02-03", "2026-04-04", "20260319", "03022026"})
    void noPartIsPaidOfADayThatMeansSomething(String number) {
        till.open(number, "100.00", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        till.open("2026-02-33", "70.00", LocalDate.of(2026, 2, 3), LocalDate.of(2026, 4, 4));
        assertWaits(till.receives("40.00", "part payment " + number), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    @Test
    void noPartIsPaidOfAPieceOfALongerToken() {
        till.open("20260211", "100.00");
        assertWaits(till.receives("40.00", "part payment 20260211-3"), Outcome.PROPOSED, Reason.SUM_DIFFERS);
    }

    /** 1/2 is the first of two, and 2/6 a month as well. */
    @ParameterizedTest
    @CsvSource({"1/2", "2/6"})
    void noPartIsPaidOfWhatMayBeAPart(String number) {
        till.open(number, "100.00");
        assertWaits(till.receives("40.00", "rata " + number), Outcome.PROPOSED, Reason.SUM_DIFFERS);
        assertApplied(till.receives("100.00", "rata " + number), Rule.QUOTED_EXACT, number + " 100.00");
    }
}
