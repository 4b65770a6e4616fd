package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.ItemState;
import org.saldo.store.ReceiptState;

/**
 * The two currencies that meet when a payment settles a document: most often one. Where there are two, a person says both
 * amounts, since no rate but the bank's or a person's counts.
 */
record Exchange(ReceiptState receipt, ItemState item) {

    boolean isNeeded() {
        return !paid().equals(owed());
    }

    private Currency paid() {
        return receipt.amount().currency();
    }

    private Currency owed() {
        return item.amount().currency();
    }

    /** @throws Refused when currencies are named that are not these, or what it takes of the payment is missing or needless */
    void requireSaid(Settlement.Wish wish) {
        requireNamed(wish.currency(), owed(), "the document is in ");
        requireNamed(wish.cashCurrency(), paid(), "the payment is in ");
        boolean cash = wish.kind() == AllocationKind.PAYMENT;
        if (isNeeded() && (wish.amount().isEmpty() || cash && wish.cash().isEmpty())) {
            throw new Refused(where() + "the payment is in " + paid() + ", the document in " + owed() + "; say what it settles"
                    + (cash ? " and what that takes of the payment: " + item.key().label() + " "
                    + item.open().toDecimal().toPlainString() + " = AMOUNT in " + paid() + " (saldo apply --cash AMOUNT)" : ""));
        }
        if (wish.cash().isPresent() && !(isNeeded() && cash)) {
            throw new Refused(where() + "what it takes of the payment is said only of cash across currencies, and "
                    + (cash ? "both are in " + owed() : wish.kind() + " takes no cash") + "; leave that amount out");
        }
    }

    private void requireNamed(String named, Currency books, String what) {
        if (!named.isEmpty() && !named.equals(books.getCurrencyCode())) {
            throw new Refused(where() + what + books + ", not in " + named + "; write each amount in its own currency");
        }
    }

    /** @throws Refused when a credit note would be netted with a payment in another currency */
    void requireNone() {
        if (isNeeded()) {
            throw new Refused(where() + "the payment is in " + paid() + ", the credit note in " + owed()
                    + "; currencies do not mix, net it with a payment in " + owed());
        }
    }

    /** What {@code amount} of the document uses up of the payment; zero where the kind takes no cash. */
    Money cash(AllocationKind kind, Money amount, Optional<BigDecimal> said) {
        if (kind != AllocationKind.PAYMENT) {
            return Money.zero(paid());
        }
        return isNeeded() ? Amounts.positive(paid(), said.orElseThrow()) : amount;
    }

    private String where() {
        return receipt.paymentId() + " to " + item.key().label() + ": ";
    }
}
