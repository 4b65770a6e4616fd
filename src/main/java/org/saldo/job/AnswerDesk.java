package org.saldo.job;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.intake.mail.SenderProof;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.AnswerReader;
import org.saldo.store.AnswerStore;
import org.saldo.store.AnswerTask;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.NewAnswer;
import org.saldo.store.ReminderAnswerStore;
import org.saldo.store.StatementFinder;
import org.saldo.store.StatementRow;

/** What people do with answers: they look at those that wait, accept or refuse them, and file signed paper. */
public final class AnswerDesk {

    private static final int LISTED_MOST = 1000;
    private static final int SCAN_BYTES_MAX = 25_000_000;

    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;
    private final AnswerPolicy policy;
    private final AnswerMails mails;
    private final AnswerStore answers;
    private final AnswerReader reader;
    private final ReplyLists lists;
    private final AnswerConsent consent;

    AnswerDesk(Ledger ledger, Companies companies, Authority authority, Rules rules, AnswerMails mails) {
        this.ledger = ledger;
        this.companies = companies;
        this.authority = authority;
        this.policy = rules.policy();
        this.lists = rules.lists();
        this.mails = mails;
        this.answers = new AnswerStore(ledger);
        this.consent = new AnswerConsent(authority, answers);
        this.reader = new AnswerReader(ledger);
    }

    /** What answers count for, and the lists that come with them. */
    record Rules(AnswerPolicy policy, ReplyLists lists) {
    }

    /** A signed or sealed answer on paper: who signed in which role and when, and the bytes of its scan. */
    public record Paper(Outcome outcome, Grade grade, String signedBy, String role, LocalDate signedOn, byte[] scan) {

        /** @throws Refused when a part is missing or the scan is no PDF, PNG, JPEG or TIFF */
        public Paper {
            if (signedBy.isBlank() || !grade.isFiled() || !outcome.isAnswer()) {
                throw new Refused("confirm: needs who signed, a grade of signed or sealed, and an outcome of "
                        + Outcome.answers());
            }
            if (scan.length == 0 || scan.length > SCAN_BYTES_MAX || !isScan(scan)) {
                throw new Refused("confirm: the scan is no PDF, PNG, JPEG or TIFF of at most " + SCAN_BYTES_MAX
                        + " bytes; scan the paper again");
            }
        }

        private static boolean isScan(byte[] scan) {
            String head = new String(scan, 0, Math.min(8, scan.length), StandardCharsets.ISO_8859_1);
            return head.startsWith("%PDF-") || head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff")
                    || head.startsWith("II*\0") || head.startsWith("MM\0*");
        }
    }

    /** The answers that wait, one line each. */
    public List<String> list(String company) {
        return reader.waiting(company, LISTED_MOST).stream().map(AnswerTask::line).toList();
    }

    /**
     * One task with all that is known, and with the bridges to the lists that it brings.
     *
     * @throws Refused when there is none of this name
     */
    public List<String> show(String name) {
        AnswerTask task = known(name, reader.task(Amounts.id("task", "T-", name)));
        List<String> lines = new ArrayList<>(List.of(task.line(), "subject: " + task.subject(),
                "sender proved: " + task.authenticated(),
                "read: " + task.words(), "bytes of the mail: content " + task.rawSha256(),
                task.ended().map(ended -> "was " + ended).orElse("waits")));
        task.reminder().ifPresent(row -> lines.add("answers the reminder " + row.businessKey() + ", by "
                + row.boundBy().name().toLowerCase(Locale.ROOT) + "; " + (row.whyNoPause().isEmpty()
                ? "reminders of it are paused" : "paused nothing: " + row.whyNoPause())));
        lists.shown(task, files(name)).forEach(result -> lines.addAll(result.comparison().map(Comparison::lines)
                .orElse(List.of(result.words()))));
        return lines;
    }

    /** The raw mail of a task. */
    public byte[] mail(String name) {
        return reader.content(known(name, reader.task(Amounts.id("task", "T-", name))).rawSha256());
    }

    /** The files that a task's mail brings, under names that are safe for a folder. */
    public Map<String, byte[]> files(String name) {
        byte[] raw = mail(name);
        return new MailReader(MailLimits.ofKept(raw.length), "", 0).read(raw).files();
    }

    /** Records what a mail says, or what the person has found out that it means. */
    public Decided accept(Decider who, String name, Optional<Outcome> outcome) {
        long id = Amounts.id("task", "T-", name);
        List<ReplyLists.Result> bridges = lists.waiting(known(name, reader.task(id)), files(name));
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            AnswerTask task = waiting(batch, who, name, id);
            Outcome said = acceptable(batch, task, outcome);
            AnswerConsent.Given given = consent.of(batch, who, task, task.statement().orElseThrow(), said);
            return given.waiting().map(waits -> new Decided(task.label(), waits, true))
                    .orElseGet(() -> accepted(batch, who, task, given, said, bridges));
        });
    }

    private Decided accepted(Batch batch, Decider who, AnswerTask task, AnswerConsent.Given given, Outcome said,
                             List<ReplyLists.Result> bridges) {
        StatementRow statement = task.statement().orElseThrow();
        Grade grade = isAuthorised(statement, task) && isProved(task) ? Grade.AUTHORISED : Grade.EMAIL;
        long answer = answers.add(batch, new NewAnswer(statement, said, Optional.of(grade), task.channel(), task.sender(), "",
                who.day(), task.receivedAt(), task.authenticated() + "; accepted by "
                + given.first().map(first -> first + " and ").orElse("") + who.person() + " though "
                + task.reason().name().toLowerCase(Locale.ROOT), Optional.of(task.rawSha256()), task.words(),
                who.reason(), Optional.of(task.reply())));
        answers.endTask(batch, task, true, answer, who.reason());
        tell(batch, answer, statement, said, task);
        return new Decided("Y-" + answer, "Y-" + answer + ": " + statement.key() + " is " + said.word() + " by "
                + task.sender() + lists.release(batch, bridges));
    }

    /** @throws Refused when {@link #accept} would be, before anything else is done because of this answer */
    public void requireAcceptable(Decider who, String name, Optional<Outcome> outcome) {
        long id = Amounts.id("task", "T-", name);
        ledger.write(BatchKind.ANSWER, who.actor(), who.day(),
                batch -> acceptable(batch, waiting(batch, who, name, id), outcome));
    }

    private static Outcome acceptable(Batch batch, AnswerTask task, Optional<Outcome> outcome) {
        StatementRow statement = task.statement().orElseThrow(() -> new Refused(task.label()
                + ": is about no statement that is known; refuse it, or file the answer by `saldo confirm`"));
        Outcome said = outcome.or(task::suggestion).orElseThrow(() -> new Refused(task.label()
                + ": says neither yes nor no; give --outcome " + Outcome.answers() + ", or refuse it"));
        requireHolds(batch, statement, said);
        return said;
    }

    private boolean isAuthorised(StatementRow statement, AnswerTask task) {
        return policy.contact(statement.key().customer(), task.sender()).isPresent();
    }

    /** Whether our mail server vouched for the sender, whatever else is the matter with the mail. */
    private static boolean isProved(AnswerTask task) {
        return task.channel() == Channel.REPLY && SenderProof.vouches(task.authenticated(), task.sender());
    }

    /**
     * Whether a document may be contested because of this answer.
     *
     * @throws Refused when it is not one of the customer's that gave it
     */
    public void requireDocument(String name, String document) {
        AnswerTask task = known(name, reader.task(Amounts.id("task", "T-", name)));
        CustomerId customer = new CustomerId(task.company(), task.customer().isEmpty() ? "?" : task.customer());
        if (!reader.documents(customer).contains(document.replaceFirst("/[0-9]+$", ""))) {
            throw new Refused(task.label() + ": " + document + " is no document of customer " + customer.number()
                    + "; see `saldo answers show " + task.label() + "`");
        }
    }

    /** Only who was proved to be the customer's is told: a forged mail gets no answer. A page's address was mailed. */
    private void tell(Batch batch, long answer, StatementRow statement, Outcome said, AnswerTask task) {
        if (policy.acknowledge() && (isProved(task) || task.channel() == Channel.LINK)) {
            new StatementFinder(batch).customer(statement.key().customer())
                    .filter(customer -> isAuthorised(statement, task)
                            || StatementFinder.addresses(customer).contains(task.sender()))
                    .ifPresent(customer -> mails.recorded(batch, answer, statement, customer, said, task.sender()));
        }
    }

    /** Nothing is recorded of this mail; it stays kept. */
    public Decided refuse(Decider who, String name) {
        long id = Amounts.id("task", "T-", name);
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            AnswerTask task = waiting(batch, who, name, id);
            answers.endTask(batch, task, false, 0, who.reason());
            task.reminder().ifPresent(row -> new ReminderAnswerStore().endPauses(batch, row, who.reason()));
            return new Decided(task.label(), task.label() + ": refused; nothing was recorded of it");
        });
    }

    /** Files a signed or sealed paper as the answer to a statement. */
    public Decided file(Decider who, String statement, Paper paper) {
        if (paper.signedOn().isAfter(who.day())) {
            throw new Refused("confirm: signed on " + paper.signedOn() + ", which is after today; correct --on");
        }
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            StatementRow row = named(batch, who, statement);
            authority.require(who.actor(), PersonAction.ANSWER, row.key().customer().company());
            requireHolds(batch, row, paper.outcome());
            if (paper.outcome() == Outcome.CONFIRMED && !policy.confirms(paper.grade(), row.closing())) {
                throw new Refused("confirm: answers.yaml lets a " + paper.grade().word() + " answer not confirm "
                        + row.closing() + "; ask for one of a higher grade");
            }
            String scan = answers.keep(batch, paper.scan());
            long answer = answers.add(batch, new NewAnswer(row, paper.outcome(), Optional.of(paper.grade()), Channel.SCAN,
                    paper.signedBy(), paper.role(), paper.signedOn(), batch.startedAt(), "filed by " + who.person(),
                    Optional.of(scan), "scan " + scan, who.reason(), Optional.empty()));
            return new Decided("Y-" + answer, "Y-" + answer + ": " + row.key() + " is " + paper.outcome().word() + ", "
                    + paper.grade().word() + " by " + paper.signedBy() + " on " + paper.signedOn());
        });
    }

    private StatementRow named(Batch batch, Decider who, String name) {
        List<StatementRow> found = new StatementFinder(batch).called(name).stream()
                .filter(row -> who.company().isEmpty() || row.key().customer().company().equals(who.company())).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new Refused("statement " + name + ": " + (found.isEmpty() ? "is not known; give it as ST-2026-10-C1042, as its"
                + " page says, or as S-1017" : "may be " + String.join(" or ", found.stream()
                .map(row -> "S-" + row.id() + " (" + row.key() + ")").toList()) + "; give one of these"));
    }

    private static void requireHolds(Batch batch, StatementRow statement, Outcome outcome) {
        StatementFinder finder = new StatementFinder(batch);
        if (!finder.isLatest(statement)) {
            throw new Refused("statement " + statement.key() + ": a later version was issued; an answer must be to that one");
        }
        if (outcome == Outcome.CONFIRMED && !finder.hasSameBytes(statement)) {
            throw new Refused("statement " + statement.key() + ": its bytes are not those that were issued; run `saldo verify`");
        }
    }

    private AnswerTask waiting(Batch batch, Decider who, String name, long id) {
        AnswerTask task = known(name, reader.task(batch, id));
        authority.require(who.actor(), PersonAction.ANSWER, companies.get(task.company()).id());
        task.ended().ifPresent(ended -> {
            throw new Refused(task.label() + ": was " + ended + " already; nothing to do");
        });
        return task;
    }

    private static AnswerTask known(String name, Optional<AnswerTask> task) {
        return task.orElseThrow(() -> new Refused(name + ": is no answer that waits; see `saldo answers`"));
    }
}
