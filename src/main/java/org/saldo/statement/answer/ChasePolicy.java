package org.saldo.statement.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementRule;
import org.saldo.statement.answer.AnswerPolicy.Chase;

/**
 * How silence is chased: what holds for every customer, and what is other for some.
 *
 * @param rules read from first to last; the last that fits holds in what it says
 */
public record ChasePolicy(Chase usual, List<Rule> rules) {

    /** Nobody is chased. */
    public static final ChasePolicy OFF = of(Chase.OFF);

    /** What is other for the customers that {@code who} fits, about statements that are cut on one of the days. */
    public record Rule(StatementRule.Who who, StatementRule.Days days, Change change) {

        /** @throws IllegalArgumentException when no condition is given, or the days end before they begin */
        public Rule {
            Objects.requireNonNull(change, "change");
            StatementRule.requireSome(who, days);
        }

        private Chase apply(Chase before, Customer customer, LocalDate cutOff) {
            return days.contain(cutOff) && who.fits(customer) ? change.of(before) : before;
        }
    }

    /** The terms that are other, in days and numbers of mails as {@link Chase} has them. */
    public record Change(Optional<Boolean> on, Optional<Integer> afterDays, Optional<Integer> everyDays,
                         Optional<Integer> most, Optional<Integer> thenDays) {

        /** @throws IllegalArgumentException when a number is out of its bounds */
        public Change {
            new Chase(true, afterDays.orElse(1), everyDays.orElse(1), most.orElse(0), thenDays.orElse(1));
        }

        Chase of(Chase before) {
            return new Chase(on.orElse(before.on()), afterDays.orElse(before.afterDays()),
                    everyDays.orElse(before.everyDays()), most.orElse(before.most()), thenDays.orElse(before.thenDays()));
        }
    }

    public ChasePolicy {
        Objects.requireNonNull(usual, "usual");
        rules = List.copyOf(rules);
    }

    /** The same for every customer. */
    public static ChasePolicy of(Chase usual) {
        return new ChasePolicy(usual, List.of());
    }

    /** Whether anybody is chased at all. */
    public boolean on() {
        return usual.on() || rules.stream().anyMatch(rule -> rule.change().on().orElse(false));
    }

    /** Whether some are chased otherwise than the rest, so that one has to know the customer. */
    public boolean differs() {
        return !rules.isEmpty();
    }

    /** What holds for a customer's statement that is cut on a day. */
    public Chase of(Customer customer, LocalDate cutOff) {
        Chase chase = usual;
        for (Rule rule : rules) {
            chase = rule.apply(chase, customer, cutOff);
        }
        return chase;
    }
}
