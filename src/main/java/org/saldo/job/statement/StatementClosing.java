package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.delivery.FinanceMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.job.statement.StatementReport.CustomerMails;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.Movement;
import org.saldo.statement.StatementPeriod;
import org.saldo.statement.answer.AnswerCoverage;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementStore;
import org.saldo.store.export.AnswerFigures;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementControls;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** The end of a company's month: its sums against the ledger and the ERP, the mail to finance, and the mark that it is done. */
final class StatementClosing {

    private static final int PAGE = 500;
    private static final int CUSTOMERS_PAGE = 200;
    private static final long ZIP_BYTES_MAX = 10_000_000;

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final StatementMonths months;
    private final MovementStore movements;
    private final StatementControls controls;
    private final StatementSettings settings;
    private final StatementRun.Task task;
    private final StatementPeriod month;
    private final Instant knownAt;
    private Optional<Map<Long, StatementMonths.Hold>> holds = Optional.empty();

    StatementClosing(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementRun.Task task,
                     StatementPeriod month, Instant knownAt) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.months = new StatementMonths(ledger);
        this.movements = new MovementStore(ledger);
        this.controls = new StatementControls(ledger);
        this.settings = settings;
        this.task = task;
        this.month = month;
        this.knownAt = knownAt;
    }

    /** Why statements of the month are held, by statement. */
    Map<Long, StatementMonths.Hold> holds() {
        if (holds.isEmpty()) {
            holds = Optional.of(months.holds(task.company().id(), task.month()));
        }
        return holds.get();
    }

    /** Some were let go since they were read. */
    void readHoldsAgain() {
        holds = Optional.empty();
    }

    /**
     * The whole company's balances at the end of the month, which no statement changes.
     *
     * @param withoutCustomer what of {@code ours} is on documents whose customers are not known yet
     */
    record Balances(SortedMap<Currency, Money> ours, SortedMap<Currency, Money> withoutCustomer) {
    }

    Balances balances() {
        String company = task.company().id();
        // Both go through all documents: one after the other HSQLDB finds them in its cache.
        SortedMap<Currency, Money> withoutCustomer = movements.withoutCustomer(company, month.cutOff(), knownAt);
        return new Balances(movements.balances(company, month.cutOff(), knownAt), withoutCustomer);
    }

    /** The month as it stands, with what it is compared to. */
    MonthSummary summary(StatementTally tally, Balances balances) {
        return tally.summary(month, tally.against(balances.ours(), balances.withoutCustomer()),
                compareControls(balances.ours()));
    }

    private List<ControlComparison> compareControls(SortedMap<Currency, Money> ours) {
        String company = task.company().id();
        LocalDate day = month.cutOff();
        SortedMap<Currency, ControlComparison.Control> theirs = controls.controls(company, day, knownAt);
        TreeSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        currencies.addAll(ours.keySet());
        currencies.addAll(theirs.keySet());
        boolean apart = currencies.stream().anyMatch(currency -> theirs.containsKey(currency)
                && !theirs.get(currency).balance().equals(ours.getOrDefault(currency, Money.zero(currency))));
        List<Movement> recent = apart ? controls.recent(company, day, knownAt) : List.of();
        Map<Currency, SortedMap<String, Money>> said = apart ? controls.ofCustomers(company, day, knownAt) : Map.of();
        return currencies.stream().map(currency -> {
            ControlComparison compared = ControlComparison.of(ours.getOrDefault(currency, Money.zero(currency)),
                    Optional.ofNullable(theirs.get(currency)), recent);
            return compared.theirs().isEmpty() || compared.agrees() ? compared
                    : compared.with(customers(currency, said.getOrDefault(currency, new TreeMap<>())));
        }).toList();
    }

    /** Our balances beside those that the ERP says, a page of customers at a time. */
    private List<ControlComparison.OfCustomer> customers(Currency currency, SortedMap<String, Money> said) {
        List<String> numbers = List.copyOf(said.keySet());
        List<ControlComparison.OfCustomer> customers = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += CUSTOMERS_PAGE) {
            List<String> page = numbers.subList(from, Math.min(from + CUSTOMERS_PAGE, numbers.size()));
            var accounts = movements.accounts(task.company().id(), page, month.firstDay(), month.cutOff(), knownAt);
            for (String number : page) {
                AccountAsOf account = accounts.getOrDefault(number, MovementStore.none()).get(currency);
                customers.add(new ControlComparison.OfCustomer(number,
                        account == null ? Money.zero(currency) : account.open(), said.get(number)));
            }
        }
        return customers.stream().filter(each -> !each.difference().isZero()).toList();
    }

    /** Marks the month as done and tells finance, in one transaction; false when finance was told, or nobody is to be. */
    boolean finish(MonthSummary summary, CustomerMails mails) {
        String company = task.company().id();
        long last = statements.lastId(company, task.month());
        Optional<StatementMonths.Run> before = months.lastRun(company, task.month());
        Optional<OutgoingMail> mail = mail(summary, mails, last, before);
        if (mail.isEmpty() && before.filter(run -> run.lastStatement() == last).isPresent()) {
            return false;
        }
        return ledger.record(BatchKind.STATEMENT, task.actor(), task.day(), batch -> {
            months.done(batch, company, month, knownAt, last, summary.made(), summary.heldBack().size());
            return mail.filter(each -> outbox.enqueue(batch, each).isNew()).isPresent();
        });
    }

    private Optional<OutgoingMail> mail(MonthSummary summary, CustomerMails mails, long last,
                                        Optional<StatementMonths.Run> before) {
        Company company = task.company();
        String key = "FINANCE/statements/" + company.id() + "/" + task.month() + "/" + last;
        boolean nothingToTell = summary.made() == 0 && summary.notMade().isEmpty();
        if (company.financeMail().isEmpty() || nothingToTell || statements.isMailed(key)) {
            return Optional.empty();
        }
        StatementWording words = settings.templates().in(company.language());
        Optional<FinanceMail.Changes> changes = before.map(run -> changes(run.lastStatement()));
        List<OutgoingMail.Attachment> zip = new ArrayList<>();
        if (summary.made() > 0) {
            new StatementZip(statements, ZIP_BYTES_MAX).of(company.id(), task.month()).ifPresent(bytes ->
                    zip.add(new OutgoingMail.Attachment("statements-" + task.month() + ".zip", "application/zip", bytes)));
        }
        FinanceMail.Month month = new FinanceMail.Month(company, summary, words, customers(words, mails), changes,
                new StatementFiles(settings.out()).folder(company.id(), task.month()).toString(), answers());
        return Optional.of(FinanceMail.of(month, settings.from(), key, zip));
    }

    /** How far the statements of the month before were answered; nothing where customers get none. */
    private Collection<AnswerCoverage> answers() {
        return settings.policy().sendsAny() ? new AnswerFigures(ledger).coverage(task.company().id(),
                task.month().minusMonths(1)).values() : List.of();
    }

    /** What was made since the mail before. */
    private FinanceMail.Changes changes(long after) {
        int added = 0;
        int again = 0;
        long last = after;
        for (List<StatementRow> page = statements.made(task.company().id(), task.month(), last, PAGE); !page.isEmpty();
                page = statements.made(task.company().id(), task.month(), last, PAGE)) {
            again += (int) page.stream().filter(row -> row.key().version() > 1).count();
            added += (int) page.stream().filter(row -> row.key().version() == 1).count();
            last = page.get(page.size() - 1).id();
        }
        return new FinanceMail.Changes(added, again);
    }

    private String customers(StatementWording words, CustomerMails mails) {
        if (!settings.policy().sendsAny()) {
            return words.of(StatementWord.FINANCE_CUSTOMERS_OFF, "reason", words.of(StatementWord.FINANCE_OFF_BY_POLICY));
        }
        if (outbox.customerMail().isOff()) {
            return words.of(StatementWord.FINANCE_CUSTOMERS_OFF, "reason", words.of(StatementWord.FINANCE_OFF_BY_SWITCH));
        }
        return words.of(StatementWord.FINANCE_CUSTOMERS, Map.of("written", Integer.toString(mails.written()),
                "without-address", Integer.toString(mails.withoutAddress())));
    }
}
