package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.AnswerPage;
import org.saldo.delivery.ReplyKey;
import org.saldo.intake.PageForm;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.store.Leases;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerPageStore;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** October's statements of {@link ReminderTalk}'s customers, mailed on {@link #MADE}, and what they answer to them. */
final class StatementTalk implements AutoCloseable {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final LocalDate MADE = LocalDate.of(2026, 11, 2);
    static final LocalDate ANSWERED = MADE.plusDays(1);
    private static final StatementPolicy POLICY = new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL);
    private static final StatementTemplates TEMPLATES = StatementTemplates.read(Path.of("config/templates"));

    final ReminderTalk talk;

    StatementTalk(TestDatabase kind) {
        talk = new ReminderTalk(kind);
        talk.at(MADE);
        try (Leases leases = new Leases(talk.database, () -> MADE.atTime(8, 0).toInstant(ZoneOffset.UTC), "statements")) {
            assertThat(new StatementJob(talk.ledger, leases, ReminderTalk.COMPANIES, new StatementSettings(POLICY, TEMPLATES,
                    Correspondence.ownFolder(kind.name()), "hub@seller.example"), talk.outbox(),
                    company -> Optional.empty()).run(OCTOBER, Optional.empty(), MADE, false).made()).isEqualTo(2);
        }
    }

    StatementRow statement(String customer) {
        List<StatementRow> rows = new StatementStore(talk.ledger).upTo(new CustomerId("main", customer), OCTOBER);
        return rows.get(rows.size() - 1);
    }

    private ReplyKey key() {
        return new AnswerStore(talk.ledger).replyKey();
    }

    /** The subject of the statement's mail, with its token. */
    String subject(String customer) {
        StatementRow row = statement(customer);
        return "Re: Statement of account " + key().token(row.key(), row.pdfSha256()).inSubject();
    }

    /** A mail of the customer's own that answers its statement, and which our mail server vouches for. */
    ReplyReport reply(String customer, String text) {
        return mail("dmarc=pass", customer, text);
    }

    ReplyReport mail(String result, String customer, String text) {
        return talk.take(talk.mail(result, customer.equals("C-1") ? "c1@acme.example" : "c2@beta.example", subject(customer),
                text, ""), ANSWERED);
    }

    ReplyReport withList(String customer, String text, String list) {
        String from = customer.equals("C-1") ? "c1@acme.example" : "c2@beta.example";
        return talk.take(("Authentication-Results: mx.saldo.example; dmarc=pass header.from="
                + from.substring(from.indexOf('@') + 1) + "\r\nFrom: " + from + "\r\nTo: answers@seller.example\r\nSubject: "
                + subject(customer) + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + text
                + "\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"list.csv\"\r\n\r\n" + list
                + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8), ANSWERED);
    }

    /** Answers on the statement's page. */
    AnswerTask onPage(String customer, PageForm form) {
        talk.at(ANSWERED);
        StatementRow row = statement(customer);
        String codes = AnswerPageStore.codes(key().token(row.key(), row.pdfSha256()), key().linkCode(row.key(),
                row.pdfSha256()));
        Instant now = ANSWERED.atTime(9, 0).toInstant(ZoneOffset.UTC);
        assertThat(new AnswerPageJob(talk.ledger, ReminderTalk.COMPANIES, new AnswerPageJob.Rules(POLICY, AnswerPolicy.NONE,
                TEMPLATES, talk.lists(), Optional.of(talk.beyond()), Duration.ofDays(60)),
                new AnswerPage(ReminderTalk.TEMPLATES)).answer(codes, () -> form, new AnswerPageJob.Visitor("198.51.100.7",
                "browser"), "/statement/x", "nonce", now, ANSWERED)).isPresent();
        return talk.lastTask();
    }

    /** The key by which the page calls a document. */
    String line(String document) {
        return String.valueOf(talk.books.rows("SELECT item_id FROM document WHERE document_number = '" + document + "'").get(0)
                .get("item_id"));
    }

    @Override
    public void close() {
        talk.close();
    }
}
