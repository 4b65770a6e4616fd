package org.saldo.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/** The books of one customer, C1 who pays from account DE11, and receipts of him that are decided against them. */
final class Till {

    static final LocalDate BOOKED = LocalDate.of(2026, 3, 20);
    static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);

    final PayerDirectory directory = new PayerDirectory();
    final List<Item> items = new ArrayList<>();
    /** Purchase orders by the item's id. */
    final Map<Long, String> orders = new TreeMap<>();
    final List<Advice> advices = new ArrayList<>();
    MatchingPolicy policy = MatchingPolicy.shipped();
    GivenUp givenUp = GivenUp.nothing();

    Till() {
        directory.add("C1", "Hansa Norte GmbH", "", "DE11", "");
        directory.add("C2", "Lumen Sur SA", "", "DE22", "");
    }

    Item open(String number, String amount) {
        return open(number, amount, ISSUED, ISSUED.plusDays(30));
    }

    Item open(String number, String amount, LocalDate issued, LocalDate due) {
        return add(new Item(items.size() + 1, number, 1, "C1", false, issued, due, Optional.empty(), eur(amount), eur(amount)));
    }

    Item credit(String number, String amount) {
        return add(new Item(items.size() + 1, number, 1, "C1", true, ISSUED, ISSUED, Optional.empty(), eur(amount),
                eur(amount)));
    }

    Item discounted(String number, String amount, CashDiscount discount) {
        return add(new Item(items.size() + 1, number, 1, "C1", false, ISSUED, ISSUED.plusDays(30), Optional.of(discount),
                eur(amount), eur(amount)));
    }

    Item add(Item item) {
        items.add(item);
        return item;
    }

    void advice(String id, Advice.Line... lines) {
        advices.add(new Advice(id, BOOKED, List.of(lines)));
    }

    static Advice.Line line(Item item, String amount, String deduction, String reason) {
        return new Advice.Line(item.number(), eur(amount), deduction.isEmpty() ? Optional.empty()
                : Optional.of(new Advice.Deduction(eur(deduction), reason)), List.of(item));
    }

    Verdict receives(String amount, String text) {
        return receives(amount, "DE11", text);
    }

    Verdict receives(String amount, String iban, String text) {
        return decide(receipt(amount, "", iban, text, ""));
    }

    static Receipt receipt(String amount, String name, String iban, String text, String country) {
        return new Receipt(new ReceiptKey("main", "DE89370400440532013000", "P1"), BOOKED, BOOKED, eur(amount), name, iban, "",
                text, "", "", Receipt.Instrument.TRANSFER, Optional.empty(), "", "", country, false);
    }

    Verdict decide(Receipt receipt) {
        ItemBook book = new ItemBook();
        items.forEach(book::add);
        orders.forEach((item, key) -> book.order(key, item));
        return new Matcher(policy, directory, book, givenUp).decide(receipt, advices);
    }

    static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    /** The parts as {@code INV-1 10.00}, with the kind behind what is not cash. */
    static void assertApplied(Verdict verdict, Rule rule, String... parts) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.APPLIED);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.parts()).extracting(part -> part.offered().toString()).containsExactly(parts);
    }

    static void assertWaits(Verdict verdict, Outcome outcome, Reason reason) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(outcome);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.parts()).isEmpty();
    }
}
