package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/**
 * A dispute, a promise or a plan with the steps that hold: those that nobody has taken back.
 *
 * @param turns how many steps were ever taken, also those that take one back
 */
public record ExclusionRow(long id, Kind kind, CustomerId customer, Money amount, List<Step> steps, int turns) {

    /** What it is, and how people name it. */
    public enum Kind {
        DISPUTE("dispute", "D-"),
        PROMISE("promise", "PR-"),
        PLAN("plan", "PL-");

        private final String word;
        private final String prefix;

        Kind(String word, String prefix) {
            this.word = word;
            this.prefix = prefix;
        }

        public String word() {
            return word;
        }

        public String prefix() {
            return prefix;
        }
    }

    /** A step that holds: {@code CANCELLED}, {@code ACCEPTED}, {@code ENDED} or a dispute's outcome. */
    public record Step(long id, String name, String by, LocalDate on) {
    }

    public static final String CANCELLED = "CANCELLED";
    public static final String REPLACED = "REPLACED";
    public static final String ACCEPTED = "ACCEPTED";
    public static final String ENDED = "ENDED";

    public ExclusionRow {
        steps = List.copyOf(steps);
    }

    public String label() {
        return kind.prefix() + id;
    }

    /** The last step that holds. */
    public Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }
}
