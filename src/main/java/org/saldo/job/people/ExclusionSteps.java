package org.saldo.job.people;

import java.util.Locale;
import java.util.function.Consumer;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.exclusion.ExclusionRow;
import org.saldo.store.exclusion.ExclusionStore;

/** What people let follow of a dispute, a promise or a plan that is named by its id, and how they take that back. */
final class ExclusionSteps {

    private final Consent consent;
    private final ExclusionStore store = new ExclusionStore();
    private final ExclusionRow.Kind kind;

    ExclusionSteps(Consent consent, ExclusionRow.Kind kind) {
        this.consent = consent;
        this.kind = kind;
    }

    /** A step to be taken: how it is kept, and what holds then. */
    record Step(String name, String says) {
    }

    /** @param allowed refuses what does not follow from what was taken before */
    Decided take(Decider who, Instruction given, Step step, Consumer<ExclusionRow> allowed) {
        return consent.decide(who, given, batch -> {
            ExclusionRow row = row(batch, given.allocation());
            allowed.accept(row);
            return new Prepared(row.customer().company(), given, row.amount(), () -> {
                store.step(batch, who, row, step.name());
                return new Decided(row.label(), row.label() + ": " + step.says());
            });
        });
    }

    /** Takes back the last step that holds. */
    Decided takeBack(Decider who, InstructionAction action, String id) {
        Instruction given = Instruction.step(action, id, "");
        return consent.decide(who, given, batch -> {
            ExclusionRow row = row(batch, id);
            ExclusionRow.Step last = row.last().orElseThrow(() -> new Refused(row.label()
                    + ": nothing has followed of it that could be taken back"));
            return new Prepared(row.customer().company(), given, row.amount(), () -> {
                store.takeBack(batch, who, row, last);
                return new Decided(row.label(), row.label() + ": it no longer holds that it was "
                        + words(last.name()));
            });
        });
    }

    /** @throws Refused when a step holds already that ends it */
    static void requireOpen(ExclusionRow row) {
        row.last().filter(step -> !step.name().equals(ExclusionRow.ACCEPTED)).ifPresent(step -> {
            throw new Refused(row.label() + ": was " + words(step.name()) + " already by " + step.by() + " on " + step.on()
                    + "; nothing to do");
        });
    }

    private static String words(String step) {
        return step.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private ExclusionRow row(Batch batch, String id) {
        return store.find(batch, kind, Amounts.id(kind.word(), kind.prefix(), id)).orElseThrow(() -> new Refused(kind.word()
                + " " + id + ": is not known; `saldo explain` of the customer or document names them"));
    }
}
