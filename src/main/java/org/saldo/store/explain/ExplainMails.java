package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.MailWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.store.Columns;
import org.saldo.store.ExplainedStep;

/** The life of a mail in words: why it was written, and what became of it on its way. */
final class ExplainMails {

    private final Handle handle;
    private final Function<String, WorklistWording> words;

    ExplainMails(Handle handle, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
    }

    Optional<Explained> explain(long id) {
        return handle.createQuery("SELECT * FROM mail WHERE mail_id = :id").bind("id", id).map((row, context) -> {
            WorklistWording own = words.apply(row.getString("company"));
            List<ExplainedStep> steps = new ArrayList<>(events(own, id));
            steps.add(ExplainedStep.of(Columns.instant(row, "created_at"), 0, own.of(LifeWord.MAIL_MADE),
                    own.of(LifeWord.BUSINESS_KEY, row.getString("business_key")),
                    own.of(LifeWord.MESSAGE_ID, row.getString("message_id"))));
            String state = own.called("STATE", row.getString("state"));
            String reply = said(own, row.getString("last_reply"));
            return new Explained(row.getString("company"), own.of(LifeWord.MAIL, "M-" + id, row.getString("company"),
                    own.called("MAIL", row.getString("kind"))), List.of(own.of(LifeWord.MAIL_TO, row.getString("recipients")),
                    own.of(LifeWord.MAIL_SUBJECT, row.getString("subject"))), steps,
                    List.of(reply.isEmpty() ? own.of(LifeWord.MAIL_NOW, state, row.getInt("attempts"))
                            : own.of(LifeWord.MAIL_NOW_REPLY, state, row.getInt("attempts"), reply)));
        }).findOne();
    }

    private static String said(WorklistWording own, String text) {
        String told = own.toldOrWritten(text);
        return told.equals(text.strip()) ? own.told(MailWord.said(told)) : told;
    }

    private List<ExplainedStep> events(WorklistWording own, long id) {
        return handle.createQuery("SELECT * FROM mail_event WHERE mail_id = :id ORDER BY event_id").bind("id", id)
                .map((row, context) -> ExplainedStep.of(Columns.instant(row, "happened_at"), row.getLong("event_id"),
                        own.called("STATE", row.getString("state")), own.by(row.getString("actor")),
                        own.line(LifeWord.WHAT_HAPPENED, said(own, row.getString("detail"))))).list();
    }
}
