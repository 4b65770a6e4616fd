package org.saldo.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** The steps of a mail's life, each with who and when. */
final class MailEvents {

    static final int DETAIL_LONGEST = 500;

    private MailEvents() {
    }

    static void add(Handle handle, long id, long mailId, Instant at, String actor, MailState state, String detail) {
        handle.createUpdate("""
                        INSERT INTO mail_event (event_id, mail_id, happened_at, actor, state, detail)
                        VALUES (:id, :mail, :at, :actor, :state, :detail)""")
                .bind("id", id).bind("mail", mailId).bind("at", at.atOffset(ZoneOffset.UTC)).bind("actor", actor)
                .bind("state", state.name()).bind("detail", shortened(detail)).execute();
    }

    /** The text in one line that fits the column. */
    static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= DETAIL_LONGEST ? line : line.substring(0, DETAIL_LONGEST - 1) + "…";
    }
}
