package org.saldo.job.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.Confirmation;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.people.LearnedStore;

/** What the hub has learned of payers that master data do not know, and a person's way to take it back. */
public final class LearnedJob {

    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;
    private final LearnedStore store;
    private final int needed;

    /**
     * @param forms  by which the names of payers are learned
     * @param needed how many payments must have confirmed it before it counts
     */
    public LearnedJob(Ledger ledger, Companies companies, Authority authority, CompanyForms forms, int needed) {
        this.ledger = ledger;
        this.companies = companies;
        this.authority = authority;
        this.store = new LearnedStore(ledger, forms);
        this.needed = needed;
    }

    /** A line for each account, name or customer, with for whom it speaks; {@code company} is empty for all. */
    public List<String> list(String company) {
        return store.list(company).stream().map(this::line).toList();
    }

    private String line(LearnedStore.Learned learned) {
        boolean pairs = learned.kind() == Confirmation.Kind.CUSTOMER;
        List<String> says = new ArrayList<>();
        learned.payments().forEach((customer, payments) -> says.add(customer + " " + payments.size() + " (" + String.join(", ",
                payments) + ")" + (payments.size() < needed && (pairs || learned.payments().size() == 1)
                ? ", not yet " + needed : "")));
        return learned.company() + "  " + learned.kind() + "  " + learned.payer() + "  "
                + (pairs || learned.payments().size() == 1 ? "paid for " : "speaks for nobody: paid for ")
                + String.join(", ", says);
    }

    /**
     * What was learned of this payer counts no longer; it must be confirmed anew.
     *
     * @param payer    an account, a name or a customer's number
     * @param customer for whom; empty for all of them
     * @throws Refused when the person has no right to assign, or nothing was learned of the payer
     */
    public Decided forget(Decider who, String payer, String customer) {
        String company = who.company().isEmpty() ? companies.standard().id() : companies.get(who.company()).id();
        authority.require(who.actor(), PersonAction.ASSIGN, company);
        return ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            List<LearnedStore.Learned> found = store.find(batch, company, payer, customer);
            if (found.isEmpty()) {
                throw new Refused("payer " + payer + ": nothing was learned of it in company " + company
                        + "; see `saldo learned`");
            }
            store.forget(batch, who, company, payer, customer);
            return new Decided(payer, payer + ": forgotten that it paid for " + found.stream()
                    .flatMap(learned -> learned.payments().keySet().stream()).distinct().collect(Collectors.joining(", ")));
        });
    }
}
