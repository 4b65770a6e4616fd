package org.saldo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Postings.Holding;
import org.saldo.money.Money;

class PostingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);
    private static final PostingEvent EVENT = new PostingEvent("main", 7, DAY.plusDays(17), DAY, "INV-1");

    @Test
    void anInvoiceIsOwedAgainstRevenueAndTaxByRate() {
        List<Posting> postings = Postings.document(EVENT, billed("119.00", tax("19.00", "100.00", "19.00")));
        assertThat(postings).extracting(PostingsTest::line).containsExactly(
                "RECEIVABLE C-1 EUR 119.00 ", "REVENUE  EUR -100.00 19", "TAX  EUR -19.00 19");
        assertThat(postings).allSatisfy(posting -> {
            assertThat(posting.postingDate()).isEqualTo(DAY.plusDays(17));
            assertThat(posting.effectiveOn()).isEqualTo(DAY);
            assertThat(posting.eventId()).isEqualTo(7);
        });
    }

    @Test
    void aCreditNotePostsTheOtherWayRound() {
        Billed note = new Billed("C-1", DocumentType.CREDIT_NOTE, eur("-119.00"), false,
                List.of(tax("19", "100.00", "19.00")));
        assertThat(Postings.document(EVENT, note)).extracting(PostingsTest::line).containsExactly(
                "RECEIVABLE C-1 EUR -119.00 ", "REVENUE  EUR 100.00 19", "TAX  EUR 19.00 19");
    }

    @Test
    void aBreakdownThatDoesNotAddUpIsNotPosted() {
        assertThat(Postings.document(EVENT, billed("59.50", tax("19", "100.00", "19.00"))))
                .extracting(PostingsTest::line).containsExactly("RECEIVABLE C-1 EUR 59.50 ", "REVENUE  EUR -59.50 ");
    }

    @Test
    void aDocumentTakenBackWholeGivesItsTaxBack() {
        Billed billed = billed("119.00", tax("19", "100.00", "19.00"));
        assertThat(Postings.cancellation(EVENT, billed, eur("119.00"))).extracting(PostingsTest::line).containsExactly(
                "RECEIVABLE C-1 EUR -119.00 ", "REVENUE  EUR 100.00 19", "TAX  EUR 19.00 19");
        assertThat(Postings.cancellation(EVENT, billed, eur("-119.00"))).extracting(PostingsTest::line)
                .containsExactlyElementsOf(Postings.document(EVENT, billed).stream().map(PostingsTest::line).toList());
        assertThat(Postings.cancellation(EVENT, billed, eur("19.00"))).extracting(PostingsTest::line)
                .containsExactly("RECEIVABLE C-1 EUR -19.00 ", "REVENUE  EUR 19.00 ");
    }

    @Test
    void moneyIsNobodysUntilADecisionSaysWhose() {
        assertThat(Postings.receipt(EVENT, eur("50.00"), false)).extracting(PostingsTest::line)
                .containsExactly("CASH  EUR 50.00 ", "UNIDENTIFIED  EUR -50.00 ");
        assertThat(Postings.receipt(EVENT, eur("50.00"), true)).extracting(PostingsTest::line)
                .containsExactly("OPENING  EUR 50.00 ", "UNIDENTIFIED  EUR -50.00 ");
        assertThat(Postings.decision(EVENT, Holding.UNIDENTIFIED, Holding.unapplied("C-1"), eur("50.00")))
                .extracting(PostingsTest::line)
                .containsExactly("UNIDENTIFIED  EUR 50.00 ", "UNAPPLIED C-1 EUR -50.00 ");
        assertThat(Postings.decision(EVENT, Holding.NOT_OURS, Holding.NOT_OURS, eur("50.00"))).isEmpty();
    }

    @Test
    void cashOfOneCustomerMaySettleTheItemOfAnother() {
        assertThat(Postings.allocation(EVENT, AllocationKind.PAYMENT, eur("40.00"), eur("40.00"), "C-2", "C-1", "19"))
                .extracting(PostingsTest::line)
                .containsExactly("UNAPPLIED C-1 EUR 40.00 ", "RECEIVABLE C-2 EUR -40.00 ");
    }

    @Test
    void cashOfAnotherCurrencyGoesOverTheExchangeAccountSoThatEachCurrencyBalances() {
        assertThat(Postings.allocation(EVENT, AllocationKind.PAYMENT, Money.of("USD", "1000.00"), eur("921.66"), "C-2", "C-1",
                "19")).extracting(PostingsTest::line).containsExactly("UNAPPLIED C-1 EUR 921.66 ", "EXCHANGE  EUR -921.66 ",
                "EXCHANGE  USD 1000.00 ", "RECEIVABLE C-2 USD -1000.00 ");
    }

    @Test
    void aDiscountTakesTheTaxCodeOfItsDocument() {
        Billed billed = billed("119.00", tax("19", "100.00", "19.00"));
        assertThat(Postings.allocation(EVENT, AllocationKind.CASH_DISCOUNT, eur("2.00"), eur("2.00"), "C-1", "C-1",
                billed.onlyTaxCode())).extracting(PostingsTest::line)
                .containsExactly("CASH_DISCOUNT  EUR 2.00 19", "RECEIVABLE C-1 EUR -2.00 ");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfAllocationBalancesAndItsReversalUndoesIt(AllocationKind kind) {
        List<Posting> there = Postings.allocation(EVENT, kind, eur("12.34"), eur("12.34"), "C-2", "C-1", "7");
        List<Posting> back = Postings.allocation(EVENT, kind, eur("-12.34"), eur("-12.34"), "C-2", "C-1", "7");
        assertThat(sum(there)).isEqualTo(eur("0.00"));
        assertThat(there).hasSize(2);
        for (int i = 0; i < there.size(); i++) {
            assertThat(back.get(i).account()).isEqualTo(there.get(i).account());
            assertThat(back.get(i).balance()).isEqualTo(there.get(i).balance().negated());
        }
        Money receivable = sum(there.stream().filter(line -> line.account() == PostingAccount.RECEIVABLE
                || line.account() == PostingAccount.UNAPPLIED).toList());
        assertThat(receivable).isEqualTo(kind.lowersBalance() ? eur("-12.34") : eur("0.00"));
    }

    private static Billed billed(String amount, TaxLine... lines) {
        return new Billed("C-1", DocumentType.INVOICE, eur(amount), false, List.of(lines));
    }

    private static TaxLine tax(String rate, String net, String tax) {
        return new TaxLine(new BigDecimal(rate), eur(net), eur(tax));
    }

    private static Money sum(List<Posting> postings) {
        return postings.stream().map(Posting::balance).reduce(eur("0.00"), Money::plus);
    }

    private static String line(Posting posting) {
        return posting.account() + " " + posting.customer() + " " + posting.balance() + " " + posting.taxCode();
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
