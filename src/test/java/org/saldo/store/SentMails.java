package org.saldo.store;

import java.util.List;

/** The bytes of all mails in the outbox, oldest first. */
public final class SentMails {

    private SentMails() {
    }

    public static List<byte[]> of(Ledger ledger) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT content_sha256 FROM mail ORDER BY mail_id").mapTo(String.class).list().stream()
                .map(sha256 -> Contents.get(handle, sha256)).toList());
    }
}
