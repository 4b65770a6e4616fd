package org.saldo.store.mail;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one way in which a mail's state changes: from a state in which it may, and with an event. */
public final class Outbox {

    /** @param when the condition on the present state, in SQL */
    public record Step(long mailId, MailState to, String when, String actor, String detail) {
    }

    private Outbox() {
    }

    /** False, and nothing changed, when the mail is in none of the states from which this step may be taken. */
    public static boolean move(Handle handle, long eventId, Step step, Instant now) {
        int moved = handle.createUpdate("UPDATE mail SET state = :state, last_reply = :reply WHERE mail_id = :id AND ("
                        + step.when() + ")")
                .bind("state", step.to().name()).bind("reply", MailEvents.shortened(step.detail()))
                .bind("id", step.mailId()).execute();
        if (moved == 1) {
            MailEvents.add(handle, eventId, step.mailId(), now, step.actor(), step.to(), step.detail());
        }
        return moved == 1;
    }

    /** Writes down what happened to a mail whose state stays as it is; false when there is no such mail. */
    static boolean note(Handle handle, long eventId, long mailId, String actor, String detail, Instant now) {
        Optional<MailState> state = handle.createQuery("SELECT state FROM mail WHERE mail_id = :id").bind("id", mailId)
                .mapTo(String.class).findOne().map(MailState::valueOf);
        state.ifPresent(same -> MailEvents.add(handle, eventId, mailId, now, actor, same, detail));
        return state.isPresent();
    }
}
