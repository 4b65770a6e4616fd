package org.saldo.store.account;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saldo.money.Money;
import org.saldo.store.Cash;
import org.saldo.store.Database;

/** Adds up the cash of each company, account and currency. */
public final class AccountCashQuery {

    private static final String RECEIVED = """
            SELECT r.company, r.account, r.currency, 'RECEIVED', SUM(r.amount)
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE b.known_at IS NOT NULL GROUP BY r.company, r.account, r.currency""";
    private static final String APPLIED = """
            SELECT r.company, r.account, r.currency, 'APPLIED', SUM({cash})
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id JOIN receipt r ON r.receipt_id = a.receipt_id
            WHERE b.known_at IS NOT NULL AND a.kind = 'PAYMENT' GROUP BY r.company, r.account, r.currency"""
            .replace("{cash}", Cash.sql("a"));
    private static final String OPEN = """
            SELECT w.company, w.account, w.currency, w.place, SUM(w.unapplied) FROM (
              SELECT r.company, r.account, r.currency, o.unapplied,
                     CASE WHEN d.disposition IN ('NOT_OURS', 'ON_ACCOUNT') THEN d.disposition
                          WHEN o.customer_id IS NULL THEN 'UNIDENTIFIED' ELSE 'UNAPPLIED' END AS place
              FROM open_receipt o JOIN batch b ON b.batch_id = o.batch_id
              JOIN receipt r ON r.receipt_id = o.receipt_id
              LEFT JOIN decision d ON d.decision_id = o.decision_id
              WHERE b.known_at IS NOT NULL) w
            GROUP BY w.company, w.account, w.currency, w.place""";

    private final Database database;

    public AccountCashQuery(Database database) {
        this.database = database;
    }

    public List<AccountCash> all() {
        Map<List<String>, Map<String, BigDecimal>> sums = new TreeMap<>((one, other) ->
                String.join("\n", one).compareTo(String.join("\n", other)));
        database.jdbi().useTransaction(handle -> List.of(RECEIVED, APPLIED, OPEN).forEach(sql ->
                handle.createQuery(sql).map((row, context) -> sums.computeIfAbsent(
                        List.of(row.getString(1), row.getString(2), row.getString(3)), any -> new HashMap<>())
                        .put(row.getString(4).strip(), row.getBigDecimal(5))).list()));
        return sums.entrySet().stream().map(entry -> cash(entry.getKey(), entry.getValue())).toList();
    }

    private static AccountCash cash(List<String> account, Map<String, BigDecimal> sums) {
        Currency currency = Currency.getInstance(account.get(2));
        return new AccountCash(account.get(0), account.get(1), money(currency, sums.get("RECEIVED")),
                money(currency, sums.get("APPLIED")), money(currency, sums.get("ON_ACCOUNT")),
                money(currency, sums.get("UNAPPLIED")), money(currency, sums.get("UNIDENTIFIED")),
                money(currency, sums.get("NOT_OURS")));
    }

    private static Money money(Currency currency, BigDecimal sum) {
        return sum == null ? Money.zero(currency) : Money.of(currency, sum);
    }
}
