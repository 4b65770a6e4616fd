package org.saldo.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.Outbox;

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
        RowIds ids = ledger.database().newRowIds();
        ledger.database().jdbi().useTransaction(handle -> handle.createQuery(
                        "SELECT mail_id FROM mail WHERE state = 'PENDING' ORDER BY mail_id").mapTo(Long.class).list()
                .forEach(mail -> {
                    Outbox.move(handle, ids.next(), new Outbox.Step(mail, MailState.ACCEPTED, "state = 'PENDING'", "deliver",
                            "250 taken"), at.toInstant());
                    handle.createUpdate("UPDATE mail SET sent_at = :at WHERE mail_id = :id").bind("at", at).bind("id", mail)
                            .execute();
                }));
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
