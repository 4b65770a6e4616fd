package org.saldo.job.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.correspondence.Intent;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.ReminderAnswerMail;
import org.saldo.delivery.ReminderToken;
import org.saldo.delivery.ReplyKey;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Pause;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.Pauses;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.dunning.answer.ReminderAnswerPolicy;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Meaning;
import org.saldo.statement.answer.Ruling;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Batch;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderAnswerRow.BoundBy;
import org.saldo.store.answer.ReminderFinder;
import org.saldo.store.answer.ReplyMail;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.mail.OutboxStore;

/**
 * Takes in the mails that answer reminders: keeps how each was read, stops reminders of what it touches for a few days where
 * it is proved to come from the customer, makes a task of it, and tells the customer that it came. Nothing else follows of it
 * without a person.
 */
public final class ReminderReplies {

    private final Companies companies;
    private final Rules rules;
    private final ReplyReader reader;
    private final DunningStore dunning;
    private final AnswerStore answers;
    private final ReplyKey key;
    private final OutboxStore outbox;
    private final ReminderAnswerMail told;
    private final ReadAnswers read;

    /** What follows of an answer, who may answer beside the addresses on file, and by which calendars days are counted. */
    public record Rules(ReminderAnswerPolicy policy, AnswerPolicy contacts, BusinessCalendars calendars) {
    }

    public ReminderReplies(Ledger ledger, Companies companies, Rules rules, ReplyReader reader, OutboxStore outbox,
            ReminderAnswerMail told) {
        this.companies = companies;
        this.rules = rules;
        this.reader = reader;
        this.dunning = new DunningStore(ledger);
        this.answers = new AnswerStore(ledger);
        this.key = answers.replyKey();
        this.outbox = outbox;
        this.told = told;
        this.read = new ReadAnswers(rules.policy(), rules.calendars());
    }

    /** A mail with its reminder and the customer to whom that went. */
    private record Bound(InboundMail mail, byte[] raw, Instant receivedAt, ReminderFinder.Sent sent, BoundBy by,
            Company company, Customer customer, List<Debt> debts, ReminderFinder.Asked asked, Set<Long> reminded) {

        /** What it can be about: what it names also where another reminder has asked for it. */
        List<Debt> askedFor(ReminderAnswer answer) {
            Set<Long> items = answer.documents().isEmpty() ? asked.items() : reminded;
            return debts.stream().filter(debt -> items.contains(debt.itemId())).toList();
        }
    }

    /** Whether the mail is proved to come from the customer; else why it is not. */
    private record Trust(Heard.Sender sender, Optional<TaskReason> doubt) {
    }

    /** What became of the mail; empty when it answers no reminder. */
    Optional<ReplyReport> take(Batch batch, byte[] raw, InboundMail mail, Instant receivedAt, ReplyOrigin origin) {
        boolean byToken = origin.binding() != Heard.Binding.NONE && origin.binding() != Heard.Binding.HINT;
        if (byToken || !mail.faults().isEmpty() || mail.report().isPresent()) {
            return Optional.empty();
        }
        return bound(batch, raw, mail, receivedAt, origin).flatMap(bound -> {
            Set<String> documents = new StatementFinder(batch).documents(bound.customer().id());
            Set<Currency> owed = bound.debts().stream().map(debt -> debt.open().currency()).collect(Collectors.toSet());
            ReminderMeaning said = ReminderMeaning.of(mail, new ReminderMeaning.Question(bound.company(), bound.customer(),
                    bound.asked(), documents, owed), reader,
                    ReminderMeaning.written(receivedAt, bound.company(), batch.day()), batch.day());
            boolean aboutTheBalance = bound.by() == BoundBy.ADDRESS && said.intent() == Intent.CONFIRM;
            return aboutTheBalance ? Optional.empty() : Optional.of(record(batch, bound, said));
        });
    }

    private Optional<Bound> bound(Batch batch, byte[] raw, InboundMail mail, Instant receivedAt, ReplyOrigin origin) {
        ReminderFinder finder = new ReminderFinder(batch);
        Optional<ReminderFinder.Sent> coded = finder.byCode(ReminderToken.codesIn(mail.subject(), mail.recipients()), key);
        Optional<ReminderFinder.Sent> answered = coded.or(() -> answered(batch, mail, finder));
        LocalDate since = batch.day().minusDays(rules.policy().latestWithin());
        Optional<ReminderFinder.Sent> sent = answered.or(() -> origin.customer().filter(any -> origin.statement().isEmpty()
                && !answersAnother(batch, mail))
                .flatMap(customer -> finder.latest(customer.id(), since)));
        return sent.flatMap(found -> {
            CustomerId id = found.customer();
            Optional<DunningCase> now = dunning.readCase(batch, id, batch.day());
            Optional<ReminderFinder.Asked> asked = finder.asked(found.businessKey());
            return now.isEmpty() || asked.isEmpty() || companies.find(id.company()).isEmpty() ? Optional.empty()
                    : Optional.of(new Bound(mail, raw, receivedAt, found,
                            coded.isPresent() ? BoundBy.TOKEN : answered.isPresent() ? BoundBy.MESSAGE_ID : BoundBy.ADDRESS,
                            companies.get(id.company()),
                            now.get().customer(), ReadAnswers.oldestFirst(now.get()), asked.get(), finder.reminded(id)));
        });
    }

    /** The reminder that it replies to, unless a statement of ours is nearer in its thread. */
    private static Optional<ReminderFinder.Sent> answered(Batch batch, InboundMail mail, ReminderFinder finder) {
        StatementFinder statements = new StatementFinder(batch);
        for (String id : mail.answersTo()) {
            Optional<ReminderFinder.Sent> sent = finder.byMessageId(id);
            if (sent.isPresent() || statements.byMessageId(id).isPresent()) {
                return sent;
            }
        }
        return Optional.empty();
    }

    /** A mail that answers another one of ours, such as a bridge, answers no reminder, whoever sent it. */
    private static boolean answersAnother(Batch batch, InboundMail mail) {
        StatementFinder ours = new StatementFinder(batch);
        return mail.answersTo().stream().anyMatch(ours::isOurs);
    }

    private ReplyReport record(Batch batch, Bound bound, ReminderMeaning said) {
        Trust trust = trust(bound, batch.day());
        boolean machine = bound.mail().heard() == Heard.Nature.MACHINE;
        ReplyMail kept = kept(bound, said, trust);
        Optional<Long> first = answers.firstCopy(batch, bound.raw(), kept);
        if (first.isPresent()) {
            return new ReplyReport(ReplyReport.Outcome.KNOWN, "R-" + first.get());
        }
        long reply = answers.addReply(batch, bound.raw(), kept);
        Pauses pauses = read.keep(batch, bound.company(), new ReadAnswers.Read(new ReminderAnswerRow(reply,
                bound.customer().id(), bound.sent().businessKey(), bound.by(), said.answer(), batch.day(), "",
                said.stop(bound.mail(), bound.by())), List.of(said.answer().ofText()),
                bound.askedFor(said.answer()), trust.doubt().map(any -> "nothing proves that it comes from the customer")
                .or(() -> ReadAnswers.whyNone(bound.mail(), said.answer().kind()))));
        if (trust.doubt().isEmpty() && !machine) {
            read.signal(batch, bound.customer().id(), said.signals(), reply, said.words());
        }
        ReminderAnswerPolicy.Rule rule = rules.policy().rule(said.answer().kind());
        if (trust.doubt().isEmpty() && !machine && rule.acknowledge()) {
            acknowledge(batch, bound, pauses);
        }
        return needsPerson(said, trust, machine, rule) || said.stop(bound.mail(), bound.by()).isPresent()
                ? new ReplyReport(ReplyReport.Outcome.TASK, "T-" + answers.addTask(batch, reply, kept,
                        Ruling.task(trust.doubt().orElse(reason(said.answer().kind())), Optional.empty())))
                : new ReplyReport(ReplyReport.Outcome.KEPT, "R-" + reply);
    }

    /** What a machine writes is of interest only where it tells of an absence or of another contact. */
    private static boolean needsPerson(ReminderMeaning said, Trust trust, boolean machine, ReminderAnswerPolicy.Rule rule) {
        boolean tells = said.answer().kind() == AnswerKind.AWAY || said.answer().kind() == AnswerKind.WRONG_CONTACT;
        return machine ? tells && rule.task() : rule.task() || trust.doubt().isPresent();
    }

    private ReplyMail kept(Bound bound, ReminderMeaning said, Trust trust) {
        Heard heard = new Heard(bound.mail().heard(), trust.sender(), bound.mail().proof().proof(), Heard.Binding.NONE,
                meaning(said.answer().kind()), said.answer().clear(), false, bound.mail().attachments().size(),
                Optional.empty(), false, false, Optional.empty());
        return new ReplyMail(Channel.REPLY, bound.company().id(), bound.customer().id().number(), 0L, bound.receivedAt(),
                bound.mail().from().orElse(""), bound.mail().subject(), bound.mail().proof().words(), heard, said.words());
    }

    private Trust trust(Bound bound, LocalDate day) {
        String from = bound.mail().from().orElse("");
        boolean authorised = rules.contacts().contact(bound.customer().id(), from, day).isPresent();
        Heard.Sender sender = authorised ? Heard.Sender.AUTHORISED
                : CustomerAddresses.of(bound.customer()).contains(from) ? Heard.Sender.ON_FILE : Heard.Sender.STRANGER;
        return new Trust(sender, switch (bound.mail().proof().proof()) {
            case FAILED -> Optional.of(TaskReason.FORGED);
            case NONE -> Optional.of(TaskReason.UNVERIFIED);
            case PASSED -> Optional.of(TaskReason.STRANGER).filter(any -> sender == Heard.Sender.STRANGER);
        });
    }

    /** Once for a reminder: the key of the mail is that of the reminder. */
    private void acknowledge(Batch batch, Bound bound, Pauses pauses) {
        Optional<LocalDate> until = pauses.pauses().stream().map(Pause::until).max(Comparator.naturalOrder());
        outbox.enqueue(batch, told.of(bound.company(), bound.customer(), bound.mail().from().orElseThrow(), until,
                "ANSWER/" + bound.sent().businessKey()));
    }

    private static TaskReason reason(AnswerKind kind) {
        return switch (kind) {
            case PROMISE -> TaskReason.PROMISE;
            case PAID -> TaskReason.PAID_ALREADY;
            case DISPUTE -> TaskReason.DISPUTED;
            case INSTALMENTS -> TaskReason.INSTALMENTS;
            case AWAY -> TaskReason.AWAY;
            case WRONG_CONTACT -> TaskReason.WRONG_CONTACT;
            case QUESTION -> TaskReason.QUESTION;
            case COMPLAINT -> TaskReason.COMPLAINT;
            case BANK_CHANGE -> TaskReason.BANK_CHANGE;
            case OTHER -> TaskReason.OTHER;
        };
    }

    private static Meaning meaning(AnswerKind kind) {
        return switch (kind) {
            case PROMISE, INSTALMENTS -> Meaning.PROMISE;
            case PAID -> Meaning.PAID_ALREADY;
            case DISPUTE -> Meaning.NOT_AGREED;
            case AWAY -> Meaning.AWAY;
            case WRONG_CONTACT -> Meaning.WRONG_CONTACT;
            case QUESTION -> Meaning.QUESTION;
            case COMPLAINT -> Meaning.COMPLAINT;
            case BANK_CHANGE -> Meaning.BANK_CHANGE;
            case OTHER -> Meaning.OTHER;
        };
    }
}
