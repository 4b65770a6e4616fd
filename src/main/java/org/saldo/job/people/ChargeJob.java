package org.saldo.job.people;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.interest.Charge;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.InterestPolicy.Rule;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.UnknownRateException;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.ChargeStore;
import org.saldo.store.dunning.DunningStore;

/**
 * A person has interest, lump sums and fees of reminders booked as documents, of those customers whom the policy charges. Each
 * customer is decided and written in a transaction of its own. Run again, it charges no day and no reminder twice.
 */
public final class ChargeJob {

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Leases leases;
    private final Companies companies;
    private final Authority authority;
    private final InterestPolicy policy;
    private final DunningStore dunning;
    private final ChargeStore store;

    public ChargeJob(Ledger ledger, Leases leases, Companies companies, Authority authority, InterestPolicy policy) {
        this.ledger = ledger;
        this.leases = leases;
        this.companies = companies;
        this.authority = authority;
        this.policy = policy;
        this.dunning = new DunningStore(ledger);
        this.store = new ChargeStore(ledger, companies);
    }

    /**
     * Charges the days before that of the decision.
     *
     * @param only   a customer's number; empty for all of the company
     * @param dryRun tell, but write nothing
     * @throws Refused when the person may not, the policy charges nobody, or the ERP keeps the company's books
     */
    public ChargeReport run(Decider who, String only, boolean dryRun) {
        authority.requireRight(who.actor(), PersonAction.CHARGE);
        Company company = who.company().isEmpty() ? companies.standard() : companies.get(who.company());
        if (policy.rules().stream().noneMatch(rule -> rule.use() == Use.CHARGE)) {
            throw new Refused("interest.yaml: no rule there charges anybody; say `use: charge` where you want it");
        }
        if (company.mode() == Company.Mode.SHADOW) {
            throw new Refused("company " + company.id() + ": is in mode SHADOW, where the ERP issues the documents; charge"
                    + " there, by what `--dry-run` of a SUBLEDGER would say, or announce only");
        }
        return leases.whileHolding("charge", () -> new Run(who, company, dryRun).all(only))
                .orElseGet(() -> new ChargeReport(dryRun, true, List.of(), List.of()));
    }

    private final class Run {

        private final Decider who;
        private final Company company;
        private final boolean dryRun;
        private final List<ChargeReport.Charged> charged = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();

        Run(Decider who, Company company, boolean dryRun) {
            this.who = who;
            this.company = company;
            this.dryRun = dryRun;
        }

        ChargeReport all(String only) {
            List<String> page = only.isEmpty() ? store.customers(company.id(), "", PAGE) : List.of(only);
            while (!page.isEmpty()) {
                Map<String, DunningCase> cases = dunning.cases(company.id(), page, who.day());
                cases.values().stream().filter(each -> rule(each).isPresent()).forEach(this::charge);
                page = only.isEmpty() ? store.customers(company.id(), page.get(page.size() - 1), PAGE) : List.of();
            }
            return new ChargeReport(dryRun, false, charged, List.copyOf(notes));
        }

        private Optional<Rule> rule(DunningCase customer) {
            return policy.ruleFor(customer.customer()).filter(rule -> rule.use() == Use.CHARGE);
        }

        private void charge(DunningCase seen) {
            CustomerId customer = seen.customer().id();
            try {
                charged.addAll(ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch ->
                        dunning.readCase(batch, customer, who.day()).map(now -> charge(batch, now)).orElse(List.of())));
            } catch (UnknownRateException | Refused reason) {
                notes.add(customer + ": not charged: " + reason.getMessage());
            }
        }

        private List<ChargeReport.Charged> charge(Batch batch, DunningCase customer) {
            CustomerId id = customer.customer().id();
            Optional<Rule> rule = rule(customer);
            if (rule.isEmpty()) {
                return List.of();
            }
            if (customer.obstacle().isPresent()) {
                throw new Refused(customer.obstacle().get().words().toString());
            }
            Law law = rule.get().law().orElseThrow();
            List<ChargeReport.Charged> done = new ArrayList<>();
            Map<String, List<Charge.Candidate>> late = store.candidates(batch, id, who.day());
            List<Charge.OfReminder> fees = store.fees(batch, id);
            fees.forEach(fee -> late.putIfAbsent(fee.amount().currency().getCurrencyCode(), List.of()));
            Set<Long> held = held(customer);
            late.forEach((code, candidates) -> {
                candidates.forEach(each -> Charge.disagreement(law, each.item()).ifPresent(why -> notes.add(id + ": " + why)));
                Charge.of(policy, law, Currency.getInstance(code),
                                candidates.stream().filter(each -> !held.contains(each.itemId())).toList(),
                                fees.stream().filter(fee -> fee.amount().currency().getCurrencyCode().equals(code))
                                        .filter(fee -> !held.contains(fee.itemId())).toList(), who.day())
                        .ifPresent(charge -> done.add(book(batch, customer, charge)));
            });
            return done;
        }

        /** The items that are blocked, disputed, promised or in a plan now. */
        private Set<Long> held(DunningCase customer) {
            return customer.debts().stream()
                    .filter(debt -> debt.blocked().isPresent() || debt.excluded().isPositive()).map(Debt::itemId)
                    .collect(Collectors.toSet());
        }

        private ChargeReport.Charged book(Batch batch, DunningCase customer, Charge charge) {
            CustomerId id = customer.customer().id();
            if (customer.covers().stream().anyMatch(cover -> cover.amount().currency().equals(charge.currency()))) {
                throw new Refused("money in " + charge.currency() + " is here that settles nothing yet; apply it first, since"
                        + " it bears no interest");
            }
            Money amount = charge.total();
            authority.require(who.actor(), PersonAction.CHARGE, id.company(), amount);
            if (authority.needsSecondPerson(PersonAction.CHARGE, id.company(), amount)) {
                throw new Refused(amount + " needs a second person, and charging knows only one; raise the limit of"
                        + " second-person-above for charge");
            }
            return new ChargeReport.Charged(id, charge, dryRun ? List.of() : store.save(batch, who, id, charge,
                    who.day().plusDays(policy.charging().orElseThrow().dueDays())));
        }
    }
}
