package org.saldo.store.explain;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.CustomerId;
import org.saldo.store.CustomerRange;
import org.saldo.store.ExplainedStep;
import org.saldo.store.exclusion.StandingReader;

/** What went between a customer and us and has no rows of its own that tell it, in words. */
final class ExplainContacts {

    private static final Set<String> TOLD = Set.of("NOTE", "PAUSE", "RISK", "LATENESS", "BOUNCE", "REPLY", "HOLD",
            "ACKNOWLEDGEMENT");

    private final Handle handle;
    private final WorklistWording own;

    ExplainContacts(Handle handle, WorklistWording own) {
        this.handle = handle;
        this.own = own;
    }

    List<ExplainedStep> steps(CustomerId customer) {
        return new ContactLog(handle, StandingReader.NOW).of(CustomerRange.of(customer)).stream()
                .filter(entry -> TOLD.contains(entry.kind())).map(this::step).toList();
    }

    private ExplainedStep step(ContactLog.Entry entry) {
        String kind = own.called("CONTACT", entry.kind());
        return ExplainedStep.of(entry.at(), entry.rowId(), entry.reference().isEmpty()
                ? own.of(LifeWord.WITH_REASON, kind, words(entry))
                : own.of(LifeWord.CONTACT, kind, entry.reference(), words(entry)),
                entry.by().isEmpty() ? "" : own.by(entry.by()));
    }

    private String words(ContactLog.Entry entry) {
        ContactLog.Said said = entry.said();
        String text = own.toldOrWritten(said.text());
        return switch (entry.kind()) {
            case "NOTE" -> own.of(LifeWord.valueOf("CHANNEL_" + said.code()), said.with(), text);
            case "PAUSE" -> own.of(LifeWord.ITEM_PAUSED, own.told(AnswerKind.said(said.text())));
            case "REPLY" -> own.of(LifeWord.WITH_REASON, text, own.called("READ_MEANS", said.code()));
            case "HOLD" -> own.of(LifeWord.WITH_REASON, own.called("HOLD", said.code()), text);
            case "BOUNCE" -> own.of(LifeWord.WITH_REASON, said.with(), text);
            case "RISK" -> own.of(LifeWord.WITH_REASON, own.called("RISK", said.code()), text);
            case "ACKNOWLEDGEMENT" -> own.of(LifeWord.SUBJECT_AND_STATE, text, own.called("STATE", said.code()));
            default -> own.of(LifeWord.WITH_REASON, said.code(), text);
        };
    }
}
