package org.saldo.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.PayerDirectory;

/** The customers and the remittance advices of a replay, as far as they are known at its point. */
final class ReplayedPayers {

    private final Map<String, CustomerDirectory.Head> customers = new HashMap<>();
    private final AdviceLines lines = new AdviceLines();
    private PayerDirectory directory = new PayerDirectory();
    private Map<String, List<Advice>> advices = Map.of();
    private boolean customersChanged;
    private boolean advicesChanged;

    void add(CustomerDirectory.Head customer) {
        customers.put(customer.customer(), customer);
        customersChanged = true;
    }

    void add(AdviceLines.Row line) {
        lines.add(line);
        advicesChanged = true;
    }

    PayerDirectory directory() {
        if (customersChanged) {
            directory = CustomerDirectory.fill(new PayerDirectory(), customers.values(), List.of());
            customersChanged = false;
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
