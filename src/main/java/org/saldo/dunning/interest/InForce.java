package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * When a version of a law counts: for delays that begin on {@code from} or later, until the next version's. Of days after
 * {@code until} nothing is said.
 *
 * @param where  the file and line of the version, for what is said of it
 * @param from   whenever the delay began when empty
 * @param until  the last day that is known; no end is known when empty
 * @param before the version before
 */
public record InForce(String where, Optional<LocalDate> from, Optional<LocalDate> until, Optional<Law> before) {

    public static final InForce ALWAYS = new InForce("", Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException when versions do not follow each other */
    public InForce {
        if (until.isPresent() && from.filter(until.get()::isBefore).isPresent()) {
            throw new IllegalArgumentException("until " + until.get() + " is before from " + from.get());
        }
        Optional<LocalDate> earlier = before.flatMap(law -> law.inForce().from());
        if (before.isPresent() && (from.isEmpty() || earlier.filter(day -> !day.isBefore(from.get())).isPresent())) {
            throw new IllegalArgumentException("stands here twice; keep one, or give each version its day (from), the oldest"
                    + " first");
        }
    }

    InForce with(UnaryOperator<Law> change) {
        return new InForce(where, from, until, before.map(change));
    }

    /** Whether nothing is said of the days that come within so many days. */
    public boolean endsWithin(LocalDate day, int days) {
        return until.filter(last -> last.isBefore(day.plusDays(days))).isPresent();
    }
}
