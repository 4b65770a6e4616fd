package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.BOOKED;
import static org.saldo.reconciliation.Till.ISSUED;
import static org.saldo.reconciliation.Till.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.CashDiscount;

/** Where two answers fit, or what looks like a proof may be something else, a person decides. */
class TwoAnswersTest {

    private final Till till = new Till();

    @BeforeEach
    void customers() {
        till.directory.add("C3", "Prisma Holding AG", "", "DE33", "");
    }

    @Test
    void aNumberThatMayStillComeIsNoSlipForCertain() {
        open("INV-1012", "C1", "100.00");
        assertWaits(decide("100.00", "DE11", "INV-1013"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
        assertApplied(decide("100.00", "DE11", "INV-1011"), Rule.SLIP_OF_PEN, "INV-1012 EUR 100.00");
        assertApplied(decide("100.00", "DE11", "INV-9012"), Rule.SLIP_OF_PEN, "INV-1012 EUR 100.00");
        till.add(item("INV-1020", "C2", "70.00", BOOKED.plusDays(1)));
        assertWaits(decide("100.00", "DE11", "INV-1013"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
        open("INV-1021", "C2", "70.00");
        assertApplied(decide("100.00", "DE11", "INV-1013"), Rule.SLIP_OF_PEN, "INV-1012 EUR 100.00");
    }

    @Test
    void aNumberThatIsMissingInAnUnbrokenRunMayStillCome() {
        for (int serial : new int[] {1009, 1010, 1011, 1012, 1014, 1015}) {
            open("INV-" + serial, "C1", (serial == 1012 ? 100 : serial) + ".00");
        }
        assertApplied(decide("100.00", "DE11", "INV-1013"), Rule.SLIP_OF_PEN, "INV-1012 EUR 100.00");
        open("INV-1016", "C2", "70.00");
        assertWaits(decide("100.00", "DE11", "INV-1013"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
    }

    @Test
    void theSeriesOfANumberIsTheGroupOfDigitsInWhichItDiffers() {
        open("12/A/2026", "C1", "100.00");
        open("40/B/2026", "C2", "70.00");
        assertWaits(decide("100.00", "DE11", "13/A/2026"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
        open("14/A/2026", "C2", "70.00");
        assertApplied(decide("100.00", "DE11", "13/A/2026"), Rule.SLIP_OF_PEN, "12/A/2026 EUR 100.00");
    }

    @Test
    void twoCreditNotesThatNobodyHasQuotedAreNeverNettedForCertain() {
        open("INV-1001", "C1", "100.00");
        till.credit("CN-5001", "10.00");
        till.credit("CN-5002", "13.00");
        Verdict verdict = decide("77.00", "DE11", "INV-1001");
        assertWaits(verdict, Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly(
                "CN-5001 10.00 CREDIT_NOTE + CN-5002 13.00 CREDIT_NOTE + INV-1001 77.00 [credit-netted]",
                "INV-1001 77.00 [part-payment]");
        assertApplied(decide("78.00", "DE11", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 EUR 78.00");
    }

    @Test
    void aCreditNoteThatNobodyHasQuotedIsNotNettedWhereTheDifferenceHasAnotherReason() {
        till.items.add(new Item(1, "INV-1001", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("3"), BOOKED)), eur("1000.00"), eur("1000.00")));
        till.credit("CN-5001", "30.00");
        Verdict verdict = decide("970.00", "DE11", "INV-1001");
        assertWaits(verdict, Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly(
                "CN-5001 30.00 CREDIT_NOTE + INV-1001 970.00 [credit-netted]",
                "INV-1001 970.00 + INV-1001 30.00 CASH_DISCOUNT [cash-discount]");
        till.items.set(0, new Item(1, "INV-1001", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("3"), ISSUED)), eur("1000.00"), eur("1000.00")));
        assertWaits(decide("970.00", "DE11", "INV-1001"), Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertApplied(decide("970.00", "DE11", "INV-1001 CN-5001"), Rule.CREDIT_NETTED, "INV-1001 EUR 30.00",
                "INV-1001 EUR 970.00");
        till.items.set(1, new Item(2, "CN-5002", 1, "C1", true, ISSUED, ISSUED, Optional.empty(), eur("1.50"), eur("1.50")));
        assertWaits(decide("998.50", "DE11", "INV-1001"), Reason.SEVERAL_ANSWERS_FIT, "C1");
    }

    @Test
    void whatAnAdviceSaysOfTheDifferenceGoesBeforeACreditNoteThatNobodyHasQuoted() {
        Item invoice = open("INV-1001", "C1", "1000.00");
        till.credit("CN-5001", "30.00");
        assertApplied(decide("970.00", "DE11", "INV-1001"), Rule.CREDIT_NETTED, "INV-1001 EUR 30.00", "INV-1001 EUR 970.00");
        till.advices.add(new Advice("A1", BOOKED, List.of(new Advice.Line("INV-1001", eur("970.00"),
                Optional.of(new Advice.Deduction(eur("30.00"), "price")), List.of(invoice)))));
        assertApplied(decide("970.00", "DE11", "INV-1001"), Rule.ADVICE_EXACT, "INV-1001 EUR 970.00");
    }

    /** What a payer who always takes his discount pays for the one is what is open of the other. */
    @Test
    void anotherItemLessWhatMayBeKeptBackIsAnotherAnswer() {
        till.items.add(new Item(1, "INV-1006", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("2"), BOOKED)), eur("1000.00"), eur("1000.00")));
        Verdict alone = decide("980.00", "DE11", "");
        assertWaits(alone, Reason.LESS_DEDUCTION, "C1");
        assertThat(alone.alternatives()).map(Alternative::toString).containsExactly(
                "INV-1006 980.00 + INV-1006 20.00 CASH_DISCOUNT [cash discount]");
        open("INV-1007", "C1", "980.00");
        assertWaits(decide("980.00", "DE11", ""), Reason.SEVERAL_ANSWERS_FIT, "C1");
        till.items.set(0, new Item(1, "INV-1006", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("2"), ISSUED)), eur("1000.00"), eur("1000.00")));
        assertApplied(decide("980.00", "DE11", ""), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1007 EUR 980.00");
        till.items.set(0, new Item(1, "INV-1006", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.empty(), eur("1000.00"),
                eur("1000.00"), 0, 2000));
        assertWaits(decide("980.00", "DE11", ""), Reason.SEVERAL_ANSWERS_FIT, "C1");
        till.directory.add("C1", new CustomerTerms("ES", "", ""));
        till.items.set(0, new Item(1, "INV-1006", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.empty(), eur("1060.00"),
                eur("1060.00"), 53333, 0));
        assertWaits(decide("980.00", "DE11", ""), Reason.SEVERAL_ANSWERS_FIT, "C1");
    }

    @Test
    void onAccountIsSaidByWholeWords() {
        open("INV-1001", "C1", "50.00");
        assertWaits(decide("50.00", "DE11", "pago a cuenta"), Reason.ON_ACCOUNT, "C1");
        assertWaits(decide("50.00", "DE11", "PAGO A-CUENTA."), Reason.ON_ACCOUNT, "C1");
        assertWaits(decide("50.00", "DE11", "货款预付"), Reason.ON_ACCOUNT, "C1");
        assertApplied(decide("50.00", "DE11", "transferencia cuenta"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 EUR 50.00");
        assertApplied(decide("50.00", "DE11", "factura cuenta"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 EUR 50.00");
    }

    @Test
    void theCustomersNumberIsNoPartOfAnAmountNorOfAnotherNumber() {
        till.directory.add("1000", "Nova Oeste SL", "", "DE44", "");
        open("INV-1001", "1000", "50.00");
        assertWaits(decide("49.00", "DE44", "customer 1000"), Reason.ON_ACCOUNT, "1000");
        assertApplied(decide("50.00", "DE44", "customer 1000"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 EUR 50.00");
        assertApplied(decide("50.00", "DE44", "EUR 10.00 less"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 EUR 50.00");
        assertApplied(decide("50.00", "DE44", "terminal 77100088"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1001 EUR 50.00");
    }

    @Test
    void aCutNameOnlyProposes() {
        open("INV-2026-100059", "C3", "100.00");
        Verdict verdict = decide("100.00", "XX", "PRISMA HOLD", "invoice 100059");
        assertWaits(verdict, Reason.PAYER_UNCERTAIN, null);
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly("INV-2026-100059 100.00");
    }

    private Item open(String number, String customer, String amount) {
        return till.add(item(number, customer, amount, ISSUED));
    }

    private Item item(String number, String customer, String amount, LocalDate issued) {
        return new Item(till.items.size() + 1, number, 1, customer, false, issued, issued.plusDays(30), Optional.empty(),
                eur(amount), eur(amount));
    }

    private Verdict decide(String amount, String iban, String text) {
        return decide(amount, iban, "", text);
    }

    private Verdict decide(String amount, String iban, String name, String text) {
        return till.decide(Till.receipt(amount, name, iban, text, ""));
    }

    private static void assertApplied(Verdict verdict, Rule rule, String... parts) {
        assertThat(verdict.isApplied()).as(verdict.toString()).isTrue();
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.parts()).extracting(part -> part.item().label() + " " + part.amount()).containsExactly(parts);
    }

    private static void assertWaits(Verdict verdict, Reason reason, String customer) {
        assertThat(verdict.isApplied()).as(verdict.toString()).isFalse();
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.customer()).isEqualTo(Optional.ofNullable(customer));
    }
}
