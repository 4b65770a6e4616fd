package org.saldo.job.people;

import java.util.function.Supplier;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.store.Ledger;

/**
 * The jobs by which people decide: each asks {@code authority.yaml} who may.
 *
 * @param forms    by which the names of payers are learned
 * @param disputes read when a dispute, a promise or a plan is recorded, so that a fault there stops nothing else
 */
public record PersonJobs(Ledger ledger, Companies companies, Authority authority, Supplier<DisputeRules> disputes,
                         CompanyForms forms) {

    /** With the company forms that are shipped. */
    public PersonJobs(Ledger ledger, Companies companies, Authority authority, Supplier<DisputeRules> disputes) {
        this(ledger, companies, authority, disputes, CompanyForms.SHIPPED);
    }

    /** Allocations, write-offs and voids. */
    public ApplyJob apply() {
        return new ApplyJob(ledger, companies, authority, forms);
    }

    /** Which payment a debit has taken back. */
    public RefundJob refund() {
        return new RefundJob(ledger, companies, authority);
    }

    /** Whose a payment is. */
    public AssignJob assign() {
        return new AssignJob(ledger, companies, authority, forms);
    }

    /** Stops of reminders. */
    public BlockJob block() {
        return new BlockJob(ledger, companies, authority);
    }

    /** What is contested. */
    public DisputeJob dispute() {
        return new DisputeJob(this);
    }

    /** What customers say they pay by when. */
    public PromiseJob promise() {
        return new PromiseJob(this);
    }

    /** What they pay by instalments. */
    public PlanJob plan() {
        return new PlanJob(this);
    }

    /** Whether deliveries are held. */
    public HoldDesk hold() {
        return new HoldDesk(this);
    }

    /** A difference at go-live. */
    public ReleaseJob release() {
        return new ReleaseJob(ledger, companies, authority);
    }

    /** Instructions, and the second person's word on those that wait. */
    public InstructionJob instructions() {
        return new InstructionJob(this);
    }
}
