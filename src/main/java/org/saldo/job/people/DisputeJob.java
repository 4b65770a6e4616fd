package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.dunning.Dispute;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.ItemState;
import org.saldo.store.exclusion.ExclusionRow;
import org.saldo.store.exclusion.ExclusionStore;
import org.saldo.store.people.PeopleStore;

/** A document, or a part of it, is contested; somebody answers by a day, and then it ends one way or the other. */
public final class DisputeJob {

    private final PersonJobs jobs;
    private final Consent consent;
    private final PeopleStore people;
    private final ExclusionStore store = new ExclusionStore();

    DisputeJob(PersonJobs jobs) {
        this.jobs = jobs;
        this.consent = new Consent(jobs.ledger(), jobs.authority());
        this.people = new PeopleStore(jobs.companies());
    }

    /**
     * Nobody is reminded of this amount from now on, until the dispute is ended.
     *
     * @param amount what is contested; empty for all that is open and not contested yet
     * @param terms  its code, and its owner unless the policy is to name one
     * @throws Refused when nothing, or less than that, is open and not contested
     */
    public Decided open(Decider who, String document, Optional<BigDecimal> amount, Instruction.Terms terms) {
        Instruction given = Instruction.dispute(document, amount, terms);
        return consent.decide(who, given, batch -> opening(batch, who, given));
    }

    /** The same as a part of what a batch records. */
    public Decided open(Batch batch, Decider who, Instruction given) {
        return consent.decide(batch, who, given, within -> opening(within, who, given));
    }

    private Prepared opening(Batch batch, Decider who, Instruction given) {
        DifferenceCode code = code(given.terms().code());
        ItemState item = people.item(batch, who, given.documents());
        Customer customer = customer(batch, item);
        Money free = item.open().minus(contested(batch, who, item));
        Money amount = given.amount().map(number -> Amounts.positive(item.amount().currency(), number)).orElse(free);
        if (!free.isPositive() || amount.compareTo(free) > 0) {
            throw new Refused("document " + item.key().label() + ": " + amount + " cannot be disputed, since " + item.open()
                    + " is open and " + item.open().minus(free) + " of it is disputed already; give at most " + free);
        }
        Company company = jobs.companies().get(item.customer().company());
        DisputeRules rules = jobs.disputes().get();
        String owner = given.terms().person().isEmpty() ? rules.policy().ownerOf(customer) : given.terms().person();
        Dispute dispute = new Dispute(0, item.id(), item.key().label(), amount, code, owner, who.day(),
                rules.policy().respondBy(code, who.day(), rules.calendar(company)), Optional.empty());
        return new Prepared(company.id(), given, amount, () -> {
            long id = store.add(batch, who, item.customer(), dispute, given.terms().source());
            return new Decided(Dispute.label(id), Dispute.label(id) + ": " + amount + " of " + item.key().label()
                    + " is disputed, " + code.english() + "; " + owner + " answers by " + dispute.respondBy());
        });
    }

    private Customer customer(Batch batch, ItemState item) {
        if (item.key().type().isCredit()) {
            throw new Refused("document " + item.key().label() + ": is a credit note; nobody is reminded of it");
        }
        return store.customer(batch, item.customer()).orElseThrow(() -> new Refused("document " + item.key().label()
                + ": waits for its customer " + item.customer().number() + "; send its record first"));
    }

    private Money contested(Batch batch, Decider who, ItemState item) {
        return store.standing(batch, item.customer(), who.day()).disputes().stream().filter(Dispute::isOpen)
                .filter(dispute -> dispute.itemId() == item.id()).map(Dispute::amount)
                .reduce(Money.zero(item.amount().currency()), Money::plus).min(item.open());
    }

    private static DifferenceCode code(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(DifferenceCode.values()).filter(code -> code.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refused("code '" + word + "': is not known; give one of "
                        + Arrays.stream(DifferenceCode.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** How it ended: {@code for-us}, {@code for-customer} or {@code withdrawn}. What is still open is reminded of again. */
    public Decided end(Decider who, String dispute, String outcome) {
        Dispute.Outcome end = Arrays.stream(Dispute.Outcome.values())
                .filter(each -> each.word().equals(outcome.strip().toLowerCase(Locale.ROOT).replace('_', '-'))
                        || each.name().equals(outcome.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst().orElseThrow(() -> new Refused("outcome '" + outcome + "': is not known; give one of "
                        + Arrays.stream(Dispute.Outcome.values()).map(Dispute.Outcome::word)
                        .collect(Collectors.joining(", "))));
        return steps().take(who, Instruction.step(InstructionAction.END_DISPUTE, dispute, end.word()),
                new ExclusionSteps.Step(end.name(), "ended from " + who.day() + " on: " + end.sentence()),
                ExclusionSteps::requireOpen);
    }

    /** The end is taken back: it is contested again. */
    public Decided reopen(Decider who, String dispute) {
        return steps().takeBack(who, InstructionAction.REOPEN_DISPUTE, dispute);
    }

    private ExclusionSteps steps() {
        return new ExclusionSteps(consent, ExclusionRow.Kind.DISPUTE);
    }
}
