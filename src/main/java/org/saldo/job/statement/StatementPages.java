package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.HeldBack;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPeriod;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.UnprovedException;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Reads the accounts of a page of customers and says of each which statement there is to be of the month, or why none. */
final class StatementPages {

    /** A statement of the month that was made before, as it was known then, and the terms that hold now. */
    record Existing(Draft draft, StatementRow row) {
    }

    /** What there is to be of a page: new statements, and those that hold already. */
    record Page(List<Draft> drafts, List<Existing> existing) {
    }

    private final StatementStore statements;
    private final MovementStore movements;
    private final StatementSettings settings;
    private final StatementRun.Task task;
    private final StatementPeriod month;
    private final Instant knownAt;
    private final StatementChain chain;

    StatementPages(Ledger ledger, StatementSettings settings, StatementRun.Task task, Instant knownAt) {
        this.statements = new StatementStore(ledger);
        this.movements = new MovementStore(ledger);
        this.settings = settings;
        this.task = task;
        this.month = settings.policy().schedules().period(task.company().id(), task.month(), 1);
        this.knownAt = knownAt;
        this.chain = new StatementChain(settings, task, month, knownAt);
    }

    /** The days of the month by the company's schedule. */
    StatementPeriod month() {
        return month;
    }

    /** @param tally is told what no statement is made of */
    Page read(List<Customer> customers, StatementTally tally) {
        List<String> numbers = customers.stream().map(customer -> customer.id().number()).toList();
        String company = task.company().id();
        Known now = new Known(knownAt, month.cutOff());
        Accounts accounts = new Accounts(company, numbers);
        try {
            accounts.at(now);
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            if (customers.size() > 1) {
                return oneByOne(customers, tally);
            }
            tally.unreadable(customers.get(0).id(), unreadable.getMessage());
            return new Page(List.of(), List.of());
        }
        Map<String, List<StatementRow>> rows = statements.of(company, numbers);
        Page page = new Page(new ArrayList<>(), new ArrayList<>());
        for (Customer customer : customers) {
            try {
                add(page, customer, rows.getOrDefault(customer.id().number(), List.of()), accounts, tally);
            } catch (IllegalArgumentException | ArithmeticException unreadable) {
                tally.unreadable(customer.id(), unreadable.getMessage());
            }
        }
        return page;
    }

    /** Up to when is looked at, and which rows are known. */
    private record Known(Instant at, LocalDate cutOff) {
    }

    /** The accounts of a page, read once for each instant that is asked for. */
    private final class Accounts {
        private final String company;
        private final List<String> numbers;
        private final Map<Known, Map<String, SortedMap<Currency, AccountAsOf>>> read = new HashMap<>();

        private Accounts(String company, List<String> numbers) {
            this.company = company;
            this.numbers = numbers;
        }

        private Map<String, SortedMap<Currency, AccountAsOf>> at(Known known) {
            return read.computeIfAbsent(known, any ->
                    movements.accounts(company, numbers, month.firstDay(), known.cutOff(), known.at()));
        }

        private SortedMap<Currency, AccountAsOf> of(CustomerId customer, Known known) {
            return at(known).getOrDefault(customer.number(), new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode)));
        }

        private AccountAsOf of(StatementKey key, Known known) {
            return Optional.ofNullable(of(key.customer(), known).get(key.currency())).orElseThrow(() ->
                    new UnprovedException("nothing moved in " + key.currency() + " by what is known"));
        }
    }

    /** One customer's rows must not keep the others from their statements. */
    private Page oneByOne(List<Customer> customers, StatementTally tally) {
        Page page = new Page(new ArrayList<>(), new ArrayList<>());
        for (Customer customer : customers) {
            Page own = read(List.of(customer), tally);
            page.drafts().addAll(own.drafts());
            page.existing().addAll(own.existing());
        }
        return page;
    }

    private void add(Page page, Customer customer, List<StatementRow> all, Accounts accounts, StatementTally tally) {
        StatementTerms terms = settings.policy().termsOf(customer, month.cutOff());
        accounts.of(customer.id(), new Known(knownAt, month.cutOff())).forEach((currency, account) -> {
            List<StatementRow> own = all.stream().filter(row -> row.key().currency().equals(currency)).toList();
            try {
                Optional<StatementRow> made = latest(own);
                if (made.isPresent()) {
                    Draft draft = new Draft(customer, again(made.get(), own, accounts), terms);
                    tally.made(draft.statement(), account.open());
                    page.existing().add(new Existing(draft, made.get()));
                } else {
                    draft(customer, account, own, terms, tally).ifPresent(page.drafts()::add);
                }
            } catch (UnprovedException unproved) {
                tally.without(new HeldBack(customer.id(), currency.getCurrencyCode(), HeldBack.Reason.UNPROVED,
                        unproved.getMessage()), account.open());
            }
        });
    }

    private Optional<Draft> draft(Customer customer, AccountAsOf account, List<StatementRow> own, StatementTerms terms,
                                  StatementTally tally) {
        Currency currency = account.before().currency();
        Optional<StatementRow> later = own.stream().filter(row -> row.key().month().isAfter(task.month())
                && !row.key().firstDay().isAfter(month.cutOff())).findFirst();
        Optional<HeldBack.Reason> none = later.map(row -> HeldBack.Reason.COVERED_LATER)
                .or(() -> asked() ? Optional.empty() : terms.whyNot(task.month()));
        if (none.isPresent()) {
            withoutOne(customer.id(), none.get(), later.map(row -> row.key().number()).orElse(terms.reason()),
                    account.open(), tally);
            return Optional.empty();
        }
        StatementOfAccount statement = chain.prove(new StatementKey(customer.id(), currency, month, 1), own, account, terms);
        StatementChain.requireLedOn(statement, own);
        if (statement.isSettled() && statement.lines().isEmpty() && !asked()) {
            return Optional.empty();
        }
        Optional<HeldBack.Reason> tooLittle = asked() ? Optional.empty() : terms.whyNot(statement);
        if (tooLittle.isPresent()) {
            withoutOne(customer.id(), tooLittle.get(), terms.reason(), statement.closing(), tally);
            return Optional.empty();
        }
        return Optional.of(new Draft(customer, statement, terms));
    }

    /** Whether a person asked for the statement, whatever the policy leaves out. */
    private boolean asked() {
        return task.reason().isPresent();
    }

    private static void withoutOne(CustomerId customer, HeldBack.Reason reason, String detail, Money open,
                                   StatementTally tally) {
        tally.without(new HeldBack(customer, open.currency().getCurrencyCode(), reason, detail), open);
    }

    /**
     * The next version of a statement, of the same month, and the one that it takes the place of, with what that one said
     * otherwise than the one before it.
     */
    record Again(Draft next, StatementOfAccount last, Optional<StatementChanges> changesBefore) {

        /** Whether a statement that continues the last version does not continue the next one. */
        boolean isMoved() {
            return next.changes().filter(StatementChanges::isMoved).isPresent();
        }
    }

    Again again(Customer customer, StatementRow last, List<StatementRow> own) {
        Accounts accounts = new Accounts(customer.id().company(), List.of(customer.id().number()));
        StatementTerms terms = settings.policy().termsOf(customer, last.key().cutOff());
        StatementKey key = new StatementKey(customer.id(), last.key().currency(), last.key().period(),
                last.key().version() + 1);
        AccountAsOf account = accounts.of(key, new Known(knownAt, key.cutOff()));
        StatementOfAccount issued = again(last, own, accounts);
        StatementOfAccount next = chain.prove(key, own, account, terms);
        return new Again(new Draft(customer, next, terms, Optional.of(StatementChanges.between(issued, next))), issued,
                changes(last, own));
    }

    /** A statement as it was made. */
    StatementOfAccount again(StatementRow row, List<StatementRow> own) {
        return again(row, own, new Accounts(row.key().customer().company(), List.of(row.key().customer().number())));
    }

    /** What a statement that was made says otherwise than the version before it; nothing of a first version. */
    Optional<StatementChanges> changes(StatementRow row, List<StatementRow> own) {
        return own.stream().filter(each -> each.key().month().equals(row.key().month())
                        && each.key().version() == row.key().version() - 1)
                .findFirst().map(before -> StatementChanges.between(again(before, own), again(row, own)));
    }

    private StatementOfAccount again(StatementRow row, List<StatementRow> own, Accounts accounts) {
        return chain.again(row, own, accounts.of(row.key(), new Known(row.asKnownAt(), row.key().cutOff())));
    }

    /** The version of the month's statement that holds. */
    Optional<StatementRow> latest(List<StatementRow> own) {
        return own.stream().filter(row -> row.key().month().equals(task.month()))
                .reduce((earlier, later) -> later);
    }
}
