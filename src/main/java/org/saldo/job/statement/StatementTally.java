package org.saldo.job.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.CurrencyTotals;
import org.saldo.statement.HeldBack;
import org.saldo.statement.LedgerComparison;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.StatementFigures;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPeriod;

/** What a company's month adds up to while it is made. It holds a line a statement, not the statements. */
final class StatementTally {

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private final SortedMap<Currency, CurrencyTotals> totals = new TreeMap<>(BY_CODE);
    private final SortedMap<Currency, Money> knownLater = new TreeMap<>(BY_CODE);
    private final SortedMap<Currency, Money> leftOut = new TreeMap<>(BY_CODE);
    private final SortedMap<Currency, Money> notMade = new TreeMap<>(BY_CODE);
    private final List<StatementFigures> statements = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();

    /** @param open what is open on the account by what is known now; more or less than the statement when that is older */
    void made(StatementOfAccount statement, Money open) {
        Currency currency = statement.key().currency();
        totals.merge(currency, CurrencyTotals.of(statement), CurrencyTotals::plus);
        knownLater.merge(currency, open.minus(statement.closing()), Money::plus);
    }

    void figures(StatementFigures figures) {
        statements.add(figures);
    }

    void held(HeldBack held) {
        heldBack.add(held);
    }

    /** An account without a statement. */
    void without(HeldBack held, Money open) {
        heldBack.add(held);
        (held.reason().stage() == HeldBack.Stage.NOT_MADE ? notMade : leftOut).merge(open.currency(), open, Money::plus);
    }

    /** A customer whose rows cannot be read. */
    void unreadable(CustomerId customer, String why) {
        heldBack.add(new HeldBack(customer, "", HeldBack.Reason.UNREADABLE, String.valueOf(why)));
    }

    /**
     * The parts against the ledger, by currency.
     *
     * @param ledger          the balance of all customers by all that moved
     * @param withoutCustomer documents whose customer is not known
     */
    List<LedgerComparison> against(SortedMap<Currency, Money> ledger, SortedMap<Currency, Money> withoutCustomer) {
        TreeSet<Currency> currencies = new TreeSet<>(BY_CODE);
        List.of(ledger, withoutCustomer, knownLater, leftOut, notMade).forEach(each -> currencies.addAll(each.keySet()));
        return currencies.stream().map(currency -> new LedgerComparison(
                totals.containsKey(currency) ? totals.get(currency).closing() : Money.zero(currency),
                in(knownLater, currency), in(leftOut, currency), in(notMade, currency), in(withoutCustomer, currency),
                in(ledger, currency))).toList();
    }

    private static Money in(SortedMap<Currency, Money> sums, Currency currency) {
        return sums.getOrDefault(currency, Money.zero(currency));
    }

    MonthSummary summary(StatementPeriod month, List<LedgerComparison> ledger, List<ControlComparison> controls) {
        return new MonthSummary(month, totals, statements, heldBack, ledger, controls);
    }
}
