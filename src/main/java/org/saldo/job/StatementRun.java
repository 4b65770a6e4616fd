package org.saldo.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.job.StatementReport.CompanyStatements;
import org.saldo.job.StatementReport.CustomerMails;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.CurrencyTotals;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnprovedException;
import org.saldo.store.Ledger;
import org.saldo.store.MovementStore;
import org.saldo.store.OutboxStore;
import org.saldo.store.StatementControls;
import org.saldo.store.StatementRow;
import org.saldo.store.StatementStore;

/** One company's statements of one month, customer by customer in pages, so that memory does not grow with them. */
final class StatementRun {

    private static final int PAGE = 100;

    /** Whose statements are made, of which month, on which day and by whom. */
    record Task(Company company, YearMonth month, LocalDate day, String actor) {
    }

    private final StatementStore statements;
    private final MovementStore movements;
    private final StatementControls controls;
    private final StatementSettings settings;
    private final StatementDispatch dispatch;
    private final Task task;
    private final Instant knownAt;

    private final SortedMap<Currency, CurrencyTotals> totals =
            new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private final List<MonthSummary.NotMade> notMade = new ArrayList<>();
    private CustomerMails mails = CustomerMails.NONE;
    private int leftOut;
    private int made;
    private int alreadyMade;

    StatementRun(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementPdf pdf, Task task) {
        this.statements = new StatementStore(ledger);
        this.movements = new MovementStore(ledger);
        this.controls = new StatementControls(ledger);
        this.settings = settings;
        this.dispatch = new StatementDispatch(ledger, outbox, settings, pdf, task);
        this.task = task;
        this.knownAt = ledger.knownAt();
    }

    CompanyStatements blocked(String why) {
        return report(Optional.of(why), List.of(), false);
    }

    CompanyStatements make(Optional<CustomerId> only, boolean dryRun) {
        if (only.isPresent()) {
            makeFor(List.of(customer(only.get())), dryRun);
            return report(Optional.empty(), List.of(), false);
        }
        String last = "";
        for (List<Customer> page = statements.customersAfter(task.company().id(), last, PAGE); !page.isEmpty();
                page = statements.customersAfter(task.company().id(), last, PAGE)) {
            makeFor(page, dryRun);
            last = page.get(page.size() - 1).id().number();
        }
        List<ControlComparison> compared = compareControls();
        boolean mailed = !dryRun && dispatch.mailFinance(summary(compared), mails);
        return report(Optional.empty(), compared, mailed);
    }

    CompanyStatements makeAgain(CustomerId id) {
        Customer customer = customer(id);
        List<StatementRow> upTo = statements.upTo(id, task.month());
        List<Draft> drafts = new ArrayList<>();
        for (Currency currency : currenciesOf(upTo)) {
            int version = StatementStore.latestVersion(upTo, currency, task.month());
            if (version > 0) {
                StatementOfAccount last = prove(key(id, currency, version), rowOf(upTo, currency, version).asKnownAt(), upTo);
                StatementOfAccount now = prove(key(id, currency, version + 1), knownAt, upTo);
                if (!now.saysTheSameAs(last)) {
                    drafts.add(new Draft(customer, now));
                }
            }
        }
        drafts.forEach(draft -> count(draft.statement()));
        made = drafts.size();
        mails = mails.plus(dispatch.send(drafts));
        return report(Optional.empty(), List.of(), false);
    }

    private void makeFor(List<Customer> customers, boolean dryRun) {
        List<Draft> drafts = new ArrayList<>();
        for (Customer customer : customers) {
            try {
                drafts.addAll(drafts(customer));
            } catch (IllegalArgumentException | ArithmeticException unreadable) {
                notMade.add(new MonthSummary.NotMade(customer.id(), "", unreadable.getMessage()));
            }
        }
        made += drafts.size();
        if (!dryRun && !drafts.isEmpty()) {
            mails = mails.plus(dispatch.send(drafts));
        }
    }

    /** The statements that are still to be made for a customer; those that hold already are only counted. */
    private List<Draft> drafts(Customer customer) {
        List<StatementRow> upTo = statements.upTo(customer.id(), task.month());
        SortedMap<Currency, AccountAsOf> accounts = accounts(customer.id(), knownAt);
        List<Draft> drafts = new ArrayList<>();
        for (Currency currency : accounts.keySet()) {
            int version = StatementStore.latestVersion(upTo, currency, task.month());
            try {
                if (version > 0) {
                    count(prove(key(customer.id(), currency, version), rowOf(upTo, currency, version).asKnownAt(), upTo));
                    alreadyMade++;
                } else {
                    StatementKey key = key(customer.id(), currency, 1);
                    StatementOfAccount statement = StatementOfAccount.prove(key, knownAt,
                            StatementStore.previous(upTo, key), accounts.get(currency), settings.policy().aging());
                    addIfWanted(drafts, customer, statement);
                }
            } catch (UnprovedException unproved) {
                notMade.add(new MonthSummary.NotMade(customer.id(), currency.getCurrencyCode(), unproved.getMessage()));
            }
        }
        return drafts;
    }

    private void addIfWanted(List<Draft> drafts, Customer customer, StatementOfAccount statement) {
        if (statement.isSettled() && statement.lines().isEmpty()) {
            return;
        }
        if (settings.policy().wants(statement)) {
            drafts.add(new Draft(customer, statement));
            count(statement);
        } else {
            leftOut++;
        }
    }

    private StatementOfAccount prove(StatementKey key, Instant known, List<StatementRow> upTo) {
        AccountAsOf account = Optional.ofNullable(accounts(key.customer(), known).get(key.currency()))
                .orElseThrow(() -> new UnprovedException("nothing moved in " + key.currency() + " by what is known"));
        return StatementOfAccount.prove(key, known, StatementStore.previous(upTo, key), account, settings.policy().aging());
    }

    private SortedMap<Currency, AccountAsOf> accounts(CustomerId customer, Instant known) {
        return movements.accounts(customer, task.month().atDay(1), task.month().atEndOfMonth(), known);
    }

    private List<ControlComparison> compareControls() {
        String company = task.company().id();
        LocalDate day = task.month().atEndOfMonth();
        SortedMap<Currency, Money> ours = movements.balances(company, day, knownAt);
        SortedMap<Currency, ControlComparison.Control> theirs = controls.controls(company, day, knownAt);
        TreeSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        currencies.addAll(ours.keySet());
        currencies.addAll(theirs.keySet());
        boolean apart = currencies.stream().anyMatch(currency -> theirs.containsKey(currency)
                && !theirs.get(currency).balance().equals(ours.getOrDefault(currency, Money.zero(currency))));
        var recent = apart ? controls.recent(company, day, knownAt) : List.<org.saldo.statement.Movement>of();
        return currencies.stream().map(currency -> ControlComparison.of(ours.getOrDefault(currency, Money.zero(currency)),
                Optional.ofNullable(theirs.get(currency)), recent)).toList();
    }

    private void count(StatementOfAccount statement) {
        totals.merge(statement.key().currency(), CurrencyTotals.of(statement), CurrencyTotals::plus);
    }

    private CompanyStatements report(Optional<String> blocked, List<ControlComparison> compared, boolean financeMailed) {
        return new CompanyStatements(task.company().id(), blocked, made, alreadyMade, summary(compared), mails, financeMailed);
    }

    private MonthSummary summary(List<ControlComparison> compared) {
        return new MonthSummary(task.month(), totals, leftOut, notMade, compared);
    }

    private Customer customer(CustomerId id) {
        return statements.customer(id).orElseThrow(() -> new Refused("customer " + id
                + " is not known; take its master data in first"));
    }

    private StatementKey key(CustomerId customer, Currency currency, int version) {
        return new StatementKey(customer, currency, task.month(), version);
    }

    private StatementRow rowOf(List<StatementRow> upTo, Currency currency, int version) {
        return upTo.stream().filter(row -> row.key().equals(key(row.key().customer(), currency, version)))
                .findFirst().orElseThrow();
    }

    private static List<Currency> currenciesOf(List<StatementRow> rows) {
        return rows.stream().map(row -> row.key().currency()).distinct().toList();
    }
}
