package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningRun;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.HouseStepStore;
import org.saldo.store.dunning.HouseStepStore.Outcome;
import org.saldo.store.dunning.HouseStepStore.Row;

/** Steps of ladders inside the house: found in a run of reminders, and ended by people. */
public final class HouseStepJob {

    private final Ledger ledger;

    public HouseStepJob(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Keeps the steps that these customers have reached, as they are known in the batch's transaction. */
    static void take(Batch batch, DunningRun decider, String policyVersion, Collection<DunningCase> customers) {
        customers.stream().map(decider::houseStep).flatMap(Optional::stream)
                .forEach(step -> HouseStepStore.save(batch, step, policyVersion));
    }

    /** What waits for a person, oldest first. @param company empty for all */
    public List<Row> waiting(String company, LocalDate day) {
        return HouseStepStore.waiting(ledger, company, day);
    }

    /**
     * A person has done the step, or will not.
     *
     * @param label such as {@code H-12}
     * @throws Refused when there is no such step, it has ended, or the person has no right to block
     */
    public Decided end(Decider who, Authority authority, String label, Outcome outcome) {
        authority.requireRight(who.actor(), PersonAction.BLOCK);
        return ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            Row step = HouseStepStore.find(batch, id(label)).orElseThrow(() -> new Refused("step " + label
                    + ": is not known; see `saldo steps`"));
            authority.require(who.actor(), PersonAction.BLOCK, step.customer().company());
            step.ended().ifPresent(before -> {
                throw new Refused("step " + label + ": has ended already; nothing to do");
            });
            HouseStepStore.end(batch, who, step, outcome);
            return new Decided(label, label + ": " + step.kind().english() + " " + step.customer().number() + ": "
                    + (outcome == Outcome.DONE ? "done" : "dropped"));
        });
    }

    private static long id(String label) {
        try {
            return Long.parseLong(label.replaceFirst("^H-", ""));
        } catch (NumberFormatException fault) {
            throw new Refused("step " + label + ": is no number such as H-12; see `saldo steps`");
        }
    }
}
