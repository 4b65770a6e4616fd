package org.saldo.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.ChangesPart;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementFile;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementMail;
import org.saldo.delivery.finance.StatementWorkbook;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.job.StatementReport.CustomerMails;
import org.saldo.ledger.Customer;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementFigures;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.IssuedStatement;
import org.saldo.store.ItemNotes;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;
import org.saldo.store.StatementMonths;
import org.saldo.store.StatementStore;

/** Draws statements and puts them where they belong: file, row, bytes, and the mail to the customer or why there is none. */
final class StatementDispatch {

    private static final String PDF = "application/pdf";

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final StatementMonths months;
    private final StatementSettings settings;
    private final StatementFiles files;
    private final StatementRun.Task task;
    private final StatementReplies replies;
    private final ItemNotes notes;

    StatementDispatch(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementRun.Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.months = new StatementMonths(ledger);
        this.settings = settings;
        this.files = new StatementFiles(settings.out());
        this.task = task;
        this.replies = new StatementReplies(ledger, settings.answers());
        this.notes = new ItemNotes(ledger);
    }

    /** Draws one statement and writes its mail; nothing is kept yet. Many threads may do so at once. */
    Drawn draw(StatementPdf pdf, Draft draft) {
        try {
            StatementLetter letter = letter(draft);
            IssuedStatement issued = settings.issue().issued(draft.statement(), pdf.render(replies.onPage(letter)), task.day());
            ReplyToken token = replies.token(draft.statement().key(), issued.pdf());
            Optional<HeldBack> held = held(draft);
            Optional<OutboxStore.Rendered> mail = held.isPresent() || !draft.terms().send() ? Optional.empty()
                    : Optional.of(outbox.render(mail(draft, letter, token, issued.pdf()), ledger.now()));
            return new Drawn(draft, Optional.of(issued), Optional.of(token), mail, held, "");
        } catch (IllegalArgumentException | ArithmeticException failure) {
            return Drawn.failed(draft, failure);
        }
    }

    /** The mail that brings the customer these bytes of its statement. */
    OutgoingMail mail(Draft draft, byte[] pdf) {
        return mail(draft, letter(draft), replies.token(draft.statement().key(), pdf), pdf);
    }

    private OutgoingMail mail(Draft draft, StatementLetter letter, ReplyToken token, byte[] pdf) {
        StatementKey key = draft.statement().key();
        List<StatementFile> attached = new ArrayList<>();
        attached.add(StatementFile.made(key, StatementFiles.name(key), PDF, pdf));
        if (draft.terms().workbook()) {
            attached.add(StatementFile.made(key, StatementFiles.name(key).replaceFirst("[.]pdf$", ".xlsx"),
                    StatementWorkbook.TYPE, StatementWorkbook.of(draft.statement(), letter.words())));
        }
        return StatementMail.of(replies.inMail(letter, token, pdf), token, usable(draft.terms(), draft.customer()),
                settings.from(), attached);
    }

    private StatementLetter letter(Draft draft) {
        StatementLetter letter = settings.templates().letter(draft.statement(), task.company(), draft.customer(),
                draft.terms().language().orElse(draft.customer().language()));
        StatementLetter paid = settings.issue().paid(letter, task.day()).withNotes(notes.of(draft.statement()));
        return draft.changes().map(changes -> paid.withChanges(new ChangesPart(changes,
                settings.issue().isWithdrawn(changes.before().key())))).orElse(paid);
    }

    /** Whether a statement has to be made again: its figures are others now, or the account on it was withdrawn. */
    boolean isOutdated(StatementPages.Again again) {
        return !again.next().statement().saysTheSameAs(again.last()) || settings.issue().isWithdrawn(again.last().key());
    }

    /** Why the statement is not mailed by itself; empty when it is, or when no customer gets any. */
    Optional<HeldBack> held(Draft draft) {
        StatementTerms terms = draft.terms();
        Optional<HeldBack.Reason> reason = terms.whyNotMailed(draft.statement().closing());
        if (reason.filter(why -> why == HeldBack.Reason.NOT_MAILED).isPresent() && !settings.policy().sendsAny()) {
            return Optional.empty();
        }
        if (reason.isPresent()) {
            return Optional.of(held(draft, reason.get(), terms.reason()));
        }
        if (terms.language().filter(language -> !settings.templates().speaks(language)).isPresent()) {
            return Optional.of(held(draft, HeldBack.Reason.NO_LANGUAGE, terms.language().get()));
        }
        if (usable(terms, draft.customer()).isEmpty()) {
            return Optional.of(held(draft, HeldBack.Reason.NO_ADDRESS, String.join("; ", terms.addressesOf(draft.customer()))));
        }
        return task.late() ? Optional.of(held(draft, HeldBack.Reason.LATE_MONTH, "")) : Optional.empty();
    }

    private static HeldBack held(Draft draft, HeldBack.Reason reason, String detail) {
        return new HeldBack(draft.customer().id(), draft.statement().key().currency().getCurrencyCode(), reason, detail);
    }

    /** To whom the mail goes, as one line. */
    String recipients(Draft draft) {
        return String.join(", ", usable(draft.terms(), draft.customer()));
    }

    private static List<String> usable(StatementTerms terms, Customer customer) {
        return terms.addressesOf(customer).stream().flatMap(field -> MailAddress.split(field).stream()).distinct()
                .filter(address -> MailAddress.problemOf(address).isEmpty()).toList();
    }

    /** Keeps the statements: their files first, then rows, bytes, holds and mails in one transaction. */
    CustomerMails send(List<Drawn> drawn, StatementTally tally) {
        List<Drawn> whole = drawn.stream().filter(Drawn::isFile).toList();
        whole.forEach(each -> files.write(each.draft().statement().key(), each.pdf()));
        List<StatementFigures> figures = new ArrayList<>();
        CustomerMails mails = whole.isEmpty() ? CustomerMails.NONE
                : ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> {
                    figures.clear();
                    CustomerMails written = CustomerMails.NONE;
                    for (Drawn each : whole) {
                        long id = statements.save(batch, each.issued().orElseThrow());
                        replies.issued(batch, id, each.draft().statement().key(), each.token().orElseThrow());
                        each.held().ifPresent(held -> months.hold(batch, id, held));
                        CustomerMails own = enqueue(batch, each);
                        figures.add(figures(each, own));
                        written = written.plus(own);
                    }
                    return written;
                });
        figures.forEach(tally::figures);
        drawn.forEach(each -> tell(each, tally));
        return mails;
    }

    /** What the tally is told of a statement that is made, or would be. */
    void tell(Drawn drawn, StatementTally tally) {
        StatementOfAccount statement = drawn.draft().statement();
        if (drawn.isFile()) {
            tally.made(statement, statement.closing());
            drawn.held().ifPresent(tally::held);
        } else {
            tally.without(new HeldBack(drawn.draft().customer().id(), statement.key().currency().getCurrencyCode(),
                    HeldBack.Reason.UNREADABLE, drawn.fault()), statement.closing());
        }
    }

    private static StatementFigures figures(Drawn drawn, CustomerMails mails) {
        return StatementFigures.of(drawn.draft().statement(), drawn.draft().customer().name(), true,
                mails.written() == 1 ? String.join(", ", drawn.mail().orElseThrow().mail().to()) : "",
                drawn.held().map(HeldBack::reason));
    }

    private CustomerMails enqueue(Batch batch, Drawn drawn) {
        if (drawn.mail().isEmpty()) {
            boolean addressless = drawn.held().filter(held -> held.reason() == HeldBack.Reason.NO_ADDRESS).isPresent();
            return addressless ? new CustomerMails(0, 0, 1) : CustomerMails.NONE;
        }
        return switch (outbox.enqueue(batch, drawn.mail().get()).outcome()) {
            case ADDED -> new CustomerMails(1, 0, 0);
            case SWITCHED_OFF -> new CustomerMails(0, 1, 0);
            case ALREADY_THERE -> CustomerMails.NONE;
        };
    }
}
