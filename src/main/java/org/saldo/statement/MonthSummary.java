package org.saldo.statement;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.saldo.ledger.CustomerId;

/**
 * A company's month of statements: the totals by currency (never added up across them), how many accounts the policy left
 * out, for whom no statement could be made and why, and how our balance compares with the ERP's.
 */
public record MonthSummary(YearMonth month, SortedMap<Currency, CurrencyTotals> totals, int leftOut,
                           List<NotMade> notMade, List<ControlComparison> controls) {

    /** A statement that could not be made: {@code currency} is empty when the whole account could not be read. */
    public record NotMade(CustomerId customer, String currency, String reason) {
    }

    public MonthSummary {
        SortedMap<Currency, CurrencyTotals> copy = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        copy.putAll(totals);
        totals = Collections.unmodifiableSortedMap(copy);
        notMade = List.copyOf(notMade);
        controls = List.copyOf(controls);
    }

    /** How many statements hold for the month. */
    public int made() {
        return totals.values().stream().mapToInt(CurrencyTotals::statements).sum();
    }
}
