package org.saldo.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What DuckDB does with the files of a {@link Workload}: it takes them in, joins payments to invoices by the number in the
 * text and the exact amount, and updates what is open. No payer, no second rule, no ledger, no check.
 */
final class DuckMatch {

    private final Statement sql;
    private final Path work;

    /** @param work where invoices.csv and payments.csv are */
    DuckMatch(Statement sql, Path work) {
        this.sql = sql;
        this.work = work;
    }

    void load() throws SQLException {
        sql.execute("SET threads = 2");
        for (String table : List.of("invoices", "payments")) {
            sql.execute("CREATE TABLE " + table + " AS SELECT * FROM read_csv('" + work.resolve(table + ".csv")
                    + "', header = true, all_varchar = true)");
        }
        sql.execute("CREATE TABLE item AS SELECT document_number AS number, amount::DECIMAL(18,2) AS open FROM invoices");
    }

    void join() throws SQLException {
        sql.execute("""
                CREATE TABLE paid AS SELECT i.number, MIN(p.payment_id) AS payment
                FROM (SELECT payment_id, amount::DECIMAL(18,2) AS amount,
                             UNNEST(regexp_extract_all(remittance_text, 'RE-2026-[0-9]{8}')) AS number FROM payments) p
                JOIN item i ON i.number = p.number AND i.open = p.amount GROUP BY i.number""");
        sql.execute("UPDATE item SET open = 0 FROM paid WHERE paid.number = item.number");
    }
}
