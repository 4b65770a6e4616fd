package org.saldo.job.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.ReplyKey;
import org.saldo.intake.mail.InboundMail;
import org.saldo.intake.mail.MailReader;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.Ruling;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.NewAnswer;
import org.saldo.store.answer.ReplyMail;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementRow;

/**
 * Takes in the mails that answer statements and reminders, each once: reads it, finds what it answers, decides what it
 * counts for, and keeps its bytes with the answer or the task in one transaction.
 */
public final class ReplyJob {

    private static final String ACTOR = "replies";

    private final Ledger ledger;
    private final Companies companies;
    private final AnswerPolicy policy;
    private final MailReader mails;
    private final ReplyReader reader;
    private final ReplyLists lists;
    private final AnswerStore answers;
    private final ReplyKey key;
    private final AnswerMails told;
    private final Optional<ReminderReplies> reminders;
    private final Optional<PreviewReplies> previews;
    private final Optional<StatementAnswers> beyond;

    /** How mails are taken apart and understood, and the lists that they bring; answers to reminders go their own way. */
    public record Reading(MailReader mails, ReplyReader words, ReplyLists lists, Optional<ReminderReplies> reminders,
                   Optional<PreviewReplies> previews, Optional<StatementAnswers> beyond) {

        public Reading(MailReader mails, ReplyReader words, ReplyLists lists) {
            this(mails, words, lists, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Reading(MailReader mails, ReplyReader words, ReplyLists lists, Optional<ReminderReplies> reminders) {
            this(mails, words, lists, reminders, Optional.empty(), Optional.empty());
        }
    }

    public ReplyJob(Ledger ledger, Companies companies, AnswerPolicy policy, Reading reading, AnswerMails told) {
        this.ledger = ledger;
        this.companies = companies;
        this.policy = policy;
        this.mails = reading.mails();
        this.reader = reading.words();
        this.lists = reading.lists();
        this.answers = new AnswerStore(ledger);
        this.key = answers.replyKey();
        this.told = told;
        this.reminders = reading.reminders();
        this.previews = reading.previews();
        this.beyond = reading.beyond();
    }

    /** @param raw the mail as the mail server has it; must not be changed afterwards */
    public ReplyReport takeIn(byte[] raw, Instant receivedAt, LocalDate day) {
        InboundMail mail = mails.read(raw);
        Optional<ReplyReport> ofFinance = previews.flatMap(any -> any.take(raw, mail, receivedAt, day));
        if (ofFinance.isPresent()) {
            return ofFinance.get();
        }
        Brought brought = brought(mail, day);
        return ledger.record(BatchKind.ANSWER, ACTOR, day, batch -> answers.reply(batch, raw)
                .map(known -> new ReplyReport(ReplyReport.Outcome.KNOWN, "R-" + known))
                .orElseGet(() -> reminders.flatMap(any -> any.take(batch, raw, mail, receivedAt,
                        ReplyOrigin.of(mail, new StatementFinder(batch), key, policy, day)))
                        .orElseGet(() -> record(batch, raw, mail, brought, receivedAt))));
    }

    /** Lists beside the statement that a proved sender of the customer answers by the right token. */
    private record Brought(long statement, List<ReplyLists.Result> lists) {
    }

    /** Lists are read before anything is written: one may be long, and others wait meanwhile. */
    private Brought brought(InboundMail mail, LocalDate day) {
        ReplyOrigin origin = answers.looking(finder -> ReplyOrigin.of(mail, finder, key, policy, day));
        boolean proved = mail.heard() == Heard.Nature.PERSON && mail.proof().proof() == Heard.Proof.PASSED
                && origin.sender() != Heard.Sender.STRANGER && origin.binding() == Heard.Binding.TOKEN;
        return origin.statement().filter(any -> proved).map(statement -> new Brought(statement.id(), lists.compared(statement,
                mail.files()))).orElse(new Brought(0, List.of()));
    }

    private ReplyReport record(Batch batch, byte[] raw, InboundMail mail, Brought brought, Instant receivedAt) {
        StatementFinder finder = new StatementFinder(batch);
        ReplyOrigin origin = ReplyOrigin.of(mail, finder, key, policy, batch.day());
        List<ReplyLists.Result> compared = origin.statement().filter(row -> row.id() == brought.statement()).isPresent()
                ? brought.lists() : List.of();
        String company = origin.customer().map(customer -> customer.id().company()).orElse(companies.standard().id());
        ReplyMeaning said = ReplyMeaning.of(mail, origin, companies.find(company), reader, finder, companies.find(company)
                .map(known -> ReminderMeaning.written(receivedAt, known, batch.day())).orElse(batch.day()));
        Heard heard = heard(batch, mail, origin, said, finder);
        boolean bridged = origin.statement().filter(finder::isBridged).isPresent();
        Ruling ruled = ReplyLists.ruling(AnswerRules.rule(policy, heard), compared);
        Ruling ruling = bridged ? AnswerRules.afterBridge(ruled) : ruled;
        ReplyMail kept = new ReplyMail(Channel.REPLY, company,
                origin.customer().map(customer -> customer.id().number()).orElse(""),
                origin.statement().map(StatementRow::id).orElse(0L), receivedAt, mail.from().orElse(""), mail.subject(),
                mail.proof().words(), heard,
                ReplyLists.before(compared, words(mail, said)));
        Optional<Long> first = answers.firstCopy(batch, raw, kept);
        if (first.isPresent()) {
            return new ReplyReport(ReplyReport.Outcome.KNOWN, "R-" + first.get());
        }
        long reply = answers.addReply(batch, raw, kept);
        beyond.ifPresent(any -> any.byMail(batch, reply, mail, origin, said, compared));
        if (heard.nature() == Heard.Nature.UNDELIVERED) {
            told.bounced(batch, mail);
        }
        ReplyReport.Outcome outcome = ReplyReport.of(ruling.kind());
        return switch (ruling.kind()) {
            case KEPT -> new ReplyReport(outcome, "R-" + reply);
            case TASK -> new ReplyReport(outcome, task(batch, reply, kept, ruling, compared));
            case CONFIRMS -> new ReplyReport(outcome, "Y-" + confirmed(batch, reply, kept, raw, origin, ruling));
        };
    }

    private String task(Batch batch, long reply, ReplyMail kept, Ruling ruling, List<ReplyLists.Result> compared) {
        String task = "T-" + answers.addTask(batch, reply, kept, ruling);
        lists.tell(batch, compared, task);
        return task;
    }

    private Heard heard(Batch batch, InboundMail mail, ReplyOrigin origin, ReplyMeaning said, StatementFinder finder) {
        Optional<StatementRow> statement = origin.statement();
        boolean latest = statement.filter(row -> answers.isLatest(batch, row)).isPresent();
        Optional<Outcome> before = statement.flatMap(row -> answers.before(batch, row));
        return new Heard(mail.heard(), origin.sender(), mail.proof().proof(), origin.binding(), said.meaning(), said.clear(),
                said.otherAmount(), ReplyMeaning.files(mail, origin), statement.map(StatementRow::closing),
                latest, statement.filter(finder::hasSameBytes).isPresent(), before);
    }

    private static String words(InboundMail mail, ReplyMeaning said) {
        List<String> reported = mail.reports().stream().map(report -> "the mail server says of " + report.recipient() + ": "
                + report.action() + " " + report.status()).toList();
        return String.join("; ", mail.faults()) + String.join("; ", reported)
                + (mail.faults().isEmpty() && reported.isEmpty() ? said.words() : "");
    }

    private long confirmed(Batch batch, long reply, ReplyMail mail, byte[] raw, ReplyOrigin origin, Ruling ruling) {
        StatementRow statement = origin.statement().orElseThrow();
        Customer customer = origin.customer().orElseThrow();
        String person = origin.contact().map(contact -> contact.name() + " <" + contact.address() + ">").orElse(mail.sender());
        long answer = answers.add(batch, new NewAnswer(statement, Outcome.CONFIRMED, ruling.grade(), Channel.REPLY, person,
                origin.contact().map(AnswerPolicy.Contact::role).orElse(""), batch.day(), mail.receivedAt(),
                mail.authenticated(), Optional.of(Contents.sha256(raw)), "token right; " + mail.words(), "",
                Optional.of(reply)));
        if (policy.acknowledge()) {
            told.recorded(batch, answer, statement, customer, Outcome.CONFIRMED, mail.sender());
        }
        return answer;
    }
}
