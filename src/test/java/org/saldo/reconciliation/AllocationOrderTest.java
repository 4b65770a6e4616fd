package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.reconciliation.Till.BOOKED;
import static org.saldo.reconciliation.Till.ISSUED;
import static org.saldo.reconciliation.Till.assertApplied;
import static org.saldo.reconciliation.Till.assertWaits;
import static org.saldo.reconciliation.Till.eur;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/** Money that names nothing and fits nothing. */
class AllocationOrderTest {

    private final Till till = new Till();

    @Test
    void nothingIsSettledByOrderUnlessThePolicySaysSo() {
        till.open("INV-1001", "100.00");
        assertWaits(till.receives("60.00", "thank you"), Outcome.DEFERRED, Reason.NOTHING_FITS);
        orders(AllocationOrder.DUE_OLDEST);
        Verdict verdict = till.receives("60.00", "thank you");
        assertApplied(verdict, Rule.ALLOCATION_ORDER, "INV-1001 60.00");
        assertThat(verdict.evidence().toString()).contains("order of the policy").contains("no proof");
        till.policy = till.policy.withRules(EnumSet.of(Rule.RETURN));
        assertWaits(till.receives("60.00", "thank you"), Outcome.PROPOSED, Reason.RULE_IS_OFF);
    }

    @Test
    void whatIsDueGoesFirstAndOfThatTheOldest() {
        orders(AllocationOrder.DUE_OLDEST);
        LocalDate day = BOOKED;
        till.open("123", "200.00", day.minusDays(3), day.plusDays(1));
        till.open("124", "300.00", day.minusDays(30), day.minusDays(2));
        till.open("125", "150.00", day.minusDays(40), day.plusDays(3));
        assertApplied(till.receives("600.00", ""), Rule.ALLOCATION_ORDER, "124 300.00", "123 200.00", "125 100.00");
        orders(AllocationOrder.OLDEST);
        assertApplied(till.receives("600.00", ""), Rule.ALLOCATION_ORDER, "125 150.00", "124 300.00", "123 150.00");
        orders(AllocationOrder.PRO_RATA);
        assertApplied(till.receives("600.00", ""), Rule.ALLOCATION_ORDER, "124 300.00", "125 128.57", "123 171.43");
    }

    @Test
    void whatIsDueOnTheDayIsDue() {
        orders(AllocationOrder.DUE_OLDEST);
        till.open("INV-1001", "100.00", ISSUED.minusDays(9), BOOKED.plusDays(1));
        till.open("INV-1002", "100.00", ISSUED, BOOKED);
        assertApplied(till.receives("70.00", ""), Rule.ALLOCATION_ORDER, "INV-1002 70.00");
    }

    @Test
    void whatIsAsOldIsSettledInProportionToTheCent() {
        orders(AllocationOrder.DUE_OLDEST);
        till.open("INV-1001", "100.00");
        till.open("INV-1002", "100.00");
        till.open("INV-1003", "100.00");
        assertApplied(till.receives("100.01", ""), Rule.ALLOCATION_ORDER, "INV-1001 33.34", "INV-1002 33.34",
                "INV-1003 33.33");
    }

    @Test
    void sharesAddUpAndNeverExceedWhatIsOpen() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Till books = new Till();
            for (int n = 1 + random.nextInt(9); n > 0; n--) {
                books.open("INV-" + n, "%d.%02d".formatted(random.nextInt(900), 1 + random.nextInt(99)));
            }
            Money cash = eur("%d.%02d".formatted(random.nextInt(3000), 1 + random.nextInt(99)));
            List<Verdict.Part> parts = AllocationOrder.PRO_RATA.settle(books.items, cash, BOOKED);
            Money open = Quoted.sum(cash, books.items);
            assertThat(parts).allMatch(part -> part.amount().isPositive() && part.amount().compareTo(part.item().open()) <= 0);
            assertThat(parts.stream().map(Verdict.Part::amount).reduce(eur("0.00"), Money::plus)).isEqualTo(cash.min(open));
        }
    }

    @Test
    void whatIsMoreThanAllIsOpenStaysUnapplied() {
        orders(AllocationOrder.OLDEST);
        till.open("INV-1001", "100.00");
        Verdict verdict = till.receives("130.00", "");
        assertApplied(verdict, Rule.ALLOCATION_ORDER, "INV-1001 100.00");
    }

    @Test
    void whatThePayerSaysOrWhatFitsGoesBeforeAnyOrder() {
        orders(AllocationOrder.DUE_OLDEST);
        Item first = till.open("INV-1001", "100.00");
        till.open("INV-1002", "50.00");
        assertApplied(till.receives("50.00", ""), Rule.ONLY_ITEM_OF_AMOUNT, "INV-1002 50.00");
        assertWaits(till.receives("60.00", "a cuenta"), Outcome.DEFERRED, Reason.ON_ACCOUNT);
        assertWaits(till.receives("60.00", "invoice 4711"), Outcome.DEFERRED, Reason.NOTHING_FITS);
        assertApplied(till.receives("60.00", "INV-1001"), Rule.PART_PAYMENT, "INV-1001 60.00");
        till.advice("A1", Till.line(first, "55.00", "", ""),
                new Advice.Line("INV-9999", eur("5.00"), List.of()));
        assertWaits(till.receives("60.00", ""), Outcome.PROPOSED, Reason.ADVICE_NOT_UNDERSTOOD);
        assertApplied(till.receives("61.00", ""), Rule.ALLOCATION_ORDER, "INV-1001 40.67", "INV-1002 20.33");
    }

    @Test
    void twoAnswersAreNotSettledByOrder() {
        orders(AllocationOrder.DUE_OLDEST);
        till.open("INV-1001", "50.00");
        till.open("INV-1002", "50.00");
        assertWaits(till.receives("50.00", ""), Outcome.PROPOSED, Reason.SEVERAL_ANSWERS_FIT);
    }

    @Test
    void aPayerWhoIsKnownByNameAloneIsAskedAbout() {
        orders(AllocationOrder.DUE_OLDEST);
        till.open("INV-1001", "100.00");
        Verdict verdict = till.decide(Till.receipt("60.00", "HANSA NORTE", "XX", "", ""));
        assertWaits(verdict, Outcome.PROPOSED, Reason.PAYER_UNCERTAIN);
        assertThat(verdict.alternatives()).map(Alternative::toString).containsExactly("INV-1001 60.00");
    }

    @Test
    void creditNotesAndWhatIsNotYetIssuedAreLeftAlone() {
        orders(AllocationOrder.DUE_OLDEST);
        till.open("INV-1001", "100.00", BOOKED.plusDays(1), BOOKED.plusDays(1));
        till.credit("CN-5001", "30.00");
        assertWaits(till.receives("60.00", ""), Outcome.DEFERRED, Reason.NOTHING_FITS);
        till.open("INV-1002", "80.00");
        assertApplied(till.receives("60.00", ""), Rule.ALLOCATION_ORDER, "INV-1002 60.00");
    }

    @Test
    void theNearestWordCounts() {
        ReceiptKey receipt = new ReceiptKey("main", "DE00", "P1");
        AllocationOrders orders = new AllocationOrders(AllocationOrder.HOLD, Map.of("main", AllocationOrder.DUE_OLDEST),
                Map.of("ES", AllocationOrder.PRO_RATA), Map.of("C1", AllocationOrder.OLDEST, "other/C2", AllocationOrder.HOLD));
        assertThat(orders.of(receipt, "C1", terms("ES", "hold"))).isEqualTo(AllocationOrder.OLDEST);
        assertThat(orders.of(receipt, "C2", terms("ES", "Due_Oldest"))).isEqualTo(AllocationOrder.DUE_OLDEST);
        assertThat(orders.of(receipt, "C2", terms("ES", "whatever"))).isEqualTo(AllocationOrder.HOLD);
        assertThat(orders.of(receipt, "C2", terms("ES", ""))).isEqualTo(AllocationOrder.PRO_RATA);
        assertThat(orders.of(receipt, "C2", terms("DE", ""))).isEqualTo(AllocationOrder.DUE_OLDEST);
        assertThat(orders.of(new ReceiptKey("other", "DE00", "P1"), "C3", terms("DE", ""))).isEqualTo(AllocationOrder.HOLD);
    }

    private static CustomerTerms terms(String country, String order) {
        return new CustomerTerms(country, "", order);
    }

    private void orders(AllocationOrder order) {
        till.policy = till.policy.withOrders(AllocationOrders.of(order));
    }
}
