package org.saldo.store;

import java.time.OffsetDateTime;
import java.util.List;

/** The bytes of all mails in the outbox, oldest first. */
public final class SentMails {

    private SentMails() {
    }

    public static List<String> subjects(Ledger ledger) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("SELECT subject FROM mail ORDER BY mail_id")
                .mapTo(String.class).list());
    }

    /** Everything that waits is taken to have left then. */
    public static void left(Ledger ledger, OffsetDateTime at) {
        ledger.database().jdbi().useHandle(handle -> handle.createUpdate("UPDATE mail SET sent_at = :at").bind("at", at)
                .execute());
    }

    /** Changes rows behind the ledger's back. */
    public static void execute(Ledger ledger, String sql) {
        ledger.database().jdbi().useHandle(handle -> handle.execute(sql));
    }

    public static List<byte[]> of(Ledger ledger) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT content_sha256 FROM mail ORDER BY mail_id").mapTo(String.class).list().stream()
                .map(sha256 -> Contents.get(handle, sha256)).toList());
    }
}
