package org.saldo.job.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.Companies;
import org.saldo.reconciliation.OverTolerance;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.reconciliation.SmallRests;

/** After cash application: a cent too much does not wait for a person, where the policy says how much that may be. */
public final class RestsOnAccount {

    private final Ledger ledger;
    private final Companies companies;
    private final Optional<OverTolerance> limits;
    private final SmallRests rests;

    public RestsOnAccount(Ledger ledger, Companies companies, Optional<OverTolerance> limits) {
        this.ledger = ledger;
        this.companies = companies;
        this.limits = limits;
        this.rests = new SmallRests(ledger);
    }

    /** Returns how many rests stay on their customers' accounts from now on. */
    int keep(LocalDate day) {
        return limits.isEmpty() ? 0 : companies.all().stream().filter(rests::isAny)
                .mapToInt(company -> ledger.record(BatchKind.RECONCILIATION, ReconciliationStore.ACTOR, day,
                        batch -> rests.keep(batch, company, limits.get()))).sum();
    }
}
