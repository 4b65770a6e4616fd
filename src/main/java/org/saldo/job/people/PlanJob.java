package org.saldo.job.people;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.Debt;
import org.saldo.dunning.Exclusion;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.exclusion.ExclusionRow;
import org.saldo.store.exclusion.ExclusionStore;

/** A customer is to pay by instalments: a plan is proposed, accepted, and kept or broken, which follows from its payments. */
public final class PlanJob {

    private final PersonJobs jobs;
    private final Consent consent;
    private final OwedItems owed;
    private final ExclusionStore store = new ExclusionStore();

    PlanJob(PersonJobs jobs) {
        this.jobs = jobs;
        this.consent = new Consent(jobs.ledger(), jobs.authority());
        this.owed = new OwedItems(jobs.ledger(), jobs.companies());
    }

    /**
     * Keeps a plan as proposed; it counts once it is accepted.
     *
     * @param given {@link Instruction#plan}; the instalments add up exactly to what is open of the documents
     * @throws Refused when they do not, a day is past, or a document is disputed, promised or in a plan
     */
    public Decided propose(Decider who, Instruction given) {
        return consent.decide(who, given, batch -> proposing(batch, who, given));
    }

    private Prepared proposing(Batch batch, Decider who, Instruction given) {
        CustomerId customer = owed.customer(batch, who, given.customer());
        List<Debt> debts = owed.owed(batch, who, customer, given.documents(), given.currency());
        debts.forEach(PlanJob::requireFree);
        DisputeRules rules = jobs.disputes().get();
        Currency currency = debts.get(0).open().currency();
        BusinessCalendar calendar = rules.calendar(jobs.companies().get(customer.company()));
        List<InstalmentPlan.Instalment> instalments = instalments(who, given.terms().schedule(), currency).stream()
                .map(due -> new InstalmentPlan.Instalment(due.day(), rules.policy().missedAfter(due.day(), calendar),
                        due.amount())).toList();
        Money open = sum(currency, debts.stream().map(Debt::open).toList());
        Money due = sum(currency, instalments.stream().map(InstalmentPlan.Instalment::amount).toList());
        if (!open.equals(due)) {
            throw new Refused("schedule: the instalments add up to " + due + ", the documents to " + open
                    + "; they must be the same");
        }
        InstalmentPlan plan = new InstalmentPlan(0, who.day(), rules.policy().plans().brokenAfter(), debts.stream()
                .map(debt -> new Part(debt.itemId(), debt.document(), debt.open())).toList(), instalments, Optional.empty(),
                Optional.empty());
        return new Prepared(customer.company(), given, open, () -> {
            long id = store.add(batch, who, customer, plan, given.terms().source());
            return new Decided(InstalmentPlan.label(id), InstalmentPlan.label(id) + ": proposed, " + open + " by "
                    + instalments.size() + " instalments; it counts once it is accepted: `saldo plan accept "
                    + InstalmentPlan.label(id) + "`");
        });
    }

    private static void requireFree(Debt debt) {
        debt.exclusions().stream().map(Exclusion::words).findFirst().ifPresent(why -> {
            throw new Refused("document " + why + "; settle that first, or leave the document out");
        });
    }

    private static Money sum(Currency currency, List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    private record Due(LocalDate day, Money amount) {
    }

    /** {@code 2026-11-15:100.00,2026-12-15:50.00}; the days ascend. */
    private static List<Due> instalments(Decider who, String schedule, Currency currency) {
        List<Due> instalments = new ArrayList<>();
        for (String text : schedule.split("[,;+\\s]+")) {
            Due due = due(text, currency);
            LocalDate before = instalments.isEmpty() ? who.day().minusDays(1)
                    : instalments.get(instalments.size() - 1).day();
            if (!due.day().isAfter(before)) {
                throw new Refused("schedule: " + due.day() + " does not come after " + before + "; put the days in order,"
                        + " none of them past");
            }
            instalments.add(due);
        }
        return instalments;
    }

    private static Due due(String text, Currency currency) {
        String[] parts = text.split(":");
        try {
            if (parts.length == 2) {
                return new Due(LocalDate.parse(parts[0]), Amounts.positive(currency, new BigDecimal(parts[1])));
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static Refused unreadable(String text) {
        return new Refused("schedule: '" + text + "' is no day and amount; write 2026-11-15:100.00,2026-12-15:50.00");
    }

    /** Both have agreed: what is not yet due by the plan is no longer reminded of, as long as it is kept. */
    public Decided accept(Decider who, String plan) {
        return steps().take(who, Instruction.step(InstructionAction.ACCEPT_PLAN, plan, ""),
                new ExclusionSteps.Step(ExclusionRow.ACCEPTED, "accepted from " + who.day() + " on"), row -> {
                    ExclusionSteps.requireOpen(row);
                    row.last().ifPresent(step -> {
                        throw new Refused(row.label() + ": was accepted already by " + step.by() + "; nothing to do");
                    });
                });
    }

    /** It no longer counts: the items are due again as they always were. */
    public Decided end(Decider who, String plan) {
        return steps().take(who, Instruction.step(InstructionAction.END_PLAN, plan, ""),
                new ExclusionSteps.Step(ExclusionRow.ENDED, "ended from " + who.day() + " on"), ExclusionSteps::requireOpen);
    }

    /** Takes back the last step: it is in force again, or only proposed again. */
    public Decided reopen(Decider who, String plan) {
        return steps().takeBack(who, InstructionAction.REOPEN_PLAN, plan);
    }

    private ExclusionSteps steps() {
        return new ExclusionSteps(consent, ExclusionRow.Kind.PLAN);
    }
}
