package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;

/** What a row shows by itself: exact amounts, and no posting before the day on which the event counts. */
final class RowChecks {

    private static final Map<Table, String> EFFECTIVE = Map.of(Table.DOCUMENT, "issue_date", Table.RECEIPT, "booking_date",
            Table.CANCELLATION, "effective_on", Table.DECISION, "effective_on", Table.ALLOCATION, "effective_on");

    private final Findings findings;
    private final Map<Table, List<Integer>> amounts = new EnumMap<>(Table.class);
    private final Map<String, Integer> digits = new HashMap<>();

    RowChecks(Findings findings) {
        this.findings = findings;
    }

    void check(StoredRow row) {
        if (row.table().columns().contains("currency")) {
            checkAmounts(row);
        }
        String effective = EFFECTIVE.get(row.table());
        if (effective != null) {
            LocalDate posted = row.day("posting_date");
            findings.check(Promise.I20, !posted.isBefore(row.day(effective)), row, "counts from %s, but is posted on %s",
                    row.day(effective), posted);
        }
    }

    private void checkAmounts(StoredRow row) {
        for (int position : amounts.computeIfAbsent(row.table(), RowChecks::amountsOf)) {
            if (row.values()[position] instanceof BigDecimal amount) {
                String column = row.table().columns().get(position);
                String currency = row.text(currencyOf(row.table(), column));
                int most = digits.computeIfAbsent(String.valueOf(currency), RowChecks::digitsOf);
                findings.check(Promise.I1, most >= 0 && (amount.scale() <= most || amount.stripTrailingZeros().scale() <= most),
                        row, "%s %s in %s is no exact amount of %s", currency, Balances.plain(amount), column, currency);
            }
        }
    }

    /** An amount beside the row's own may have a currency of its own, which stands under the same name. */
    private static String currencyOf(Table table, String column) {
        String own = column.replace("_amount", "_currency");
        return !own.equals(column) && table.columns().contains(own) ? own : "currency";
    }

    private static List<Integer> amountsOf(Table table) {
        List<Integer> positions = new ArrayList<>();
        for (String column : table.columns()) {
            if (!column.endsWith("_percent") && !column.endsWith("_rate")) {
                positions.add(table.position(column));
            }
        }
        return positions;
    }

    private static int digitsOf(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }
}
