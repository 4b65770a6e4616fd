package org.saldo.job.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.saldo.dunning.DisputePolicy;
import org.saldo.dunning.FollowUp;
import org.saldo.store.Ledger;
import org.saldo.store.exclusion.StandingStore;

/** What people have to look after: late answers to disputes, broken promises and plans. */
public final class FollowUps {

    private final StandingStore store;
    private final Supplier<DisputePolicy> policy;

    /** @param policy read only when there is anything to look after */
    public FollowUps(Ledger ledger, Supplier<DisputePolicy> policy) {
        this.store = new StandingStore(ledger);
        this.policy = policy;
    }

    /** @param since the day of the last look */
    public List<FollowUp> of(String company, LocalDate since, LocalDate day) {
        List<FollowUp> found = new ArrayList<>();
        store.forEach(company, day, (customer, standing) -> found.addAll(FollowUp.of(customer.number(), standing, since, day,
                policy.get().promises().escalateAfter())));
        return found;
    }
}
