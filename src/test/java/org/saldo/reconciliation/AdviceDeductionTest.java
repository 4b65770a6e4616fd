package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;
import static org.saldo.reconciliation.Till.eur;
import static org.saldo.reconciliation.Till.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.DifferenceCode;

/** Advices whose payer keeps something back. */
class AdviceDeductionTest {

    private final Till till = new Till();

    @Test
    void whatIsDeductedStaysOpenWithItsCodeAndDoesNotBlockTheRest() {
        Item first = till.open("INV-1001", "1000.00");
        Item second = till.open("INV-1002", "500.00");
        till.advice("A1", line(first, "950.00", "50.00", "Preisdifferenz Pos. 3"), line(second, "500.00", "", ""));
        Verdict verdict = till.receives("1450.00", "as advised");
        assertApplied(verdict, Rule.ADVICE_EXACT, "INV-1001 950.00", "INV-1002 500.00");
        assertThat(verdict.reason()).isEqualTo(Reason.ADVICE_LESS_DEDUCTION);
        assertThat(verdict.evidence().toString()).contains("EUR 50.00 of INV-1001 stays open as PRICE");
        assertWaits(till.receives("1449.99", "as advised"), Outcome.DEFERRED, Reason.NOTHING_FITS);
    }

    @Test
    void someWriteWhatTheyOweBeforeTheDeduction() {
        Item first = till.open("INV-1001", "1000.00");
        Item second = till.open("INV-1002", "80.00");
        till.advice("A1", line(first, "1000.00", "50.00", "damaged goods"), line(second, "80.00", "80.00", "offset"));
        Verdict verdict = till.receives("950.00", "as advised");
        assertApplied(verdict, Rule.ADVICE_EXACT, "INV-1001 950.00");
        assertThat(verdict.evidence().toString()).contains("EUR 50.00 of INV-1001 stays open as QUALITY_RETURN")
                .contains("EUR 80.00 of INV-1002 stays open as SETOFF");
    }

    @Test
    void anAdviceExplainsADifferenceBetterThanTheAmountOfWhatIsQuoted() {
        Item invoice = till.open("INV-1001", "1000.00");
        assertApplied(till.receives("999.00", "INV-1001"), Rule.TOLERANCE, "INV-1001 999.00", "INV-1001 1.00 WRITE_OFF");
        till.advice("A1", line(invoice, "999.00", "1.00", "freight"));
        Verdict verdict = till.receives("999.00", "INV-1001");
        assertApplied(verdict, Rule.ADVICE_EXACT, "INV-1001 999.00");
        assertThat(verdict.evidence().toString()).contains("stays open as FREIGHT");
    }

    @Test
    void aDiscountThatWasEarnedIsGivenAndOneThatWasNotStaysOpen() {
        Item earned = till.discounted("INV-1001", "1000.00", new CashDiscount(new BigDecimal("2"), Till.BOOKED));
        Item late = till.discounted("INV-1002", "1000.00", new CashDiscount(new BigDecimal("2"), Till.BOOKED.minusDays(10)));
        till.advice("A1", line(earned, "980.00", "20.00", "Skonto"), line(late, "980.00", "20.00", "Skonto"));
        Verdict verdict = till.receives("1960.00", "as advised");
        assertApplied(verdict, Rule.ADVICE_EXACT, "INV-1001 980.00", "INV-1002 980.00", "INV-1001 20.00 CASH_DISCOUNT");
        assertThat(verdict.evidence().toString()).contains("EUR 20.00 of INV-1002 stays open as DISC_UNEARNED");
    }

    @Test
    void aCreditNoteInAnAdviceIsNetted() {
        Item invoice = till.open("INV-1001", "1000.00");
        Item note = till.credit("CN-5001", "120.00");
        till.advice("A1", line(invoice, "1000.00", "", ""), line(note, "-100.00", "", ""));
        Verdict verdict = till.receives("900.00", "as advised");
        assertApplied(verdict, Rule.ADVICE_EXACT, "CN-5001 100.00 CREDIT_NOTE", "INV-1001 900.00");
        till.advices.clear();
        till.advice("A1", line(invoice, "1000.00", "", ""), line(note, "-120.01", "", ""));
        assertWaits(till.receives("879.99", "as advised"), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
    }

    @Test
    void moreThanIsOpenIsNotPaidWhateverIsDeducted() {
        Item invoice = till.open("INV-1001", "1000.00");
        till.advice("A1", line(invoice, "1000.01", "5.00", "price"));
        assertWaits(till.receives("1000.01", "as advised"), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
    }

    /** The advice names an invoice that is not in yet, so the one whose amount the receipt has by chance is not meant. */
    @Test
    void whatThePayerHasSaidGoesBeforeTheAmountThoughItCannotBeFollowed() {
        Item named = till.open("INV-1002", "200.00");
        till.open("INV-1005", "500.00");
        till.advice("A1", new Advice.Line("INV-1009", eur("300.00"), List.of()), line(named, "200.00", "", ""));
        Verdict verdict = till.receives("500.00", "thank you");
        assertWaits(verdict, Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
        assertThat(verdict.evidence().toString()).contains("but INV-1009 is not known");
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly("INV-1002 200.00 [advice A1]");
        assertWaits(till.receives("500.00", "PO 1005"), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
        assertApplied(till.receives("500.00", "INV-1005"), Rule.QUOTED_EXACT, "INV-1005 500.00");
        till.advices.clear();
        till.advice("A1", new Advice.Line("INV-1009", eur("300.00"), List.of()), line(named, "201.00", "", ""));
        assertApplied(till.receives("500.00", "thank you"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1005 500.00");
    }

    @Test
    void aDifferenceIsNotExplainedAgainstAnAdviceThatCannotBeFollowed() {
        Item named = till.open("INV-1001", "1200.00");
        till.advice("A1", line(named, "900.00", "", ""), new Advice.Line("INV-1009", eur("100.00"), List.of()));
        assertWaits(till.receives("1000.00", "INV-1001"), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
        assertApplied(till.receives("999.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 999.00");
    }

    @Test
    void anAdviceMayNameDocumentsByAPartOfTheirNumberWhenItPaysThemInFull() {
        till.open("INV-2026-100059", "100.00");
        till.open("INV-2026-100060", "50.00");
        till.advice("A1", new Advice.Line("100059", eur("100.00"), List.of()),
                new Advice.Line("100060", eur("45.00"), Optional.of(new Advice.Deduction(eur("5.00"), "price")), List.of()));
        assertApplied(till.receives("145.00", "as advised"), Rule.ADVICE_EXACT, "INV-2026-100059 100.00",
                "INV-2026-100060 45.00");
        till.advices.clear();
        till.advice("A1", new Advice.Line("100059", eur("90.00"), List.of()));
        assertWaits(till.receives("90.00", "as advised"), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
    }

    @Test
    void anAdviceThatCameTwiceIsOne() {
        Item first = till.open("INV-1001", "100.00");
        Item second = till.open("INV-1002", "100.00");
        till.advice("A1", line(first, "80.00", "", ""));
        till.advice("A2", line(first, "80.00", "", ""));
        Verdict verdict = till.receives("80.00", "as advised");
        assertApplied(verdict, Rule.ADVICE_EXACT, "INV-1001 80.00");
        assertThat(verdict.evidence().toString()).contains("advice A1, A2: ");
        till.advice("A3", line(second, "80.00", "", ""));
        assertWaits(till.receives("80.00", "as advised"), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @ParameterizedTest
    @CsvSource({"Preisdifferenz,PRICE", "price,PRICE", "retención IRPF 15%,WITHHOLDING_TAX",
        "retención de garantía 5%,RETENTION", "RETENCION DE GARANTIA,RETENTION", "质量问题,QUALITY_RETURN",
        "Mängelrüge,QUALITY_RETURN", "PENALTY_LATE_DELIVERY,PENALTY_LATE_DELIVERY", "surprise,UNKNOWN", "'',UNKNOWN",
        "as discussed,UNKNOWN", "enterprise,UNKNOWN", "quantity discount,UNKNOWN"})
    void theLongestWordSaysWhatADeductionIs(String reason, DifferenceCode code) {
        assertThat(MatchingPolicy.shipped().differences().deductionWords().codeOf(reason)).isEqualTo(code);
    }

    @Test
    void theWordsAreThoseOfThePolicy() {
        DeductionWords words = new DeductionWords(Map.of(DifferenceCode.FREIGHT, List.of("Rollgeld")));
        assertThat(words.codeOf("abzgl. Rollgeld")).isEqualTo(DifferenceCode.FREIGHT);
        assertThat(words.codeOf("Fracht")).isEqualTo(DifferenceCode.UNKNOWN);
    }
}
