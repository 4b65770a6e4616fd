package org.saldo.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A company's month of statements: the totals by currency (never added up across them), every statement with what became
 * of it, who was held back and why, and how our balances compare with the ledger and with the ERP's.
 */
public record MonthSummary(StatementPeriod period, SortedMap<Currency, CurrencyTotals> totals, List<StatementFigures> statements,
                           List<HeldBack> heldBack, List<LedgerComparison> ledger, List<ControlComparison> controls) {

    public MonthSummary {
        SortedMap<Currency, CurrencyTotals> copy = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        copy.putAll(totals);
        totals = Collections.unmodifiableSortedMap(copy);
        statements = List.copyOf(statements);
        heldBack = List.copyOf(heldBack);
        ledger = List.copyOf(ledger);
        controls = List.copyOf(controls);
    }

    public YearMonth month() {
        return period.month();
    }

    public LocalDate cutOff() {
        return period.cutOff();
    }

    /** How many statements hold for the month. */
    public int made() {
        return totals.values().stream().mapToInt(CurrencyTotals::statements).sum();
    }

    public List<HeldBack> heldBack(HeldBack.Stage stage) {
        return heldBack.stream().filter(each -> each.reason().stage() == stage).toList();
    }

    /** Accounts for which the policy makes no statement. */
    public int leftOut() {
        return heldBack(HeldBack.Stage.LEFT_OUT).size();
    }

    /** Accounts whose statement could not be made. */
    public List<HeldBack> notMade() {
        return heldBack(HeldBack.Stage.NOT_MADE);
    }

    /** Statements that are made and wait for a person, or are not to be mailed. */
    public List<HeldBack> notMailed() {
        return heldBack(HeldBack.Stage.NOT_MAILED);
    }
}
