package org.saldo.store.statement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MailWord;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.statement.StatementKey;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.Outbox;

/** Mails that bring a statement, or ask about one, of which a later version was issued: they must not reach the customer. */
public final class SupersededMails {

    /** What the business keys of such mails begin with. */
    private static final List<String> ABOUT = List.of("STATEMENT/", "ASK/");
    /** {@code STATEMENT/main/C-1/EUR/2026-10/1}; a reminder to answer has its own number behind that. */
    private static final Pattern KEY = Pattern.compile("(?:STATEMENT|ASK)/.*/([A-Z]{3})/(\\d{4}-\\d{2})/(\\d{1,9})");

    private final Ledger ledger;

    public SupersededMails(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Cancels what still waits of the versions before {@code issued}, which is written in the same batch. */
    public static void cancel(Batch batch, StatementKey issued) {
        record Waiting(long id, String key) {
        }
        if (issued.version() == 1) {
            return;
        }
        CustomerId customer = issued.customer();
        List<Waiting> waiting = batch.handle().createQuery("""
                        SELECT m.mail_id, m.business_key FROM mail m
                        WHERE m.state = 'PENDING' AND m.company = :company AND m.customer_id = :customer
                        ORDER BY m.mail_id""")
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> new Waiting(row.getLong(1), row.getString(2))).list();
        for (int version = 1; version < issued.version(); version++) {
            String before = new StatementKey(customer, issued.currency(), issued.period(), version).toString();
            waiting.stream().filter(mail -> ABOUT.stream().anyMatch(about -> mail.key().equals(about + before)
                            || mail.key().startsWith(about + before + "/")))
                    .forEach(mail -> Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail.id(),
                            MailState.CANCELLED, "state = 'PENDING'", batch.actor(), because(issued.version()).stored()),
                            batch.startedAt()));
        }
    }

    /** Why the mail may not go any more: the statement that it is about has a later version. */
    public Optional<Words> why(DueMail mail) {
        String about = mail.businessKey();
        Matcher key = KEY.matcher(about.startsWith("ASK/") ? about.substring(0, about.lastIndexOf('/')) : about);
        if (mail.kind() != MailKind.STATEMENT || !key.matches()) {
            return Optional.empty();
        }
        int version = Integer.parseInt(key.group(3));
        int latest = ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(s.version), 0)
                        FROM statement s JOIN batch b ON b.batch_id = s.batch_id AND b.known_at IS NOT NULL
                        WHERE s.company = :company AND s.customer_id = :customer AND s.currency = :currency
                        AND s.statement_month = :month""")
                .bind("company", mail.company()).bind("customer", mail.customer()).bind("currency", key.group(1))
                .bind("month", key.group(2)).mapTo(Integer.class).one());
        return latest > version ? Optional.of(because(latest)) : Optional.empty();
    }

    private static Words because(int version) {
        return Words.of(MailWord.LATER_VERSION, version);
    }
}
