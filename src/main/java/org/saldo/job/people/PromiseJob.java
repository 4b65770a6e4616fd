package org.saldo.job.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DisputePolicy;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.exclusion.ExclusionRow;
import org.saldo.store.exclusion.ExclusionStore;

/** A customer has said how much it pays by when. Whether it keeps its word follows from its cash. */
public final class PromiseJob {

    private final PersonJobs jobs;
    private final Consent consent;
    private final OwedItems owed;
    private final ExclusionStore store = new ExclusionStore();

    PromiseJob(PersonJobs jobs) {
        this.jobs = jobs;
        this.consent = new Consent(jobs.ledger(), jobs.authority());
        this.owed = new OwedItems(jobs.ledger(), jobs.companies());
    }

    /**
     * Nobody is reminded of what is promised until the day and the policy's days of grace have passed.
     *
     * @param given {@link Instruction#promise}: without documents it is about what fell due first, and any cash keeps it; its
     *              code names the promise that it takes the place of, which was then broken
     * @throws Refused when the day is past or too far off, or less than that is open and neither disputed nor promised
     */
    public Decided promise(Decider who, Instruction given) {
        return consent.decide(who, given, batch -> promising(batch, who, given));
    }

    private Prepared promising(Batch batch, Decider who, Instruction given) {
        LocalDate day = given.until().orElseThrow(() -> new Refused("date: is missing; say by when it pays"));
        BigDecimal number = given.amount().orElseThrow(() -> new Refused("amount: is missing; say how much it pays"));
        DisputeRules rules = jobs.disputes().get();
        requireDay(who, day, rules.policy().promises());
        CustomerId customer = owed.customer(batch, who, given.customer());
        Optional<ExclusionRow> before = replaced(batch, customer, given.terms().code());
        requireRoom(store.standing(batch, customer, who.day()), rules.policy().promises(), before);
        List<Debt> debts = owed.owed(batch, who, customer, given.documents(), given.currency()).stream()
                .map(debt -> before.map(row -> without(debt, row)).orElse(debt)).toList();
        Money amount = Amounts.positive(debts.get(0).open().currency(), number);
        PaymentPromise promise = new PaymentPromise(0, amount, rules.policy().enough(amount), given.documents().isBlank(),
                who.day(), day, rules.policy().promiseUntil(day, rules.calendar(jobs.companies().get(customer.company()))),
                parts(debts, amount), Optional.empty());
        return new Prepared(customer.company(), given, amount, () -> {
            before.ifPresent(row -> store.step(batch, who, row, ExclusionRow.REPLACED));
            long id = store.add(batch, who, customer, promise, new ExclusionStore.Word(given.terms().person(),
                    given.terms().source()));
            return new Decided(PaymentPromise.label(id), PaymentPromise.label(id) + ": " + customer.number() + " pays "
                    + amount + " by " + day + ", for " + documents(promise) + "; no reminder of it up to "
                    + promise.until());
        });
    }

    private Optional<ExclusionRow> replaced(Batch batch, CustomerId customer, String label) {
        if (label.isEmpty()) {
            return Optional.empty();
        }
        ExclusionRow row = store.find(batch, ExclusionRow.Kind.PROMISE, Amounts.id("promise", "PR-", label))
                .filter(found -> found.customer().equals(customer))
                .orElseThrow(() -> new Refused("promise " + label + ": is none of " + customer.number()
                        + "'s; `saldo explain` of the customer names them"));
        ExclusionSteps.requireOpen(row);
        return Optional.of(row);
    }

    private static Debt without(Debt debt, ExclusionRow promise) {
        return debt.excluding(debt.exclusions().stream().filter(each -> !each.label().equals(promise.label())).toList());
    }

    private static void requireDay(Decider who, LocalDate day, DisputePolicy.Promises policy) {
        if (day.isBefore(who.day())) {
            throw new Refused("date " + day + ": has passed; a promise is about a day to come");
        }
        if (day.isAfter(who.day().plusDays(policy.horizonDays()))) {
            throw new Refused("date " + day + ": is more than " + policy.horizonDays()
                    + " days away, the most of disputes.yaml; agree on a plan instead");
        }
    }

    private static void requireRoom(Standing standing, DisputePolicy.Promises policy, Optional<ExclusionRow> without) {
        List<String> open = standing.promises().stream().filter(each -> each.state() == PaymentPromise.State.OPEN)
                .map(each -> each.promise().label())
                .filter(label -> without.map(ExclusionRow::label).filter(label::equals).isEmpty()).toList();
        if (open.size() >= policy.mostOpen()) {
            throw new Refused("customer: has " + open.size() + " promises open, the most of disputes.yaml: "
                    + String.join(", ", open) + "; wait for their days, or cancel one");
        }
    }

    private static List<Part> parts(List<Debt> oldestFirst, Money amount) {
        List<Part> parts = new ArrayList<>();
        Money left = amount;
        for (Debt debt : oldestFirst) {
            Money part = left.min(debt.askable());
            left = left.minus(part);
            if (part.isPositive()) {
                parts.add(new Part(debt.itemId(), debt.document(), part));
            }
        }
        if (left.isPositive()) {
            throw new Refused("amount " + amount + ": is more than what is open and neither disputed, promised nor in a plan: "
                    + amount.minus(left) + "; give at most that");
        }
        return parts;
    }

    private static String documents(PaymentPromise promise) {
        return String.join(", ", promise.parts().stream().map(Part::document).toList());
    }

    /** From now on it no longer counts, and what it was about is reminded of again. */
    public Decided cancel(Decider who, String promise) {
        return steps().take(who, Instruction.step(InstructionAction.CANCEL_PROMISE, promise, ""),
                new ExclusionSteps.Step(ExclusionRow.CANCELLED, "cancelled from " + who.day() + " on"),
                ExclusionSteps::requireOpen);
    }

    /** It counts again. */
    public Decided reopen(Decider who, String promise) {
        return steps().takeBack(who, InstructionAction.REOPEN_PROMISE, promise);
    }

    private ExclusionSteps steps() {
        return new ExclusionSteps(consent, ExclusionRow.Kind.PROMISE);
    }
}
