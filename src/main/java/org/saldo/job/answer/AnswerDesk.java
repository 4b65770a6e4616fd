package org.saldo.job.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.intake.mail.SenderProof;
import org.saldo.job.people.Amounts;
import org.saldo.job.people.Decided;
import org.saldo.job.people.DisputeJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.answer.ContestedLines;
import org.saldo.store.answer.NewAnswer;
import org.saldo.store.answer.ReminderAnswerStore;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementRow;

/** What people do with answers: they look at those that wait, and accept or refuse them. */
public final class AnswerDesk {

    private static final int LISTED_MOST = 1000;

    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;
    private final AnswerPolicy policy;
    private final AnswerMails mails;
    private final AnswerStore answers;
    private final AnswerReader reader;
    private final ReplyLists lists;
    private final AnswerConsent consent;
    private final AnswerDisputes disputes = new AnswerDisputes();

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
        task.reading().ifPresent(row -> lines.add("answers " + (task.statement().isPresent() ? "the statement "
                + task.statement().get().key() : "the reminder " + row.businessKey()) + ", by "
                + row.boundBy().name().toLowerCase(Locale.ROOT) + "; " + (row.whyNoPause().isEmpty()
                ? "reminders of it are paused" : "paused nothing: " + row.whyNoPause())));
        ContestedLines.of(ledger, task.reply()).forEach(line -> lines.add(line.line()));
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

    /**
     * What becomes disputed with an answer, and who records it.
     *
     * @param document the only one; empty: every line that the answer contests
     * @param code     why; without a document for the lines whose own words do not tell
     * @param without  the documents that are left out of it, or {@link #ALL}
     */
    public record Contested(DisputeJob disputes, String document, Optional<BigDecimal> amount, String code,
                            Set<String> without) {

        /** Leaves all lines out. */
        public static final String ALL = "all";

        public Contested {
            without = Set.copyOf(without);
        }

        public Contested(DisputeJob disputes, String document, Optional<BigDecimal> amount, String code) {
            this(disputes, document, amount, code, Set.of());
        }
    }

    /** Records what a mail says, or what the person has found out that it means. */
    public Decided accept(Decider who, String name, Optional<Outcome> outcome) {
        return accept(who, name, outcome, Optional.empty()).get(0);
    }

    /**
     * The same, and what is contested becomes disputes with it, one for each line: all of it or nothing. While a second
     * person has to say so too, nothing is disputed yet.
     */
    public List<Decided> accept(Decider who, String name, Optional<Outcome> outcome, Optional<Contested> contested) {
        long id = Amounts.id("task", "T-", name);
        List<ReplyLists.Result> bridges = lists.waiting(known(name, reader.task(id)), files(name));
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            AnswerTask task = waiting(batch, who, name, id);
            Outcome said = acceptable(batch, task, outcome);
            AnswerConsent.Given given = consent.of(batch, who, task, task.statement().orElseThrow(), said);
            if (given.waiting().isPresent()) {
                return List.of(new Decided(task.label(), given.waiting().get(), true));
            }
            List<Decided> done = new ArrayList<>();
            contested.filter(any -> said != Outcome.CONFIRMED)
                    .ifPresent(what -> done.addAll(disputes.of(batch, who, task, what)));
            done.add(accepted(batch, who, task, given, said, bridges));
            return done;
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
        task.reading().filter(row -> said == Outcome.CONFIRMED && row.answer().kind() == AnswerKind.DISPUTE)
                .ifPresent(row -> new ReminderAnswerStore().endPauses(batch, row, who.reason()));
        tell(batch, answer, statement, said, task);
        return new Decided("Y-" + answer, "Y-" + answer + ": " + statement.key() + " is " + said.word() + " by "
                + task.sender() + lists.release(batch, bridges));
    }

    private Outcome acceptable(Batch batch, AnswerTask task, Optional<Outcome> outcome) {
        StatementRow statement = task.statement().orElseThrow(() -> new Refused(task.label()
                + ": is about no statement that is known; refuse it, or file the answer by `saldo confirm`"));
        Outcome said = outcome.or(task::suggestion).orElseThrow(() -> new Refused(task.label()
                + ": says neither yes nor no; give --outcome " + Outcome.answers() + ", or refuse it"));
        requireHolds(answers, batch, statement, said);
        return said;
    }

    private boolean isAuthorised(StatementRow statement, AnswerTask task) {
        return policy.contact(statement.key().customer(), task.sender(), LocalDate.ofInstant(task.receivedAt(),
                companies.get(task.company()).timeZone())).isPresent();
    }

    /** Whether our mail server vouched for the sender, whatever else is the matter with the mail. */
    private static boolean isProved(AnswerTask task) {
        return task.channel() == Channel.REPLY && SenderProof.vouches(task.authenticated(), task.sender());
    }

    /** Only who was proved to be the customer's is told: a forged mail gets no answer. A page's address was mailed. */
    private void tell(Batch batch, long answer, StatementRow statement, Outcome said, AnswerTask task) {
        if (policy.acknowledge() && (isProved(task) || task.channel() == Channel.LINK)) {
            new StatementFinder(batch).customer(statement.key().customer())
                    .filter(customer -> isAuthorised(statement, task)
                            || CustomerAddresses.of(customer).contains(task.sender()))
                    .ifPresent(customer -> mails.recorded(batch, answer, statement, customer, said, task.sender()));
        }
    }

    /** Nothing is recorded of this mail; it stays kept. */
    public Decided refuse(Decider who, String name) {
        long id = Amounts.id("task", "T-", name);
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            AnswerTask task = waiting(batch, who, name, id);
            answers.endTask(batch, task, false, 0, who.reason());
            task.reading().ifPresent(row -> new ReminderAnswerStore().endPauses(batch, row, who.reason()));
            return new Decided(task.label(), task.label() + ": refused; nothing was recorded of it");
        });
    }

    /** @throws Refused when the statement takes no answer, or not this one */
    static void requireHolds(AnswerStore answers, Batch batch, StatementRow statement, Outcome outcome) {
        if (!answers.isLatest(batch, statement)) {
            throw new Refused("statement " + statement.key() + ": a later version was issued; an answer must be to that one");
        }
        if (outcome == Outcome.CONFIRMED && !new StatementFinder(batch).hasSameBytes(statement)) {
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
