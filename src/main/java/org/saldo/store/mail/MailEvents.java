package org.saldo.store.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The steps of a mail's life, each with who and when. */
public final class MailEvents {

    static final int DETAIL_LONGEST = 500;

    private MailEvents() {
    }

    /** One step of one mail. */
    record Event(long id, long mailId, Instant at, String actor, MailState state, String detail) {
    }

    static void add(Handle handle, long id, long mailId, Instant at, String actor, MailState state, String detail) {
        addAll(handle, List.of(new Event(id, mailId, at, actor, state, detail)));
    }

    static void addAll(Handle handle, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedBatch inserts = handle.prepareBatch("""
                INSERT INTO mail_event (event_id, mail_id, happened_at, actor, state, detail)
                VALUES (:id, :mail, :at, :actor, :state, :detail)""")) {
            events.forEach(event -> inserts.bind("id", event.id()).bind("mail", event.mailId())
                    .bind("at", event.at().atOffset(ZoneOffset.UTC)).bind("actor", event.actor())
                    .bind("state", event.state().name()).bind("detail", shortened(event.detail())).add());
            inserts.execute();
        }
    }

    /** The text in one line that fits the column. */
    public static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= DETAIL_LONGEST ? line : line.substring(0, DETAIL_LONGEST - 1) + "…";
    }
}
