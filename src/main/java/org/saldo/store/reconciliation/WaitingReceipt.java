package org.saldo.store.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;

/** A receipt that waits for a decision by rule, with what gives it its place in the order of decision. */
public record WaitingReceipt(long id, LocalDate booked, LocalDate valued, String account, String paymentId, String returnOf) {

    /** By booking date, value date and payment id. */
    public static final Comparator<WaitingReceipt> ORDER = Comparator.comparing(WaitingReceipt::booked)
            .thenComparing(WaitingReceipt::valued).thenComparing(WaitingReceipt::paymentId)
            .thenComparing(WaitingReceipt::account);

    public boolean isReturn() {
        return !returnOf.isEmpty();
    }
}
