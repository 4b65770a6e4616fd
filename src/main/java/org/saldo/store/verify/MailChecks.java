package org.saldo.store.verify;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.store.Contents;

/** Whether mail was accepted once, and the bytes of mails and statements are those that were noted. */
final class MailChecks {

    private static final int PAGE = 1000;

    private final Handle handle;
    private final Findings findings;

    MailChecks(Handle handle, Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    private record Mail(long id, String key, String state, long accepted, long asked) {
    }

    void check() {
        checkMails();
        checkContents();
        checkStrays();
        handle.createQuery("""
                        SELECT statement_number FROM statement s WHERE NOT EXISTS
                        (SELECT 1 FROM content c WHERE c.sha256 = s.pdf_sha256) ORDER BY statement_id LIMIT 1000""")
                .mapTo(String.class).forEach(number -> findings.check(Promise.I10, false, "statement " + number,
                        "the bytes of its PDF are not kept"));
    }

    /** A mail is written once, by who decided it, and may be asked for again by a person; the sender itself never does. */
    private void checkMails() {
        long after = Long.MIN_VALUE;
        List<Mail> page;
        do {
            page = handle.createQuery("""
                            SELECT m.mail_id, m.business_key, m.state,
                              (SELECT COUNT(*) FROM mail_event e WHERE e.mail_id = m.mail_id AND e.state = 'ACCEPTED'),
                              (SELECT COUNT(*) FROM mail_event e WHERE e.mail_id = m.mail_id AND e.state = 'PENDING'
                                 AND e.actor <> 'deliver')
                            FROM mail m WHERE m.mail_id > :after ORDER BY m.mail_id LIMIT :page""")
                    .bind("after", after).bind("page", PAGE)
                    .map((row, context) -> new Mail(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
                            row.getLong(5))).list();
            for (Mail mail : page) {
                after = mail.id;
                String where = "mail " + mail.id + " (" + mail.key + ")";
                findings.check(Promise.I14, mail.accepted <= Math.max(1, mail.asked), where,
                        "the mail server accepted it %d times, it was asked for %d times", mail.accepted, mail.asked);
                findings.check(Promise.I14, !mail.state.equals("ACCEPTED") || mail.accepted > 0, where,
                        "is ACCEPTED, but no event says when");
            }
        } while (page.size() == PAGE);
        handle.createQuery("SELECT business_key, COUNT(*) FROM mail GROUP BY business_key HAVING COUNT(*) > 1")
                .map((row, context) -> row.getString(1)).forEach(key -> findings.check(Promise.I14, false,
                        "business key " + key, "more than one mail has it"));
    }

    /** No key keeps them together, for nothing removes a mail or its bytes. */
    private void checkStrays() {
        strays("SELECT e.event_id FROM mail_event e WHERE NOT EXISTS (SELECT 1 FROM mail m WHERE m.mail_id = e.mail_id)"
                + " ORDER BY e.event_id", Promise.I14, "mail_event ", "its mail is not there");
        strays("SELECT m.mail_id FROM mail m WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.sha256 = m.content_sha256)"
                + " ORDER BY m.mail_id", Promise.I10, "mail ", "its bytes are not kept");
    }

    private void strays(String sql, Promise promise, String what, String words) {
        handle.createQuery(sql + " LIMIT " + PAGE).mapTo(Long.class).forEach(id ->
                findings.check(promise, false, what + id, words));
    }

    private String mailsOf(String sha256) {
        List<String> mails = handle.createQuery("SELECT mail_id, business_key FROM mail WHERE content_sha256 = :sha256"
                        + " ORDER BY mail_id LIMIT 10").bind("sha256", sha256)
                .map((row, context) -> "mail " + row.getLong(1) + " (" + row.getString(2) + ")").list();
        return mails.isEmpty() ? "" : " of " + String.join(", ", mails);
    }

    private void checkContents() {
        String after = "";
        List<String> page;
        do {
            page = handle.createQuery("SELECT sha256 FROM content WHERE sha256 > :after ORDER BY sha256 LIMIT :page")
                    .bind("after", after).bind("page", PAGE).mapTo(String.class).list();
            for (String noted : page) {
                after = noted;
                boolean same = Contents.find(handle, noted).filter(bytes -> Contents.sha256(bytes).equals(noted)).isPresent();
                findings.check(Promise.I10, same, same ? "" : "content " + noted + mailsOf(noted),
                        "the bytes that are kept are not those that were noted");
            }
        } while (page.size() == PAGE);
    }
}
