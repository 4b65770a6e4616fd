package org.saldo.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.MailAddress;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.AnswerFigures;
import org.saldo.store.AnswerReader;
import org.saldo.store.AnswerStore;
import org.saldo.store.AnswerTask;
import org.saldo.store.BatchKind;
import org.saldo.store.Enqueued;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.NewAnswer;
import org.saldo.store.SilentStatements;
import org.saldo.store.StatementFinder;

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
    private final AnswerPolicy.Chase policy;
    private final AnswerMails mails;
    private final AnswerStore answers;
    private final SilentStatements silent;

    ChaseJob(Ledger ledger, Leases leases, Companies companies, AnswerPolicy.Chase policy, AnswerMails mails) {
        this.ledger = ledger;
        this.leases = leases;
        this.companies = companies;
        this.policy = policy;
        this.mails = mails;
        this.answers = new AnswerStore(ledger);
        this.silent = new SilentStatements(ledger);
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
                report = report.plus(step(each, day));
            }
            page = page(company, after, day);
        }
        List<AnswerTask> waiting = new AnswerReader(ledger).waiting(company.id(), TOLD_MOST);
        YearMonth month = YearMonth.from(day).minusMonths(1);
        List<String> coverage = new AnswerFigures(ledger).coverage(company.id(), month).values().stream()
                .map(found -> "Statements of " + month + " in " + found).toList();
        boolean told = ledger.record(BatchKind.ANSWER, LEASE, day, batch -> mails.waiting(batch, company, waiting, coverage));
        return report.plus(new ChaseReport(0, 0, waiting.size(), told));
    }

    private List<SilentStatements.Silent> page(Company company, long after, LocalDate day) {
        return silent.after(company, after, day.minusDays(DAYS_BACK), PAGE);
    }

    private ChaseReport step(SilentStatements.Silent each, LocalDate day) {
        return switch (policy.next(each.sentOn(), each.asked(), day)) {
            case WAIT -> ChaseReport.NONE;
            case ASK -> ask(each, day) ? new ChaseReport(1, 0, 0, false) : ChaseReport.NONE;
            case NO_REPLY -> {
                ledger.write(BatchKind.ANSWER, LEASE, day, batch -> answers.add(batch, NewAnswer.ofNobody(each.statement(),
                        Outcome.NO_REPLY, Channel.POLICY, day, batch.startedAt(), "the statement was sent on " + each.sentOn()
                                + "; asked again " + each.asked().size() + " times: " + each.asked())));
                yield new ChaseReport(0, 1, 0, false);
            }
        };
    }

    private boolean ask(SilentStatements.Silent each, LocalDate day) {
        int number = each.asked().size() + 1;
        String key = "ASK/" + each.statement().key() + "/" + number;
        return ledger.record(BatchKind.ANSWER, LEASE, day, batch -> {
            Optional<Customer> customer = new StatementFinder(batch).customer(each.statement().key().customer());
            List<String> to = customer.map(Customer::addressForStatements).map(MailAddress::split).orElse(List.of()).stream()
                    .filter(address -> MailAddress.problemOf(address).isEmpty()).toList();
            if (to.isEmpty()) {
                return false;
            }
            Enqueued mail = mails.chase(batch, each.statement(), customer.orElseThrow(), to, key);
            if (mail.isNew()) {
                answers.addChase(batch, each.statement(), day, number, key);
            }
            return mail.isNew();
        });
    }
}
