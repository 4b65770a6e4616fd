package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.credit.CreditHold;
import org.saldo.credit.HoldPolicy;
import org.saldo.credit.HoldStep;
import org.saldo.dunning.Cover;
import org.saldo.dunning.DunningCase;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.HoldStore;

/**
 * Asks the ERP to hold deliveries where the policy sees a reason, and to release them once it is gone by cleared funds; and
 * hands over what was asked. Nothing is held by the hub: what holds is what the ERP has said.
 */
public final class HoldJob {

    private static final String LEASE = "holds";
    private static final String RULES = "rules";
    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Leases leases;
    private final Companies companies;
    private final HoldPolicy policy;
    private final HoldErp erp;
    private final StillCovers covers;
    private final HoldStore store;
    private final DunningStore dunning;

    /** What of a customer's money still covers on a day. */
    @FunctionalInterface
    public interface StillCovers {

        List<Cover> of(DunningCase known, LocalDate day);
    }

    /** All that is here covers, however old. */
    public HoldJob(Ledger ledger, Leases leases, Companies companies, HoldPolicy policy, HoldErp erp) {
        this(ledger, leases, companies, policy, erp, (known, day) -> known.covers());
    }

    public HoldJob(Ledger ledger, Leases leases, Companies companies, HoldPolicy policy, HoldErp erp, StillCovers covers) {
        this.covers = covers;
        this.ledger = ledger;
        this.leases = leases;
        this.companies = companies;
        this.policy = policy;
        this.erp = erp;
        this.store = new HoldStore(ledger);
        this.dunning = new DunningStore(ledger);
    }

    /** What was asked and handed over. */
    public record Report(int holds, int releases, int sent) {

        static final Report NONE = new Report(0, 0, 0);

        Report plus(Report other) {
            return new Report(holds + other.holds, releases + other.releases, sent + other.sent);
        }

        public boolean isIdle() {
            return equals(NONE);
        }

        @Override
        public String toString() {
            return holds + " holds and " + releases + " releases asked for, " + sent + " requests handed to the ERP";
        }
    }

    /** Of all companies; nothing when another process does it. */
    public Report run(LocalDate day) {
        return leases.whileHolding(LEASE, () -> companies.all().stream().map(company -> run(company, day))
                .reduce(Report.NONE, Report::plus)).orElse(Report.NONE);
    }

    private Report run(Company company, LocalDate day) {
        List<HoldStep> asked = new ArrayList<>();
        if (policy.on()) {
            for (String number : customers(company)) {
                ledger.record(BatchKind.PERSON, RULES, day, batch -> propose(batch, new CustomerId(company.id(), number)))
                        .ifPresent(asked::add);
            }
        }
        int holds = (int) asked.stream().filter(HoldStep.HOLD_REQUESTED::equals).count();
        return new Report(holds, asked.size() - holds, erp.tell(company, day));
    }

    /** Those who owe, and those whose deliveries were ever to be held. */
    private Set<String> customers(Company company) {
        Set<String> all = new TreeSet<>(store.customers(company.id()));
        List<String> page = dunning.customersWithDebts(company.id(), "", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = dunning.customersWithDebts(company.id(), page.get(page.size() - 1), PAGE);
        }
        return all;
    }

    private Optional<HoldStep> propose(Batch batch, CustomerId customer) {
        CreditHold before = store.hold(batch, customer);
        Optional<DunningCase> now = dunning.readCase(batch, customer, batch.day())
                .map(known -> known.covered(covers.of(known, batch.day())));
        Optional<CreditHold.Proposal> proposal = now.flatMap(known -> before.proposal(policy,
                store.facts(batch, known, policy), batch.day()));
        proposal.ifPresent(step -> store.add(batch, customer, before, step, false, policy.version(), RULES));
        return proposal.map(CreditHold.Proposal::step);
    }
}
