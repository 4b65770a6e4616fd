package org.saldo.store.mail;

import java.time.Instant;
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
}
