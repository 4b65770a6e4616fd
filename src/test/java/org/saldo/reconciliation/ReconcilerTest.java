package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/** Each rule, and on both sides of its boundaries. */
class ReconcilerTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);

    private final PayerDirectory directory = new PayerDirectory();
    private final List<Item> items = new ArrayList<>();
    private final List<Advice> advices = new ArrayList<>();
    private MatchingPolicy policy = MatchingPolicy.shipped();

    @BeforeEach
    void customers() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur SA", "", "DE22", "");
        directory.add("C3", "Prisma Holding AG", "", "DE33", "");
        directory.add("C4", "Prisma Filial Ltd", "", "", "C3");
    }

    @Test
    void quotedDocumentsThatAddUpAreApplied() {
        open("INV-1001", "C1", "100.00");
        open("INV-1002", "C1", "50.00");
        Verdict verdict = decide("150.00", "DE11", "INV-1001, INV 1002");
        assertApplied(verdict, Rule.QUOTED_EXACT, "INV-1001 EUR 100.00", "INV-1002 EUR 50.00");
        assertThat(verdict.evidence().toString()).contains("INV-1001").contains("INV-1002");
        assertThat(verdict.payerProof().toString()).contains("DE11");
    }

    @Test
    void aStrangerWhoQuotesTheNumberAndPaysTheExactAmountIsAThirdParty() {
        open("INV-1001", "C1", "100.00");
        Verdict verdict = decide("100.00", "XX", "INV-1001");
        assertApplied(verdict, Rule.QUOTED_EXACT, "INV-1001 EUR 100.00");
        assertThat(verdict.customer()).hasValue("C1");
    }

    @Test
    void aStrangerWhoQuotesTheNumberAndPaysLessIsAskedAbout() {
        open("INV-1001", "C1", "100.00");
        assertWaits(decide("99.99", "XX", "INV-1001"), Reason.PAYER_UNCERTAIN, null);
    }

    @Test
    void anotherCustomerWhoQuotesTheNumberAndPaysTheExactAmountIsATrap() {
        open("INV-1001", "C1", "100.00");
        open("INV-2001", "C2", "100.00");
        assertWaits(decide("100.00", "DE22", "INV-1001"), Reason.OTHER_CUSTOMER_QUOTED, "C2");
    }

    @Test
    void aCutNameThatSpeaksForSomebodyElseForbidsIt() {
        open("INV-1001", "C1", "100.00");
        assertWaits(decide("100.00", "XX", "PRISMA HOLD", "INV-1001"), Reason.OTHER_CUSTOMER_QUOTED, null);
    }

    @Test
    void aParentOfMasterDataPaysForItsDaughter() {
        open("INV-1001", "C4", "100.00");
        Verdict verdict = decide("100.00", "DE33", "INV-1001");
        assertApplied(verdict, Rule.QUOTED_EXACT, "INV-1001 EUR 100.00");
        assertThat(verdict.customer()).hasValue("C3");
    }

    @Test
    void anotherCustomersNumberBesideThePayersOwnIsNoise() {
        open("INV-1001", "C1", "100.00");
        open("8812", "C2", "70.00");
        Verdict verdict = decide("100.00", "DE11", "INV-1001 our ref 8812");
        assertApplied(verdict, Rule.QUOTED_EXACT, "INV-1001 EUR 100.00");
        assertThat(verdict.evidence().toString()).contains("rejected: 8812", "of C2 (another customer)");
        assertApplied(decide("100.00", "XX", "INV-1001 our ref 8812"), Rule.QUOTED_EXACT, "INV-1001 EUR 100.00");
        assertWaits(decide("100.00", "XX", "INV-1001 8812"), Reason.SEVERAL_CUSTOMERS_QUOTED, null);
        assertWaits(decide("70.00", "XX", "INV-1001 our ref 8812"), Reason.SEVERAL_CUSTOMERS_QUOTED, null);
    }

    @Test
    void aPartPaymentNeedsItsIdentifiedPayerAndOneQuotedDocument() {
        open("INV-1001", "C1", "100.00");
        open("INV-1002", "C1", "50.00");
        Verdict verdict = decide("60.00", "DE11", "INV-1001");
        assertApplied(verdict, Rule.PART_PAYMENT, "INV-1001 EUR 60.00");
        assertWaits(decide("60.00", "DE11", "INV-1001 INV-1002"), Reason.SUM_DIFFERS, "C1");
    }

    @Test
    void whatIsPaidTooMuchStaysUnapplied() {
        open("INV-1001", "C1", "100.00");
        Verdict verdict = decide("107.33", "DE11", "INV-1001");
        assertApplied(verdict, Rule.OVERPAYMENT, "INV-1001 EUR 100.00");
        assertThat(verdict.cash(Money.of("EUR", "0.00"))).isEqualTo(Money.of("EUR", "100.00"));
        assertWaits(decide("107.33", "XX", "INV-1001"), Reason.PAYER_UNCERTAIN, null);
        assertWaits(decide("107.33", "DE11", "INV-1001 and INV-1099"), Reason.OVERPAYMENT, "C1");
        open("INV-1002", "C1", "7.33");
        assertWaits(decide("107.33", "DE11", "INV-1001"), Reason.OVERPAYMENT, "C1");
    }

    @Test
    void anEarnedCashDiscountIsGivenAndALateOneIsNot() {
        items.add(new Item(1, "INV-1001", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("2"), BOOKED.minusDays(policy.discountGraceDays()))), eur("1000.00"), eur("1000.00")));
        open("INV-1002", "C1", "500.00");
        assertApplied(decide("980.00", "DE11", "INV-1001"), Rule.CASH_DISCOUNT, "INV-1001 EUR 980.00", "INV-1001 EUR 20.00");
        assertApplied(decide("1480.00", "DE11", "INV-1001 INV-1002"), Rule.CASH_DISCOUNT, "INV-1001 EUR 980.00",
                "INV-1001 EUR 20.00", "INV-1002 EUR 500.00");
        items.set(0, new Item(1, "INV-1001", 1, "C1", false, ISSUED, BOOKED.plusDays(30), Optional.of(new CashDiscount(
                new BigDecimal("2"), BOOKED.minusDays(policy.discountGraceDays() + 1))), eur("1000.00"), eur("1000.00")));
        Verdict late = decide("980.00", "DE11", "INV-1001");
        assertApplied(late, Rule.PART_PAYMENT, "INV-1001 EUR 980.00");
        assertThat(late.reason()).isEqualTo(Reason.DISCOUNT_UNEARNED);
    }

    @Test
    void whatIsMissingWithinToleranceIsGivenUpAndACentMoreIsNot() {
        open("INV-1001", "C1", "1000.00");
        Verdict verdict = decide("998.00", "DE11", "INV-1001");
        assertApplied(verdict, Rule.TOLERANCE, "INV-1001 EUR 998.00", "INV-1001 EUR 2.00");
        assertThat(verdict.parts().get(1).kind()).isEqualTo(AllocationKind.WRITE_OFF);
        assertApplied(decide("997.99", "DE11", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 EUR 997.99");
        open("INV-1002", "C1", "100.00");
        assertApplied(decide("99.50", "DE11", "INV-1002"), Rule.TOLERANCE, "INV-1002 EUR 99.50", "INV-1002 EUR 0.50");
        assertApplied(decide("99.49", "DE11", "INV-1002"), Rule.PART_PAYMENT, "INV-1002 EUR 99.49");
        assertWaits(decide("998.00", "XX", "INV-1001"), Reason.PAYER_UNCERTAIN, null);
    }

    @Test
    void aPartOfTheNumberCountsForItsPayerAndTheExactSum() {
        open("INV-2026-100059", "C1", "100.00");
        open("INV-2026-104646", "C1", "50.00");
        open("R00603", "C1", "30.00");
        open("INV-2026-200000", "C2", "100.00");
        assertApplied(decide("100.00", "DE11", "invoice 100059"), Rule.QUOTED_CORE, "INV-2026-100059 EUR 100.00");
        assertApplied(decide("150.00", "DE11", "2026100059 and 104646"), Rule.QUOTED_CORE, "INV-2026-100059 EUR 100.00",
                "INV-2026-104646 EUR 50.00");
        assertApplied(decide("150.00", "DE11", "INV-2026-100059, 104646"), Rule.QUOTED_CORE, "INV-2026-100059 EUR 100.00",
                "INV-2026-104646 EUR 50.00");
        assertApplied(decide("30.00", "DE11", "R603"), Rule.QUOTED_CORE, "R00603 EUR 30.00");
        assertWaits(decide("99.99", "DE11", "invoice 100059"), Reason.NOTHING_FITS, "C1");
        assertWaits(decide("100.00", "XX", "invoice 100059"), Reason.PAYER_UNKNOWN, null);
    }

    @Test
    void gluedMisreadAndListedNumbersAreRead() {
        open("INV-2026-100294", "C1", "100.00");
        open("INV-2026-100295", "C1", "50.00");
        open("INV-2026-100301", "C1", "25.00");
        open("R00222", "C1", "30.00");
        open("2600726", "C1", "77.00");
        assertApplied(decide("100.00", "XX", "Reglement fact. nINV-2026-100294"), Rule.QUOTED_EXACT,
                "INV-2026-100294 EUR 100.00");
        assertApplied(decide("100.00", "DE11", "INV-2026-1OO294"), Rule.QUOTED_CORE, "INV-2026-100294 EUR 100.00");
        assertApplied(decide("175.00", "DE11", "INV-2026-100294, 95 and 301"), Rule.QUOTED_CORE,
                "INV-2026-100294 EUR 100.00", "INV-2026-100295 EUR 50.00", "INV-2026-100301 EUR 25.00");
        assertApplied(decide("150.00", "DE11", "INV-2026-100294-100295"), Rule.QUOTED_CORE,
                "INV-2026-100294 EUR 100.00", "INV-2026-100295 EUR 50.00");
        assertApplied(decide("30.00", "DE11", "RF2400222"), Rule.QUOTED_CORE, "R00222 EUR 30.00");
        assertApplied(decide("77.00", "DE11", "invoice 26-726"), Rule.QUOTED_CORE, "2600726 EUR 77.00");
        assertWaits(decide("100.00", "DE11", "INV-2019-100294"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
    }

    @Test
    void theWholeBalanceIsOneAnswerOnly() {
        open("INV-1001", "C1", "100.00");
        open("INV-1002", "C1", "51.17");
        open("INV-1003", "C1", "4.40");
        assertApplied(decide("155.57", "DE11", "thank you"), Rule.WHOLE_BALANCE, "INV-1001 EUR 100.00", "INV-1002 EUR 51.17",
                "INV-1003 EUR 4.40");
        assertWaits(decide("155.57", "XX", "HANSA NORTE", ""), Reason.PAYER_UNCERTAIN, "C1");
    }

    @Test
    void theOnlySetOfTheAmountIsTakenWhenChanceIsRuledOut() {
        open("INV-1001", "C1", "1011.13");
        open("INV-1002", "C1", "2052.29");
        open("INV-1003", "C1", "977.71");
        assertApplied(decide("1988.84", "DE11", ""), Rule.ONLY_SET_OF_AMOUNT, "INV-1001 EUR 1011.13", "INV-1003 EUR 977.71");
        for (int i = 0; i < 12; i++) {
            open("INV-200" + i, "C1", "3" + i + ".0" + i % 10);
        }
        assertWaits(decide("1988.84", "DE11", ""), Reason.SET_NOT_PROVED, "C1");
    }

    @Test
    void aPartPaymentIsNotTakenWhenAnotherItemHasExactlyThisAmount() {
        open("INV-1001", "C1", "100.00");
        open("INV-1007", "C1", "60.00");
        assertWaits(decide("60.00", "DE11", "INV-1001"), Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertApplied(decide("59.99", "DE11", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 EUR 59.99");
    }

    @Test
    void aShortNumberProvesAPartOnlyWhenItIsAnnouncedOrTheOnlyOne() {
        open("417", "C1", "100.00");
        assertApplied(decide("100.00", "DE11", "order 417"), Rule.QUOTED_EXACT, "417 EUR 100.00");
        assertWaits(decide("40.00", "DE11", "order 417"), Reason.SUM_DIFFERS, "C1");
        assertWaits(decide("40.00", "DE11", "417 1812"), Reason.SUM_DIFFERS, "C1");
        assertApplied(decide("40.00", "DE11", "invoice 417"), Rule.PART_PAYMENT, "417 EUR 40.00");
        assertApplied(decide("40.00", "DE11", "417 thank you"), Rule.PART_PAYMENT, "417 EUR 40.00");
    }

    @Test
    void theOnlyItemOfTheAmountIsTaken() {
        open("INV-1001", "C1", "100.00");
        open("INV-1002", "C1", "50.00");
        assertApplied(decide("50.00", "DE11", "thank you"), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1002 EUR 50.00");
        assertApplied(decide("50.00", "XX", "HANSA NORTE", ""), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1002 EUR 50.00");
        assertWaits(decide("50.01", "DE11", "thank you"), Reason.NOTHING_FITS, "C1");
        assertWaits(decide("50.00", "XX", "thank you"), Reason.PAYER_UNKNOWN, null);
    }

    @Test
    void twoItemsOfTheAmountAreNotGuessedBetween() {
        open("INV-1001", "C1", "50.00");
        open("INV-1002", "C1", "50.00");
        Verdict verdict = decide("50.00", "DE11", "thank you");
        assertWaits(verdict, Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertThat(verdict.alternatives()).hasSize(2);
    }

    @Test
    void aPairOrTripleWithTheSameSumIsAnotherAnswer() {
        open("INV-1001", "C1", "60.00");
        open("INV-1002", "C1", "40.00");
        open("INV-1003", "C1", "20.00");
        assertWaits(decide("60.00", "DE11", ""), Reason.SEVERAL_ANSWERS_FIT, "C1");
        open("INV-1004", "C1", "120.00");
        assertWaits(decide("120.00", "DE11", ""), Reason.SEVERAL_ANSWERS_FIT, "C1");
        assertApplied(decide("40.00", "DE11", ""), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1002 EUR 40.00");
    }

    @Test
    void anItemIssuedAfterTheBookingDateMatchesOnlyWhenQuoted() {
        items.add(item("INV-1001", "C1", "100.00", BOOKED.plusDays(1)));
        assertWaits(decide("100.00", "DE11", ""), Reason.NOTHING_FITS, "C1");
        assertApplied(decide("100.00", "DE11", "INV-1001"), Rule.QUOTED_EXACT, "INV-1001 EUR 100.00");
    }

    @Test
    void aSlipOfThePenIsSeenAndAnotherNumberLikeOursIsAskedAbout() {
        open("INV-2026-1001", "C1", "100.00");
        open("INV-2026-1099", "C2", "70.00");
        assertApplied(decide("100.00", "DE11", "INV-2026-1007"), Rule.SLIP_OF_PEN, "INV-2026-1001 EUR 100.00");
        assertThat(decide("100.00", "DE11", "INV-2026-0110").outcome()).isEqualTo(Outcome.PROPOSED);
        assertThat(decide("100.00", "DE11", "INV-2026-1010").outcome()).isEqualTo(Outcome.APPLIED);
        assertWaits(decide("100.00", "DE11", "INV-2026-2077"), Reason.UNKNOWN_NUMBER_QUOTED, "C1");
    }

    @Test
    void aSlipThatHitsAnotherCustomersNumberIsStillASlip() {
        open("INV-2026-1001", "C1", "100.00");
        open("INV-2026-1007", "C2", "70.00");
        assertApplied(decide("100.00", "DE11", "INV-2026-1007"), Rule.SLIP_OF_PEN, "INV-2026-1001 EUR 100.00");
        open("INV-2026-1008", "C2", "100.00");
        assertWaits(decide("100.00", "DE11", "INV-2026-1008"), Reason.OTHER_CUSTOMER_QUOTED, "C1");
    }

    @Test
    void moreOpenItemsThanCanBeSearchedLeaveTheAmountUnproved() {
        for (int i = 0; i <= policy.searchedItems(); i++) {
            open("INV-" + (3000 + i), "C1", (1000 + i * i) + ".0" + i % 7);
        }
        assertWaits(decide("1000.00", "DE11", ""), Reason.TOO_MANY_OPEN_ITEMS, "C1");
        items.remove(items.size() - 1);
        assertApplied(decide("1000.00", "DE11", ""), Rule.ONLY_ITEM_OF_AMOUNT, "INV-3000 EUR 1000.00");
    }

    @Test
    void theSecondPaymentOfAPaidInvoiceStays() {
        items.add(item("INV-1001", "C1", "100.00", ISSUED).withOpen(Money.of("EUR", "0.00")));
        open("INV-1002", "C1", "100.00");
        assertWaits(decide("100.00", "DE11", "INV-1001"), Reason.DUPLICATE_PAYMENT, "C1");
        assertWaits(decide("90.00", "DE11", "INV-1001"), Reason.QUOTED_IS_SETTLED, "C1");
    }

    @Test
    void creditNotesAreNettedWhenTheRestIsExactlyTheReceipt() {
        open("INV-1001", "C1", "100.00");
        items.add(credit("CN-5001", "23.00"));
        Verdict verdict = decide("77.00", "DE11", "INV-1001 - CN-5001");
        assertApplied(verdict, Rule.CREDIT_NETTED, "INV-1001 EUR 23.00", "INV-1001 EUR 77.00");
        assertThat(verdict.parts().get(0).counter()).map(Item::number).hasValue("CN-5001");
        assertApplied(decide("77.00", "DE11", "INV-1001"), Rule.CREDIT_NETTED, "INV-1001 EUR 23.00", "INV-1001 EUR 77.00");
        assertWaits(decide("79.00", "DE11", "INV-1001 - CN-5001"), Reason.CREDIT_NOTE_QUOTED, "C1");
        items.add(credit("CN-5002", "23.00"));
        assertWaits(decide("77.00", "DE11", "INV-1001"), Reason.SEVERAL_ANSWERS_FIT, "C1");
    }

    @Test
    void aCreditNoteOfARoundShareThatIsNotQuotedMayAsWellBeAPartPayment() {
        open("INV-1001", "C1", "100.00");
        items.add(credit("CN-5001", "50.00"));
        assertApplied(decide("50.00", "DE11", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 EUR 50.00");
        assertApplied(decide("50.00", "DE11", "INV-1001 - CN-5001"), Rule.CREDIT_NETTED, "INV-1001 EUR 50.00",
                "INV-1001 EUR 50.00");
    }

    private Item credit(String number, String amount) {
        return new Item(items.size() + 1, number, 1, "C1", true, ISSUED, ISSUED, Optional.empty(), eur(amount), eur(amount));
    }

    @Test
    void anItemInAnotherCurrencyIsNotPaidByThisOne() {
        items.add(new Item(99, "INV-1001", 1, "C1", false, ISSUED, ISSUED, Optional.empty(), Money.of("USD", "100.00"),
                Money.of("USD", "100.00")));
        assertWaits(decide("100.00", "DE11", "INV-1001"), Reason.CURRENCY_DIFFERS, "C1");
    }

    @Test
    void twoReadingsOfTheTextAreLeftToAPerson() {
        open("INV-2026-5495", "C1", "100.00");
        open("5495", "C1", "100.00");
        assertWaits(decide("100.00", "DE11", "INV 2026 5495"), Reason.TEXT_UNCLEAR, "C1");
        assertApplied(decide("100.00", "DE11", "INV-2026-5495"), Rule.QUOTED_EXACT, "INV-2026-5495 EUR 100.00");
    }

    @Test
    void anAdviceThatFitsSaysWhatIsPaid() {
        Item first = open("INV-1001", "C1", "100.00");
        Item second = open("INV-1002", "C1", "50.00");
        advices.add(new Advice("A1", BOOKED.minusDays(policy.adviceDays()), List.of(
                new Advice.Line("INV-1001", Money.of("EUR", "80.00"), List.of(first)),
                new Advice.Line("INV-1002", Money.of("EUR", "50.00"), List.of(second)))));
        assertApplied(decide("130.00", "DE11", "as advised"), Rule.ADVICE_EXACT, "INV-1001 EUR 80.00", "INV-1002 EUR 50.00");
        assertWaits(decide("129.99", "DE11", "as advised"), Reason.NOTHING_FITS, "C1");
        advices.set(0, new Advice("A1", BOOKED.minusDays(policy.adviceDays() + 1), advices.get(0).lines()));
        assertWaits(decide("130.00", "DE11", "as advised"), Reason.NOTHING_FITS, "C1");
    }

    @Test
    void whatARuleThatIsOffWouldHaveAppliedIsProposed() {
        policy = policy.withRules(EnumSet.of(Rule.RETURN));
        open("INV-1001", "C1", "100.00");
        Verdict verdict = decide("100.00", "DE11", "INV-1001");
        assertWaits(verdict, Reason.RULE_IS_OFF, "C1");
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly("INV-1001 100.00");
    }

    @Test
    void aDebitThatIsNoReturnIsNotTouched() {
        assertWaits(decide("-12.00", "XX", "fee"), Reason.DEBIT, null);
    }

    @Test
    void aReturnNeedsItsPaymentAndItsAmount() {
        Item paid = item("INV-1001", "C1", "100.00", ISSUED).withOpen(Money.of("EUR", "0.00"));
        OriginalPayment original = new OriginalPayment(Optional.of("C1"), Money.of("EUR", "0.00"),
                List.of(Verdict.Part.cash(paid, Money.of("EUR", "100.00"))));
        assertThat(decideReturn("-100.00", original).parts()).hasSize(1);
        assertThat(decideReturn("-99.99", original).reason()).isEqualTo(Reason.RETURN_DIFFERS);
        assertThat(decideReturn("-100.01", original).reason()).isEqualTo(Reason.RETURN_DIFFERS);
        assertThat(decideReturn("-100.00", null).reason()).isEqualTo(Reason.RETURN_OF_UNKNOWN);
    }

    private Verdict decideReturn(String amount, OriginalPayment original) {
        return new Reconciler(policy, directory).decideReturn(receipt(amount, "DE11", "Hansa", "RETURN", "P0"),
                Optional.ofNullable(original));
    }

    private Item open(String number, String customer, String amount) {
        Item item = item(number, customer, amount, ISSUED);
        items.add(item);
        return item;
    }

    private Item item(String number, String customer, String amount, LocalDate issued) {
        return new Item(items.size() + 1, number, 1, customer, false, issued, issued.plusDays(30), Optional.empty(), eur(amount),
                eur(amount));
    }

    private Verdict decide(String amount, String iban, String text) {
        return decide(amount, iban, "", text);
    }

    private Verdict decide(String amount, String iban, String name, String text) {
        ItemBook book = new ItemBook();
        items.forEach(book::add);
        return new Matcher(policy, directory, book).decide(receipt(amount, iban, name, text, ""),
                directory.identify(name, iban).customer().isPresent() ? advices : List.of());
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    private static Receipt receipt(String amount, String iban, String name, String text, String returnOf) {
        return new Receipt(new ReceiptKey("main", "DE00", "P1"), BOOKED, BOOKED, Money.of("EUR", amount), name, iban, "", text,
                "", "", Receipt.Instrument.TRANSFER, Optional.empty(), returnOf, "", "", false);
    }

    private static void assertApplied(Verdict verdict, Rule rule, String... parts) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.APPLIED);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.parts()).extracting(part -> part.item().label() + " " + part.amount()).containsExactly(parts);
    }

    private static void assertWaits(Verdict verdict, Reason reason, String customer) {
        assertThat(verdict.outcome()).as(verdict.toString()).isNotEqualTo(Outcome.APPLIED);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.customer()).isEqualTo(Optional.ofNullable(customer));
        assertThat(verdict.parts()).isEmpty();
    }
}
