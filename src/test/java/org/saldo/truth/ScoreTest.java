package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;
import org.saldo.store.AllocationRows;
import org.saldo.store.LedgerFixture;

/** The scorer itself: what is right, wrong, short and open, to the cent. */
class ScoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Test
    void whatTheTruthSaysIsRightAndAPartOfItIsShort() {
        assertThat(verdict(Case.CLEAN, "100.00", paid("A", "100.00"))).isEqualTo(Score.Verdict.RIGHT);
        assertThat(verdict(Case.CLEAN, "100.00", paid("A", "60.00"))).isEqualTo(Score.Verdict.SHORT);
        assertThat(verdict(Case.CLEAN, "100.00")).isEqualTo(Score.Verdict.OPEN);
        assertThat(verdict(Case.CLEAN, "100.00", paid("A", "100.00"), paid("A", "-100.00"))).isEqualTo(Score.Verdict.OPEN);
    }

    @Test
    void anotherDocumentMoreThanOwedAndAnUnearnedDiscountAreWrong() {
        assertThat(verdict(Case.CLEAN, "100.00", paid("B", "1.00"))).isEqualTo(Score.Verdict.WRONG);
        assertThat(verdict(Case.PARTIAL, "60.00", paid("A", "60.01"))).isEqualTo(Score.Verdict.WRONG);
        assertThat(verdict(Case.DISCOUNT_LATE, "98.00", paid("A", "98.00"), row("A", "2.00", "CASH_DISCOUNT")))
                .isEqualTo(Score.Verdict.WRONG);
    }

    @Test
    void onlyASmallRestOfAShortPaymentMayBeWrittenOff() {
        assertThat(verdict(Case.SHORT_FEE, "95.00", paid("A", "95.00"), row("A", "5.00", "BANK_CHARGE")))
                .isEqualTo(Score.Verdict.RIGHT);
        assertThat(verdict(Case.SHORT_FEE, "85.00", paid("A", "85.00"), row("A", "15.00", "WRITE_OFF")))
                .isEqualTo(Score.Verdict.WRONG);
        assertThat(verdict(Case.PARTIAL, "95.00", paid("A", "95.00"), row("A", "5.00", "WRITE_OFF")))
                .isEqualTo(Score.Verdict.WRONG);
    }

    @Test
    void ofTwoEqualReceiptsEitherMayBeTheOneThatPaid() {
        Money hundred = Money.of("EUR", "100.00");
        World world = world(List.of(
                new Truth("P1", Case.CLEAN, true, "", Map.of(new Truth.Part("A", "PAYMENT"), hundred)),
                new Truth("P2", Case.DUPLICATE, true, "P1", Map.of())));
        AllocationRows.Row second = new AllocationRows.Row("P2", "A", new BigDecimal("100.00"), "PAYMENT", "", "", "");
        assertThat(Score.of(world, List.of(second)).right()).isEqualTo(2);
        assertThat(Score.of(world, List.of(paid("A", "100.00"), second)).wrong()).hasSize(1);
    }

    /** Of a receipt that pays so much of document A. */
    private static Score.Verdict verdict(Case about, String pays, AllocationRows.Row... rows) {
        Truth truth = new Truth("P1", about, true, "", Map.of(new Truth.Part("A", "PAYMENT"), Money.of("EUR", pays)));
        return Score.of(world(List.of(truth)), List.of(rows)).lines().get(0).verdict();
    }

    private static World world(List<Truth> truths) {
        return new World("test", List.of(), List.of(), truths.stream().map(truth ->
                LedgerFixture.receipt(truth.paymentId(), DAY, "100.00", "Payer", "", "A")).toList(), List.of(), truths);
    }

    private static AllocationRows.Row paid(String document, String amount) {
        return row(document, amount, "PAYMENT");
    }

    private static AllocationRows.Row row(String document, String amount, String kind) {
        return new AllocationRows.Row("P1", document, new BigDecimal(amount), kind, "", "", "");
    }
}
