package org.saldo.store;

import java.time.LocalDate;
import java.util.Comparator;

/** A receipt that waits for a decision by rule, with what gives it its place in the order of decision. */
record WaitingReceipt(long id, LocalDate booked, LocalDate valued, String account, String paymentId, String returnOf) {

    /** By booking date, value date and payment id. */
    static final Comparator<WaitingReceipt> ORDER = Comparator.comparing(WaitingReceipt::booked)
            .thenComparing(WaitingReceipt::valued).thenComparing(WaitingReceipt::paymentId)
            .thenComparing(WaitingReceipt::account);

    boolean isReturn() {
        return !returnOf.isEmpty();
    }
}
