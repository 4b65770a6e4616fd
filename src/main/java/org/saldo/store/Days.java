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

    /** The last day on which one of these allocations was taken back. */
    static Optional<LocalDate> lastReversal(List<AllocationRow> allocations) {
        return allocations.stream().filter(row -> row.reverses() != 0).map(AllocationRow::effectiveOn)
                .max(LocalDate::compareTo);
    }
}
