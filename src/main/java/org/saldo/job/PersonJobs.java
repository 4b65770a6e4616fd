package org.saldo.job;

import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.store.Ledger;

/** The jobs by which people decide: each asks {@code authority.yaml} who may. */
public record PersonJobs(Ledger ledger, Companies companies, Authority authority) {

    /** Allocations, write-offs and voids. */
    public ApplyJob apply() {
        return new ApplyJob(ledger, companies, authority);
    }

    /** Whose a payment is. */
    public AssignJob assign() {
        return new AssignJob(ledger, companies, authority);
    }

    /** Stops of reminders. */
    public BlockJob block() {
        return new BlockJob(ledger, companies, authority);
    }

    /** A difference at go-live. */
    public ReleaseJob release() {
        return new ReleaseJob(ledger, companies, authority);
    }

    /** Instructions, and the second person's word on those that wait. */
    public InstructionJob instructions() {
        return new InstructionJob(ledger, companies, authority);
    }
}
