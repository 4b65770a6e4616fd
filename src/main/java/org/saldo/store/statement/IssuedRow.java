package org.saldo.store.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;
import org.saldo.store.Columns;

/**
 * An entry of the register as it stands there, with the statement that it is of.
 *
 * @param day     the business day of the run that made the statement
 * @param knownAt when it was issued
 */
public record IssuedRow(StatementRegister.Entry entry, String previousHash, String entryHash, String madeBy, LocalDate day,
                 Instant knownAt) {

    public static final String SELECT = """
            SELECT i.company, i.register_number, i.account_hash, i.unsealed_sha256, i.previous_hash, i.entry_hash,
                s.customer_id, s.currency, s.statement_month, s.version, s.closing_balance, s.as_known_at, s.pdf_sha256,
                b.actor, b.business_day, b.known_at, i.entry_id
            FROM issued_statement i JOIN batch b ON b.batch_id = i.batch_id AND b.known_at IS NOT NULL
            JOIN statement s ON s.statement_id = i.statement_id
            """;

    private static final int PAGE = 1000;

    public static IssuedRow read(ResultSet row) throws SQLException {
        StatementKey key = new StatementKey(new CustomerId(row.getString("company"), row.getString("customer_id")),
                Currency.getInstance(row.getString("currency")), YearMonth.parse(row.getString("statement_month")),
                row.getInt("version"));
        return new IssuedRow(new StatementRegister.Entry(row.getLong("register_number"), key,
                row.getBigDecimal("closing_balance"), Columns.instant(row, "as_known_at"), row.getString("pdf_sha256"),
                row.getString("unsealed_sha256"), row.getString("account_hash")), row.getString("previous_hash"),
                row.getString("entry_hash"), row.getString("actor"), row.getObject("business_day", LocalDate.class),
                Columns.instant(row, "known_at"));
    }

    /** All entries, company by company in the order of their numbers, a page at a time. */
    public static void forEach(Handle handle, Consumer<IssuedRow> action) {
        String company = "";
        long number = 0;
        List<IssuedRow> page;
        do {
            page = handle.createQuery(SELECT + """
                            WHERE i.company > :company OR (i.company = :company AND i.register_number > :number)
                            ORDER BY i.company, i.register_number LIMIT :page""")
                    .bind("company", company).bind("number", number).bind("page", PAGE)
                    .map((row, context) -> read(row)).list();
            for (IssuedRow row : page) {
                company = row.company();
                number = row.entry().number();
                action.accept(row);
            }
        } while (page.size() == PAGE);
    }

    public String company() {
        return entry.key().customer().company();
    }

    /** By what people name it: {@code S-17}. */
    public String label() {
        return "S-" + entry.number();
    }
}
