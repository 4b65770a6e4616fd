package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Told;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A document, or an instalment of one, that a receipt may settle.
 *
 * @param amount the gross amount, positive also for a credit note
 * @param open   what is open of it now; zero when it is settled
 * @param net    the amount without its taxes, in minor units; 0 when it is not known
 * @param kept   the retention that was agreed, which is not due until it is released, in minor units
 */
public record Item(long id, String number, int instalment, String customer, boolean credit, LocalDate issued, LocalDate due,
                   Optional<CashDiscount> discount, Money amount, Money open, long net, long kept) implements Told {

    /** By issue date, number and instalment. */
    static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(Item::issued).thenComparing(Item::number)
            .thenComparingInt(Item::instalment).thenComparingLong(Item::id);

    /** Without taxes and retention. */
    public Item(long id, String number, int instalment, String customer, boolean credit, LocalDate issued, LocalDate due,
                Optional<CashDiscount> discount, Money amount, Money open) {
        this(id, number, instalment, customer, credit, issued, due, discount, amount, open, 0, 0);
    }

    public boolean isOpen() {
        return open.isPositive();
    }

    public Item withOpen(Money nowOpen) {
        return new Item(id, number, instalment, customer, credit, issued, due, discount, amount, nowOpen, net, kept);
    }

    /** The amount without its taxes; zero when it is not known. */
    Money netAmount() {
        return Money.ofMinor(amount.currency(), net);
    }

    /** What is not due until it is released; zero when nothing was agreed. */
    Money retained() {
        return Money.ofMinor(amount.currency(), kept);
    }

    /** What settling the item takes: negative for a credit note. */
    long balance() {
        return credit ? -open.minorUnits() : open.minorUnits();
    }

    boolean isIssuedBy(LocalDate day) {
        return !issued.isAfter(day);
    }

    /** The number, with the instalment behind a slash when it is not the first. */
    public String label() {
        return instalment == 1 ? number : number + "/" + instalment;
    }

    @Override
    public Words told() {
        return isOpen() ? Words.of(credit ? EvidenceWord.CREDIT_OPEN : EvidenceWord.ITEM_OPEN, label(), open)
                : Words.of(credit ? EvidenceWord.CREDIT_SETTLED : EvidenceWord.ITEM_SETTLED, label());
    }

    @Override
    public String toString() {
        return told().toString();
    }
}
