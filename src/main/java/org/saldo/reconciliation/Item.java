package org.saldo.reconciliation;

import java.time.LocalDate;
import org.saldo.money.Money;

/**
 * A document, or an instalment of one, that a receipt may settle.
 *
 * @param amount the gross amount, positive also for a credit note
 * @param open   what is open of it now; zero when it is settled
 */
public record Item(long id, String number, int instalment, String customer, boolean credit, LocalDate issued, Money amount,
                   Money open) {

    public boolean isOpen() {
        return open.isPositive();
    }

    public Item withOpen(Money nowOpen) {
        return new Item(id, number, instalment, customer, credit, issued, amount, nowOpen);
    }

    /** What settling the item takes: negative for a credit note. */
    long balance() {
        return credit ? -open.minorUnits() : open.minorUnits();
    }

    /** The number, with the instalment behind a slash when it is not the first. */
    public String label() {
        return instalment == 1 ? number : number + "/" + instalment;
    }

    @Override
    public String toString() {
        return (credit ? "credit note " : "") + label() + " (" + (isOpen() ? open + " open" : "settled") + ")";
    }
}
