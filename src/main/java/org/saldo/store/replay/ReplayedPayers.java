package org.saldo.store.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.store.people.LearnedPayerRows;
import org.saldo.store.reconciliation.AdviceLines;
import org.saldo.store.reconciliation.CustomerDirectory;

/** The customers, the remittance advices and what was learned of payers in a replay, as far as they are known at its point. */
final class ReplayedPayers {

    private final Map<String, CustomerDirectory.Head> customers = new HashMap<>();
    private final AdviceLines lines = new AdviceLines();
    private final Company company;
    private final Supplier<PayerDirectory> relations;
    private final LearnedPayerRows learned = new LearnedPayerRows();
    private PayerDirectory directory;
    private Map<String, List<Advice>> advices = Map.of();
    private boolean payersChanged;
    private boolean advicesChanged;

    /** @param relations makes a directory that knows the payer relations and nothing else yet */
    ReplayedPayers(Company company, Supplier<PayerDirectory> relations) {
        this.company = company;
        this.relations = relations;
        this.directory = relations.get();
    }

    void add(CustomerDirectory.Head customer) {
        customers.put(customer.customer(), customer);
        payersChanged = true;
    }

    /** Something is learned, or taken back. */
    void add(LearnedPayerRows.Row row) {
        learned.take(row);
        payersChanged = true;
    }

    void add(AdviceLines.Row line) {
        lines.add(line);
        advicesChanged = true;
    }

    PayerDirectory directory() {
        if (payersChanged) {
            directory = CustomerDirectory.fill(relations.get(), company, customers.values(), learned.active());
            payersChanged = false;
        }
        return directory;
    }

    Map<String, List<Advice>> advices() {
        if (advicesChanged) {
            advices = lines.advices();
            advicesChanged = false;
        }
        return advices;
    }
}
