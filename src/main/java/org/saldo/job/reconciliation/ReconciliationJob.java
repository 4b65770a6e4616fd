package org.saldo.job.reconciliation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Leases;
import org.saldo.store.reconciliation.ReceiptQueue;
import org.saldo.store.reconciliation.ReconciliationStore;

/** Cash application: decides about every receipt that waits, company by company, in the order of decision. */
public final class ReconciliationJob {

    /** Held by the one process that reconciles. */
    public static final String LEASE = "reconcile";

    private final Leases leases;
    private final ReconciliationStore store;
    private final Companies companies;
    private final MatchingPolicy policy;
    private final Optional<DeductionDisputes> disputes;
    private final Optional<RestsOnAccount> rests;

    /** @param disputes opened after each run, from what payers have kept back */
    public ReconciliationJob(Leases leases, ReconciliationStore store, Companies companies, MatchingPolicy policy,
            Optional<DeductionDisputes> disputes) {
        this(leases, store, companies, policy, disputes, Optional.empty());
    }

    private ReconciliationJob(Leases leases, ReconciliationStore store, Companies companies, MatchingPolicy policy,
            Optional<DeductionDisputes> disputes, Optional<RestsOnAccount> rests) {
        this.rests = rests;
        this.leases = leases;
        this.store = store;
        this.companies = companies;
        this.policy = policy;
        this.disputes = disputes;
    }

    public ReconciliationJob(Leases leases, ReconciliationStore store, Companies companies, MatchingPolicy policy) {
        this(leases, store, companies, policy, Optional.empty());
    }

    /** The same, leaving small rests on account after each run. */
    public ReconciliationJob keeping(RestsOnAccount small) {
        return new ReconciliationJob(leases, store, companies, policy, disputes, Optional.of(small));
    }

    /** @param day the business day of the run: a correction counts from it, and a bill that matures on it is cash */
    public ReconciliationReport run(LocalDate day) {
        return leases.whileHolding(LEASE, () -> reconcile(day)).orElse(ReconciliationReport.HELD);
    }

    private ReconciliationReport reconcile(LocalDate day) {
        ReconciliationTally tally = new ReconciliationTally();
        Map<String, ReceiptQueue> waiting = store.waiting(day);
        waiting.keySet().forEach(companies::get);
        for (Company company : companies.all()) {
            store.decide(company, policy, Optional.ofNullable(waiting.get(company.id())), day, tally::add);
        }
        disputes.ifPresent(after -> after.open(day));
        rests.ifPresent(after -> after.keep(day));
        return tally.report();
    }
}
