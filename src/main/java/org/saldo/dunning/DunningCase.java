package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Words;

/**
 * All that is known of a customer when it is decided whether to remind it: what is open, what covers it, when it was last
 * reminded, and why it must not be.
 *
 * @param obstacle why nobody writes to this customer now: a block, no usable address; empty when there is no reason
 */
public record DunningCase(Customer customer, List<Debt> debts, List<Cover> covers, Optional<LocalDate> lastReminded,
        Optional<Withheld> obstacle, DunningPast past) {

    /** Of a customer of whom nothing else is known. */
    public DunningCase(Customer customer, List<Debt> debts, List<Cover> covers, Optional<LocalDate> lastReminded,
            Optional<Withheld> obstacle) {
        this(customer, debts, covers, lastReminded, obstacle, DunningPast.NOTHING);
    }

    public DunningCase {
        debts = List.copyOf(debts);
        covers = List.copyOf(covers);
    }

    /** The same case; when this is the obstacle, with more said of it. */
    public DunningCase withWords(Withheld.Reason reason, Words more) {
        return obstacle.filter(why -> why.reason() == reason).map(why -> with(new Withheld(why.customer(), reason,
                why.words().and(more), why.overdue()))).orElse(this);
    }

    /** The same case, covered by these only. */
    public DunningCase covered(List<Cover> only) {
        return new DunningCase(customer, debts, only, lastReminded, obstacle, past);
    }

    /** The same case with another obstacle. */
    public DunningCase with(Withheld other) {
        return new DunningCase(customer, debts, covers, lastReminded, Optional.of(other), past);
    }
}
