package org.saldo.job.people;

import java.util.List;
import java.util.stream.Collectors;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Ledger;
import org.saldo.store.intake.GoLiveStore;

/**
 * A person accepts the difference between a company's opening items and the ERP's balance, so that statements and
 * reminders may leave. The release holds for just this difference: when the opening items or the ERP's balance change
 * afterwards, it is void by itself.
 */
public final class ReleaseJob {

    private final Consent consent;
    private final Companies companies;
    private final GoLiveStore store;

    public ReleaseJob(Ledger ledger, Companies companies, Authority authority) {
        this.consent = new Consent(ledger, authority);
        this.companies = companies;
        this.store = new GoLiveStore(ledger);
    }

    /** @throws Refused when there is no difference to release, or one of them is over the person's limit */
    public Decided release(Decider who, String company) {
        companies.get(company);
        Instruction given = Instruction.release();
        return consent.decide(who, given, batch -> {
            List<GoLiveStore.Difference> differences = store.differences(batch, company).stream()
                    .filter(GoLiveStore.Difference::stops).toList();
            if (differences.isEmpty()) {
                throw new Refused("company " + company + ": has no difference at go-live that waits; nothing to release");
            }
            List<Prepared.Charge> charges = differences.stream()
                    .map(difference -> new Prepared.Charge(PersonAction.RELEASE, difference.amount())).toList();
            return new Prepared(company, given, charges, () -> {
                differences.forEach(difference -> store.release(batch, who, company, difference));
                return new Decided(company, "company " + company + ": released " + differences.stream()
                        .map(difference -> difference.amount() + " (" + difference + ")").collect(Collectors.joining("; ")));
            });
        });
    }
}
