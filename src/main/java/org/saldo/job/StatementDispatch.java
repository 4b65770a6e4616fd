package org.saldo.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.FinanceMail;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementMail;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.job.StatementReport.CustomerMails;
import org.saldo.ledger.Company;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Enqueued;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;
import org.saldo.store.StatementStore;

/** Draws statements and puts them where they belong: file, row, bytes, and mail to customer and finance. */
final class StatementDispatch {

    private static final long ZIP_BYTES_MAX = 10_000_000;

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final StatementSettings settings;
    private final StatementFiles files;
    private final StatementPdf pdf;
    private final StatementRun.Task task;
    private final StatementReplies replies;

    StatementDispatch(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementPdf pdf,
                      StatementRun.Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.settings = settings;
        this.files = new StatementFiles(settings.out());
        this.pdf = pdf;
        this.task = task;
        this.replies = new StatementReplies(ledger, settings.plusAddress());
    }

    private record Drawn(Draft draft, byte[] pdf, ReplyToken token, Optional<OutgoingMail> mail) {
    }

    /** Makes the statements: their files first, then rows, bytes and mails in one transaction. */
    CustomerMails send(List<Draft> drafts) {
        List<Drawn> drawn = drafts.stream().map(this::draw).toList();
        drawn.forEach(each -> files.write(each.draft().statement().key(), each.pdf()));
        return ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> {
            CustomerMails mails = CustomerMails.NONE;
            for (Drawn each : drawn) {
                long id = statements.save(batch, each.draft().statement(), each.pdf());
                replies.issued(batch, id, each.draft().statement().key(), each.token());
                mails = mails.plus(enqueue(batch, each));
            }
            return mails;
        });
    }

    private Drawn draw(Draft draft) {
        Company company = task.company();
        StatementWording words = settings.templates().in(draft.customer().language(), company.language());
        StatementLetter letter = replies.onPage(StatementLetter.of(draft.statement(), company, draft.customer(), words));
        byte[] bytes = pdf.render(letter);
        ReplyToken token = replies.token(draft.statement().key(), bytes);
        List<String> addresses = settings.policy().sendToCustomers() ? usable(draft.customer().addressForStatements())
                : List.of();
        return new Drawn(draft, bytes, token, addresses.isEmpty() ? Optional.empty() : Optional.of(StatementMail.of(
                replies.inMail(letter, token), token, addresses, settings.from(),
                new OutgoingMail.Attachment(StatementFiles.name(draft.statement().key()), "application/pdf", bytes))));
    }

    private static List<String> usable(String field) {
        return MailAddress.split(field).stream().filter(address -> MailAddress.problemOf(address).isEmpty()).toList();
    }

    private CustomerMails enqueue(Batch batch, Drawn drawn) {
        if (!settings.policy().sendToCustomers()) {
            return CustomerMails.NONE;
        }
        if (drawn.mail().isEmpty()) {
            return new CustomerMails(0, 0, 1);
        }
        return switch (outbox.enqueue(batch, drawn.mail().get()).outcome()) {
            case ADDED -> new CustomerMails(1, 0, 0);
            case SWITCHED_OFF -> new CustomerMails(0, 1, 0);
            case ALREADY_THERE -> CustomerMails.NONE;
        };
    }

    /** Tells finance of the month, once for the statements that hold now; false when it was told, or nobody is to be. */
    boolean mailFinance(MonthSummary summary, CustomerMails mails) {
        Company company = task.company();
        long last = statements.lastId(company.id(), task.month());
        String key = "FINANCE/statements/" + company.id() + "/" + task.month() + "/" + last;
        boolean nothingToTell = summary.made() == 0 && summary.notMade().isEmpty();
        if (company.financeMail().isEmpty() || nothingToTell || statements.isMailed(key)) {
            return false;
        }
        StatementWording words = settings.templates().in(company.language());
        List<OutgoingMail.Attachment> zip = new ArrayList<>();
        if (summary.made() > 0) {
            new StatementZip(statements, ZIP_BYTES_MAX).of(company.id(), task.month()).ifPresent(bytes ->
                    zip.add(new OutgoingMail.Attachment("statements-" + task.month() + ".zip", "application/zip", bytes)));
        }
        OutgoingMail mail = FinanceMail.of(company, summary, words, settings.from(), key, customers(words, mails), zip,
                files.folder(company.id(), task.month()).toString());
        Enqueued enqueued = ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> outbox.enqueue(batch, mail));
        return enqueued.isNew();
    }

    private String customers(StatementWording words, CustomerMails mails) {
        if (!settings.policy().sendToCustomers()) {
            return words.of(StatementWord.FINANCE_CUSTOMERS_OFF, "reason", words.of(StatementWord.FINANCE_OFF_BY_POLICY));
        }
        if (outbox.customerMail().isOff()) {
            return words.of(StatementWord.FINANCE_CUSTOMERS_OFF, "reason", words.of(StatementWord.FINANCE_OFF_BY_SWITCH));
        }
        return words.of(StatementWord.FINANCE_CUSTOMERS, Map.of("written", Integer.toString(mails.written()),
                "without-address", Integer.toString(mails.withoutAddress())));
    }
}
