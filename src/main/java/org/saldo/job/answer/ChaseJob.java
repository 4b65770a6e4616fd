package org.saldo.job.answer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.Collection;
import org.saldo.delivery.AnswerNotices;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.AnswerCoverage;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.answer.NewAnswer;
import org.saldo.store.answer.PaperStore;
import org.saldo.store.answer.SilentStatements;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.answer.WaitingPaper;
import org.saldo.store.export.AnswerFigures;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.statement.StatementStore;

/**
 * Asks again who has not answered a statement, as often as the policy says, and then records NO_REPLY, which is no consent.
 * Tells finance once a day which answers wait for a person.
 */
public final class ChaseJob {

    static final String LEASE = "answers";
    private static final int PAGE = 200;
    private static final int TOLD_MOST = 200;
    private static final int DAYS_BACK = 180;

    private final Ledger ledger;
    private final Leases leases;
    private final Companies companies;
    private final ChasePolicy policy;
    private final AnswerMails mails;
    private final AnswerStore answers;
    private final SilentStatements silent;
    private final StatementStore customers;

    ChaseJob(Ledger ledger, Leases leases, Companies companies, ChasePolicy policy, AnswerMails mails) {
        this.ledger = ledger;
        this.leases = leases;
        this.companies = companies;
        this.policy = policy;
        this.mails = mails;
        this.answers = new AnswerStore(ledger);
        this.silent = new SilentStatements(ledger);
        this.customers = new StatementStore(ledger);
    }

    /** What was done for all companies; nothing when another process does it. */
    public ChaseReport run(LocalDate day) {
        return leases.whileHolding(LEASE, () -> companies.all().stream().map(company -> run(company, day))
                .reduce(ChaseReport.NONE, ChaseReport::plus)).orElse(ChaseReport.NONE);
    }

    private ChaseReport run(Company company, LocalDate day) {
        ChaseReport report = ChaseReport.NONE;
        long after = 0;
        List<SilentStatements.Silent> page = policy.on() ? page(company, after, day) : List.of();
        while (!page.isEmpty()) {
            for (SilentStatements.Silent each : page) {
                after = each.statement().id();
                report = report.plus(step(company, each, day));
            }
            page = page(company, after, day);
        }
        AnswerReader reader = new AnswerReader(ledger);
        PaperStore papers = new PaperStore(ledger);
        WorklistWording own = mails.words(company);
        List<String> unreached = unreached(company, day, own);
        List<String> waiting = Stream.of(unreached.stream(), papers.waiting(company.id()).stream().map(each -> line(own, each)),
                reader.waiting(company.id(), TOLD_MOST).stream().map(each -> line(own, each))).flatMap(Function.identity())
                .limit(TOLD_MOST).toList();
        int all = unreached.size() + reader.waiting(company.id()) + papers.waiting(company.id()).size();
        YearMonth month = YearMonth.from(day).minusMonths(1);
        Collection<AnswerCoverage> coverage = new AnswerFigures(ledger).coverage(company.id(), month).values();
        boolean told = ledger.record(BatchKind.ANSWER, LEASE, day, batch -> mails.waiting(batch, company, waiting, all,
                coverage));
        return report.plus(new ChaseReport(0, 0, all, told));
    }

    /**
     * What finance has to do about statements whose customers cannot be asked for their answer, one line each, until their
     * silence is recorded.
     *
     * @param company empty for all
     */
    public List<String> unreached(String company, LocalDate day) {
        return companies.all().stream().filter(each -> company.isEmpty() || each.id().equals(company))
                .flatMap(each -> unreached(each, day, WorklistWording.english()).stream()).toList();
    }

    private List<String> unreached(Company company, LocalDate day, WorklistWording own) {
        List<String> lines = new ArrayList<>();
        long after = 0;
        List<SilentStatements.Silent> page = policy.on() ? page(company, after, day) : List.of();
        while (!page.isEmpty()) {
            for (SilentStatements.Silent each : page) {
                after = each.statement().id();
                Optional<LocalDate> last = each.missed().stream().reduce((earlier, later) -> later);
                last.filter(on -> on.equals(each.asked().get(each.asked().size() - 1)) && chase(each).on())
                        .ifPresent(on -> lines.add(line(own, each, on)));
            }
            page = page(company, after, day);
        }
        return lines;
    }

    private static String line(WorklistWording own, SilentStatements.Silent each, LocalDate on) {
        StatementKey key = each.statement().key();
        return own.of(HouseWord.UNREACHED, "S-" + each.statement().id(), on, key.customer().number(), key.currency(),
                key.number(), own.money(each.statement().closing()));
    }

    private static String line(WorklistWording own, WaitingPaper paper) {
        StatementKey key = paper.statement().key();
        return own.of(HouseWord.WAITING_PAPER, paper.label(), key.customer().number() + " " + key.currency() + " " + key.number()
                + " (" + own.money(paper.statement().closing()) + ")", own.called("OUTCOME", paper.outcome().name()),
                paper.signedBy());
    }

    private static String line(WorklistWording own, AnswerTask task) {
        String about = (task.customer() + task.statement().map(row -> " " + row.key().currency() + " " + row.key().number() + " ("
                + own.money(row.closing()) + ")").orElse("")).strip();
        String line = own.of(HouseWord.WAITING_LINE, task.label() + "  " + task.receivedAt().toString().substring(0, 10),
                about.isEmpty() ? own.of(ExplainWord.UNIDENTIFIED) : about, task.sender().isEmpty() ? own.of(LifeWord.NOBODY)
                        : task.sender(), own.told(task.reason()));
        return task.suggestion().map(outcome -> line + "; " + own.of(LifeWord.SUGGESTED, own.called("OUTCOME", outcome.name())))
                .orElse(line) + (task.found().isEmpty() ? "" : "; " + String.join("; ", task.found()));
    }

    private static List<LocalDate> asked(SilentStatements.Silent each) {
        return each.asked().stream().filter(day -> !each.missed().contains(day)).toList();
    }

    private List<SilentStatements.Silent> page(Company company, long after, LocalDate day) {
        return silent.after(company, after, day.minusDays(DAYS_BACK), PAGE);
    }

    /** What holds for the statement's customer by its master data now; nobody is chased whose data are not there. */
    private AnswerPolicy.Chase chase(SilentStatements.Silent each) {
        StatementKey key = each.statement().key();
        return !policy.differs() ? policy.usual() : customers.customer(key.customer())
                .map(customer -> policy.of(customer, key.cutOff())).orElse(AnswerPolicy.Chase.OFF);
    }

    /** Decided again in the transaction that writes it: an answer may have come since the page was read. */
    private ChaseReport step(Company company, SilentStatements.Silent seen, LocalDate day) {
        AnswerPolicy.Chase chase = chase(seen);
        if (chase.next(seen.sentOn(), seen.asked(), day) == AnswerPolicy.Chase.Step.WAIT) {
            return ChaseReport.NONE;
        }
        return ledger.record(BatchKind.ANSWER, LEASE, day, batch -> silent.still(batch, company, seen.statement())
                .map(each -> step(batch, chase, each)).orElse(ChaseReport.NONE));
    }

    private ChaseReport step(Batch batch, AnswerPolicy.Chase chase, SilentStatements.Silent each) {
        return switch (chase.next(each.sentOn(), each.asked(), batch.day())) {
            case WAIT -> ChaseReport.NONE;
            case ASK -> ask(batch, each) ? new ChaseReport(1, 0, 0, false) : ChaseReport.NONE;
            case NO_REPLY -> {
                answers.add(batch, NewAnswer.ofNobody(each.statement(), Outcome.NO_REPLY, Channel.POLICY, batch.day(),
                        batch.startedAt(), "the statement was sent on " + each.sentOn() + "; asked again "
                                + (each.asked().size() - each.missed().size()) + " times: " + asked(each)
                                + (each.missed().isEmpty() ? "" : "; nobody could be written to on " + each.missed())));
                yield new ChaseReport(0, 1, 0, false);
            }
        };
    }

    private boolean ask(Batch batch, SilentStatements.Silent each) {
        int number = each.chases() + 1;
        String key = AnswerNotices.chaseKey(each.statement().key(), number);
        Optional<Customer> customer = new StatementFinder(batch).customer(each.statement().key().customer());
        List<String> to = customer.map(known -> mails.asked(each.statement(), known)).orElse(List.of());
        if (to.isEmpty()) {
            answers.addChase(batch, each.statement(), batch.day(), number, key);
            return false;
        }
        Enqueued mail = mails.chase(batch, each.statement(), customer.orElseThrow(), to, key);
        if (mail.isNew()) {
            answers.addChase(batch, each.statement(), batch.day(), number, key);
        }
        return mail.isNew();
    }
}
