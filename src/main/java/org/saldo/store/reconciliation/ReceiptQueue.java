package org.saldo.store.reconciliation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Receipts that wait for a decision by rule, in the order of decision: by their ids alone, since there may be millions. */
public final class ReceiptQueue {

    static final ReceiptQueue EMPTY = of(List.of());

    private final long[] ids;
    private final LocalDate firstBooked;

    private ReceiptQueue(long[] ids, LocalDate firstBooked) {
        this.ids = ids;
        this.firstBooked = firstBooked;
    }

    /** @param receipts in the order of decision */
    public static ReceiptQueue of(List<WaitingReceipt> receipts) {
        return new ReceiptQueue(receipts.stream().mapToLong(WaitingReceipt::id).toArray(),
                receipts.isEmpty() ? LocalDate.MAX : receipts.get(0).booked());
    }

    int size() {
        return ids.length;
    }

    boolean isEmpty() {
        return ids.length == 0;
    }

    /** The earliest booking date; when nothing waits, later than any. */
    LocalDate firstBooked() {
        return firstBooked;
    }

    /** The ids from one place to before another. */
    List<Long> ids(int from, int to) {
        return Arrays.stream(ids, from, to).boxed().toList();
    }
}
