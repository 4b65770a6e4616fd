package org.saldo.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * For which accounts statements are made and when, and who gets them. The rules are read in their order, so that of two
 * that fit a customer the later one holds in what both say.
 */
public record StatementPolicy(StatementTerms usual, List<StatementRule> rules, AgingBuckets aging,
                              StatementSchedules schedules) {

    public StatementPolicy {
        Objects.requireNonNull(usual, "usual");
        Objects.requireNonNull(aging, "aging");
        Objects.requireNonNull(schedules, "schedules");
        rules = List.copyOf(rules);
    }

    /** The same for all customers, by the usual schedule. */
    public StatementPolicy(boolean sendToCustomers, boolean zeroBalances, List<Money> minimums, AgingBuckets aging) {
        this(StatementTerms.usual(sendToCustomers, zeroBalances, minimums), List.of(), aging, StatementSchedules.USUAL);
    }

    /** What holds for a customer's statement that is cut on this day. */
    public StatementTerms termsOf(Customer customer, LocalDate cutOff) {
        StatementTerms terms = usual;
        for (StatementRule rule : rules) {
            terms = rule.apply(terms, customer, cutOff);
        }
        return terms;
    }

    /** Whether any customer at all may get its statement by mail. */
    public boolean sendsAny() {
        return usual.send() || rules.stream().anyMatch(rule -> rule.change().send().orElse(false));
    }
}
