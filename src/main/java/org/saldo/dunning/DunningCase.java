package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Customer;

/**
 * All that is known of a customer when it is decided whether to remind it: what is open, what covers it, when it was last
 * reminded, and why it must not be.
 *
 * @param obstacle why nobody writes to this customer now: a block, no usable address; empty when there is no reason
 */
public record DunningCase(Customer customer, List<Debt> debts, List<Cover> covers, Optional<LocalDate> lastReminded,
        Optional<Withheld> obstacle) {

    public DunningCase {
        debts = List.copyOf(debts);
        covers = List.copyOf(covers);
    }
}
