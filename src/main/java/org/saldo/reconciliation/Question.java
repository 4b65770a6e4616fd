package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/**
 * A receipt and what is known beside it.
 *
 * @param quotation what its text quotes
 * @param items     all items of the company, as they are now
 * @param advices   the payer's remittance advices
 */
record Question(Receipt receipt, Payer payer, Quotation quotation, ItemBook items, List<Advice> advices) {

    Question {
        advices = List.copyOf(advices);
    }

    /** The same, were it somebody else who paid. */
    Question by(Payer other) {
        return new Question(receipt, other, quotation, items, advices);
    }

    /** The same, with less of the text. */
    Question with(Quotation part) {
        return new Question(receipt, payer, part, items, advices);
    }

    /** Whether it is the payer's own: its number as a customer, or a run of digits of its end-to-end id. */
    boolean isPayersOwn(String key) {
        return key.equals(ReferenceKey.of(payer.customer().orElse(""))) || key.chars().allMatch(c -> c >= '0' && c <= '9')
                && ReferenceKey.of(receipt.endToEndId()).endsWith(key);
    }

    Money amount() {
        return receipt.amount();
    }

    /** Whose open items are looked at: the payer's, or those of the only one of several possible payers that is quoted. */
    Optional<String> customer() {
        if (payer.customer().isPresent()) {
            return payer.customer();
        }
        List<String> possible = quotation.quotes().stream().flatMap(quote -> quote.items().stream()).map(Item::customer)
                .distinct().filter(payer::mayBe).toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /** The open items of {@link #customer()} in the receipt's currency. */
    OpenItems account() {
        return items.account(customer().orElse(""), amount().currency());
    }

    /** Those of them that were issued by the booking date, the oldest first. */
    List<Item> openItems() {
        return account().items().stream().filter(item -> item.isIssuedBy(receipt.bookingDate())).toList();
    }

    /** Whether there are more of these than {@code most}, without putting them in order. */
    boolean hasMoreOpenItemsThan(int most) {
        OpenItems account = account();
        return account.size() > most && account.count(item -> item.isIssuedBy(receipt.bookingDate()), most + 1) > most;
    }

    /** The customer's open items of exactly the receipt's amount that were issued by its booking date. */
    List<Item> itemsOfAmount() {
        return account().ofBalance(amount().minorUnits()).stream()
                .filter(item -> !item.credit() && item.isIssuedBy(receipt.bookingDate())).toList();
    }
}
