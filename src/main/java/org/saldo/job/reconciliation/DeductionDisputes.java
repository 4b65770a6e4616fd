package org.saldo.job.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.DisputePolicy;
import org.saldo.job.people.DisputeRules;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.exclusion.DifferenceRows;
import org.saldo.store.exclusion.ExclusionStore;

/**
 * Opens a dispute for what payers have kept back under a code for which the policy says so: it gets an owner and a day of
 * answer, and nobody is reminded of it. Each difference opens one dispute, for ever.
 */
public final class DeductionDisputes {

    private static final String ACTOR = "rules";

    private final Ledger ledger;
    private final Companies companies;
    private final DisputeRules rules;
    private final ExclusionStore store = new ExclusionStore();

    public DeductionDisputes(Ledger ledger, Companies companies, DisputeRules rules) {
        this.ledger = ledger;
        this.companies = companies;
        this.rules = rules;
    }

    /** Returns how many were opened. */
    int open(LocalDate day) {
        Set<DifferenceCode> codes = rules.policy().openedByItself();
        return codes.isEmpty() ? 0 : companies.all().stream()
                .filter(company -> !DifferenceRows.undisputed(ledger, company.id(), codes).isEmpty())
                .mapToInt(company -> ledger.record(BatchKind.RECONCILIATION, ACTOR, day,
                        batch -> open(batch, company, day, codes))).sum();
    }

    private int open(Batch batch, Company company, LocalDate day, Set<DifferenceCode> codes) {
        int opened = 0;
        for (DifferenceRows.Row row : DifferenceRows.undisputed(batch, company.id(), codes)) {
            Money free = row.open().minus(contested(batch, row, day));
            Optional<Customer> customer = store.customer(batch, row.customer());
            if (customer.isPresent() && free.isPositive()) {
                DisputePolicy policy = rules.policy();
                store.addByRule(batch, row.customer(), new Dispute(0, row.itemId(), row.document(), row.amount().min(free),
                        row.code(), policy.ownerOf(customer.get()), day, policy.respondBy(row.code(), day,
                        rules.calendar(company)), Optional.empty()), row);
                opened++;
            }
        }
        return opened;
    }

    private Money contested(Batch batch, DifferenceRows.Row row, LocalDate day) {
        return store.standing(batch, row.customer(), day).disputes().stream().filter(Dispute::isOpen)
                .filter(dispute -> dispute.itemId() == row.itemId()).map(Dispute::amount)
                .reduce(Money.zero(row.open().currency()), Money::plus).min(row.open());
    }
}
