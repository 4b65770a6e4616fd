package org.saldo.job.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.saldo.delivery.ChangesPart;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementAddressee;
import org.saldo.delivery.StatementFile;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementMail;
import org.saldo.delivery.finance.StatementWorkbook;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Contents;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.IssuedStatement;
import org.saldo.store.statement.ItemNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws statements and writes the mails that bring them to their customers, or says why there is none; keeps nothing. */
final class StatementDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(StatementDispatch.class);
    private static final String PDF = "application/pdf";

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementSettings settings;
    private final StatementRun.Task task;
    private final StatementReplies replies;
    private final ItemNotes notes;
    private final Optional<String> stopped;

    StatementDispatch(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementRun.Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.settings = settings;
        this.task = task;
        this.replies = new StatementReplies(ledger, settings.answers());
        this.notes = new ItemNotes(ledger);
        this.stopped = settings.issue().stopped(task.company().id());
    }

    /** Draws one statement and writes its mail; nothing is kept yet. Many threads may do so at once. */
    Drawn draw(StatementPdf pdf, Draft draft) {
        return draw(pdf, draft, (letter, page) -> {
            IssuedStatement issued = settings.issue().issued(draft.statement(), page, task.day());
            ReplyToken token = replies.token(draft.statement().key(), issued.pdfSha256());
            Optional<HeldBack> held = held(draft);
            Optional<OutboxStore.Rendered> mail = held.isPresent() || !draft.terms().send() ? Optional.empty()
                    : Optional.of(guarded(draft, () -> rendered(draft, issued, mail(draft, replies.inMail(letter, token,
                            issued.pdfSha256()), token, issued.pdf()))));
            return new Drawn(draft, Optional.of(issued), Optional.of(token), mail, held, "");
        });
    }

    private OutboxStore.Rendered rendered(Draft draft, IssuedStatement issued, OutgoingMail mail) {
        OutboxStore.Rendered rendered = outbox.render(mail, ledger.now());
        rendered.bytes().ifPresent(bytes -> StatementFile.requireIn(bytes, draft.statement().key(), issued.pdfSha256()));
        return rendered;
    }

    /** Draws one statement and writes its mail to see whether that can be done: no seal is set, no bytes are kept. */
    Drawn tryOut(StatementPdf pdf, Draft draft) {
        return draw(pdf, draft, (letter, page) -> {
            Optional<HeldBack> held = held(draft);
            if (held.isEmpty() && draft.terms().send()) {
                guarded(draft, () -> mail(draft, page));
            }
            return Drawn.tried(draft, held);
        });
    }

    private Drawn draw(StatementPdf pdf, Draft draft, BiFunction<StatementLetter, byte[], Drawn> then) {
        try {
            StatementLetter letter = letter(draft);
            Optional<String> lost = guarded(draft, () -> pdf.unprintable(letter));
            return lost.isPresent() ? Drawn.failed(draft, HeldBack.Reason.UNPRINTABLE, lost.get())
                    : then.apply(letter, page(pdf, draft, letter));
        } catch (IllegalArgumentException | ArithmeticException failure) {
            return Drawn.failed(draft, HeldBack.Reason.UNREADABLE, String.valueOf(failure.getMessage()));
        }
    }

    /** The page as it would be drawn now, without a seal. */
    byte[] page(StatementPdf pdf, Draft draft) {
        return page(pdf, draft, letter(draft));
    }

    private byte[] page(StatementPdf pdf, Draft draft, StatementLetter letter) {
        return guarded(draft, () -> pdf.render(replies.onPage(letter)));
    }

    /** One customer's page must not keep the others from theirs, whatever is wrong with it. */
    private static <T> T guarded(Draft draft, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | ArithmeticException told) {
            throw told;
        } catch (RuntimeException fault) {
            LOG.error("statement {} cannot be drawn", draft.statement().key(), fault);
            throw new IllegalArgumentException("cannot be drawn: " + fault, fault);
        }
    }

    /** The mail that brings the customer these bytes of its statement. */
    OutgoingMail mail(Draft draft, byte[] pdf) {
        String sha256 = Contents.sha256(pdf);
        ReplyToken token = replies.token(draft.statement().key(), sha256);
        return mail(draft, replies.inMail(letter(draft), token, sha256), token, pdf);
    }

    private OutgoingMail mail(Draft draft, StatementLetter letter, ReplyToken token, byte[] pdf) {
        StatementKey key = draft.statement().key();
        List<StatementFile> attached = new ArrayList<>();
        attached.add(StatementFile.made(key, StatementFiles.name(key), PDF, pdf));
        if (draft.terms().workbook()) {
            attached.add(StatementFile.made(key, StatementFiles.name(key).replaceFirst("[.]pdf$", ".xlsx"),
                    StatementWorkbook.TYPE, StatementWorkbook.of(draft.statement(), letter.words())));
        }
        return StatementMail.of(letter, token, addressee(draft).to(), settings.from(), attached);
    }

    private StatementLetter letter(Draft draft) {
        StatementLetter letter = settings.templates().letter(draft.statement(), task.company(), draft.customer(),
                addressee(draft).language());
        StatementLetter paid = settings.issue().paid(letter, task.day()).withNotes(notes.of(draft.statement()));
        return draft.changes().map(changes -> paid.withChanges(new ChangesPart(changes,
                settings.issue().isWithdrawn(changes.before().key())))).orElse(paid);
    }

    /** Whether a statement has to be made again: its figures are others now, or the account on it was withdrawn. */
    boolean isOutdated(StatementPages.Again again) {
        return !again.next().statement().saysTheSameAs(again.last()) || settings.issue().isWithdrawn(again.last().key());
    }

    /** Why nothing may go to customers of the company for the sake of its bank accounts; empty when it may. */
    Optional<String> stopped() {
        return stopped;
    }

    /** Whether the page of a statement that was issued would show another bank account today. */
    boolean isOtherAccount(StatementOfAccount issued) {
        return settings.issue().isOtherNow(issued, task.day(), ledger.knownAt());
    }

    /** Why the statement is not mailed by itself; empty when it is, or when no customer gets any. */
    Optional<HeldBack> held(Draft draft) {
        StatementTerms terms = draft.terms();
        Optional<HeldBack.Reason> reason = terms.whyNotMailed(draft.statement().closing());
        if (stopped.isPresent() && !task.late() && reason.filter(why -> why == HeldBack.Reason.CREDIT_BALANCE).isEmpty()) {
            return Optional.of(held(draft, HeldBack.Reason.BANK_ACCOUNT, stopped.get()));
        }
        if (reason.filter(why -> why == HeldBack.Reason.NOT_MAILED).isPresent() && !settings.policy().sendsAny()) {
            return Optional.empty();
        }
        if (reason.isPresent()) {
            return Optional.of(held(draft, reason.get(), terms.reason()));
        }
        if (terms.language().filter(language -> !settings.templates().speaks(language)).isPresent()) {
            return Optional.of(held(draft, HeldBack.Reason.NO_LANGUAGE, terms.language().get()));
        }
        if (addressee(draft).to().isEmpty()) {
            return Optional.of(held(draft, HeldBack.Reason.NO_ADDRESS, String.join("; ", terms.addressesOf(draft.customer()))));
        }
        return task.late() ? Optional.of(held(draft, HeldBack.Reason.LATE_MONTH, "")) : Optional.empty();
    }

    private static HeldBack held(Draft draft, HeldBack.Reason reason, String detail) {
        return new HeldBack(draft.customer().id(), draft.statement().key().currency().getCurrencyCode(), reason, detail);
    }

    /** To whom the mail goes, as one line. */
    String recipients(Draft draft) {
        return String.join(", ", addressee(draft).to());
    }

    private static StatementAddressee addressee(Draft draft) {
        return StatementAddressee.of(draft.terms(), draft.customer());
    }
}
