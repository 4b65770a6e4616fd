package org.saldo.store.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;
import org.saldo.store.Cash;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;

/**
 * The ERP's control balances against the hub's balance at the end of the same day: accounts of one day, currency and
 * customer are added up, a later row for the same account replaces an earlier one. The difference is the hub's balance
 * less the ERP's. Unidentified cash is no customer's and not part of the hub's balance.
 */
final class ExportControls {

    private static final String LOWERS_BALANCE = Arrays.stream(AllocationKind.values())
            .filter(AllocationKind::lowersBalance).map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String CONTROLS = """
            SELECT x.company, x.as_of, x.currency, x.customer_id, x.account, x.balance
            FROM control_balance x JOIN batch b ON b.batch_id = x.batch_id
            WHERE x.as_of <= :day AND b.known_at <= :knownAt AND (:company = '' OR x.company = :company)
            ORDER BY x.company, x.as_of, x.currency, x.customer_id, x.account, x.control_id""";

    private static final String KNOWN = " JOIN batch b ON b.batch_id = x.batch_id WHERE b.known_at <= :knownAt"
            + " AND x.company = :of ";

    /** Columns: day, currency, amount by which the balance of the company moved. Transfers between customers add up to 0. */
    private static final List<String> OF_A_COMPANY = List.of(
            "SELECT x.issue_date, x.currency, SUM(CASE WHEN x.document_type = 'CREDIT_NOTE' THEN -x.open_at_start"
                    + " ELSE x.open_at_start END) FROM document x" + KNOWN + "GROUP BY x.issue_date, x.currency",
            "SELECT x.effective_on, x.currency, -SUM(x.balance_effect) FROM cancellation x" + KNOWN
                    + "GROUP BY x.effective_on, x.currency",
            "SELECT x.effective_on, x.currency, SUM(CASE WHEN x.customer_id IS NULL THEN x.receipt_amount"
                    + " ELSE -x.receipt_amount END) FROM decision x" + KNOWN + "AND ((x.customer_id IS NULL AND"
                    + " x.previous_customer_id IS NOT NULL) OR (x.customer_id IS NOT NULL AND"
                    + " x.previous_customer_id IS NULL)) GROUP BY x.effective_on, x.currency",
            "SELECT x.effective_on, x.currency, -SUM(x.amount) FROM allocation x" + KNOWN + "AND (x.kind IN ("
                    + LOWERS_BALANCE + ") OR x.receipt_currency IS NOT NULL) GROUP BY x.effective_on, x.currency",
            "SELECT x.effective_on, x.receipt_currency, SUM(x.receipt_amount) FROM allocation x" + KNOWN
                    + "AND x.receipt_currency IS NOT NULL GROUP BY x.effective_on, x.receipt_currency");

    private static final List<String> OF_A_CUSTOMER = List.of(
            "SELECT x.issue_date, x.currency, CASE WHEN x.document_type = 'CREDIT_NOTE' THEN -x.open_at_start"
                    + " ELSE x.open_at_start END FROM document x" + KNOWN + "AND x.customer_id = :customer",
            "SELECT x.effective_on, x.currency, -x.balance_effect FROM cancellation x" + KNOWN
                    + "AND x.customer_id = :customer",
            "SELECT x.effective_on, x.currency, -x.receipt_amount FROM decision x" + KNOWN
                    + "AND x.customer_id = :customer AND COALESCE(x.previous_customer_id, '') <> :customer",
            "SELECT x.effective_on, x.currency, x.receipt_amount FROM decision x" + KNOWN
                    + "AND x.previous_customer_id = :customer AND COALESCE(x.customer_id, '') <> :customer",
            "SELECT x.effective_on, x.currency, -x.amount FROM allocation x" + KNOWN + "AND x.customer_id = :customer"
                    + " AND (x.kind IN (" + LOWERS_BALANCE + ") OR (x.kind = 'PAYMENT'"
                    + " AND (x.payer_customer_id IS NOT NULL OR x.receipt_currency IS NOT NULL)))",
            "SELECT x.effective_on, COALESCE(x.receipt_currency, x.currency), " + Cash.sql("x") + " FROM allocation x" + KNOWN
                    + "AND x.payer_customer_id = :customer AND x.kind = 'PAYMENT'",
            "SELECT x.effective_on, x.receipt_currency, x.receipt_amount FROM allocation x" + KNOWN
                    + "AND x.customer_id = :customer AND x.payer_customer_id IS NULL AND x.receipt_currency IS NOT NULL");

    private record Key(String company, LocalDate asOf, String currency, String customer) {
    }

    private final LedgerRead read;

    ExportControls(LedgerRead read) {
        this.read = read;
    }

    void read(RowSink sink) {
        Map<Key, Map<String, BigDecimal>> controls = new LinkedHashMap<>();
        LedgerRead.forEach(read.query(CONTROLS), row -> controls
                .computeIfAbsent(new Key(row.getString("company"), Columns.day(row, "as_of"), row.getString("currency"),
                        row.getString("customer_id")), any -> new TreeMap<>())
                .put(row.getString("account"), row.getBigDecimal("balance")));
        Map<String, List<Key>> byAccountHolder = new LinkedHashMap<>();
        controls.keySet().forEach(key -> byAccountHolder
                .computeIfAbsent(key.company() + "\0" + key.customer(), any -> new ArrayList<>()).add(key));
        Map<Key, BigDecimal> ours = new HashMap<>();
        byAccountHolder.values().forEach(keys -> balances(keys, ours));
        controls.forEach((key, accounts) -> put(sink, key, accounts, ours.get(key)));
    }

    /** Our balance on each of these days, which are all of one company or one customer. */
    private void balances(List<Key> keys, Map<Key, BigDecimal> ours) {
        Key any = keys.get(0);
        Map<String, TreeMap<LocalDate, BigDecimal>> moved = new HashMap<>();
        for (String sql : any.customer().isEmpty() ? OF_A_COMPANY : OF_A_CUSTOMER) {
            LedgerRead.forEach(read.query(sql).bind("of", any.company()).bind("customer", any.customer()), row ->
                    moved.computeIfAbsent(row.getString(2), currency -> new TreeMap<>())
                            .merge(row.getObject(1, LocalDate.class), row.getBigDecimal(3), BigDecimal::add));
        }
        for (String currency : new TreeSet<>(keys.stream().map(Key::currency).toList())) {
            cumulate(keys, currency, moved.getOrDefault(currency, new TreeMap<>()), ours);
        }
    }

    private static void cumulate(List<Key> keys, String currency, TreeMap<LocalDate, BigDecimal> moved,
            Map<Key, BigDecimal> ours) {
        TreeMap<LocalDate, BigDecimal> balances = new TreeMap<>();
        BigDecimal balance = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : moved.entrySet()) {
            balance = balance.add(day.getValue());
            balances.put(day.getKey(), balance);
        }
        for (Key key : keys) {
            if (key.currency().equals(currency)) {
                Map.Entry<LocalDate, BigDecimal> last = balances.floorEntry(key.asOf());
                ours.put(key, last == null ? BigDecimal.ZERO : last.getValue());
            }
        }
    }

    private static void put(RowSink sink, Key key, Map<String, BigDecimal> accounts, BigDecimal ours) {
        Currency currency = Currency.getInstance(key.currency());
        Money theirs = Money.of(currency, sum(accounts.values()));
        Money hub = Money.of(currency, ours);
        LedgerRead.put(sink, key.company(), key.asOf(), key.currency(), key.customer(), String.join("|", accounts.keySet()),
                theirs.toDecimal(), hub.toDecimal(), hub.minus(theirs).toDecimal());
    }

    private static BigDecimal sum(Collection<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
