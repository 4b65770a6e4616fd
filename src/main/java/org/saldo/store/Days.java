package org.saldo.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** On which day a decision counts. */
public final class Days {

    private Days() {
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * From when on a receipt's cash is free to be used: the booking date, or the last day on which a decision changed whose it
     * is or a reversal freed it. Cash used again from an earlier day would be used twice as of the days between.
     */
    public static LocalDate freeSince(LocalDate bookingDate, List<DecisionRow> decisions, List<AllocationRow> allocations) {
        LocalDate decided = decisions.stream().filter(DecisionRow::changesOwner).reduce((earlier, later) -> later)
                .map(DecisionRow::effectiveOn).filter(bookingDate::isBefore).orElse(bookingDate);
        return lastReversal(allocations).filter(decided::isBefore).orElse(decided);
    }

    /** The last day on which one of these allocations was taken back. */
    static Optional<LocalDate> lastReversal(List<AllocationRow> allocations) {
        return allocations.stream().filter(row -> row.reverses() != 0).map(AllocationRow::effectiveOn)
                .max(LocalDate::compareTo);
    }
}
