package org.saldo.store.exclusion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;

/**
 * What receipts left open of items that they were meant to settle, each under its code. It holds while what was settled with
 * it is not taken back and the item is open; of it never more than is open.
 */
public final class DifferenceRows {

    /** What rules that open disputes by themselves give as their source, before the difference's id. */
    private static final String SOURCE = "difference ";

    private static final String HOLDING = """
            SELECT f.*, o.open_amount, d.document_number, d.instalment, r.payment_id, b.known_at FROM item_difference f
            JOIN batch b ON b.batch_id = f.batch_id JOIN open_item o ON o.item_id = f.item_id
            JOIN document d ON d.item_id = f.item_id JOIN receipt r ON r.receipt_id = f.receipt_id
            WHERE b.known_at IS NOT NULL AND (:company = '' OR f.company = :company) AND EXISTS (
                SELECT 1 FROM allocation a WHERE a.receipt_id = f.receipt_id AND a.batch_id = f.batch_id
                AND a.kind = 'PAYMENT' AND NOT (a.reverses IS NOT NULL) AND NOT EXISTS (
                    SELECT 1 FROM allocation t JOIN batch tb ON tb.batch_id = t.batch_id
                    WHERE t.reverses = a.allocation_id AND tb.known_at IS NOT NULL))
            """;

    private static final String UNDISPUTED = HOLDING + """
            AND f.code IN (<codes>) AND NOT EXISTS (
                SELECT 1 FROM dispute x JOIN batch xb ON xb.batch_id = x.batch_id
                WHERE x.item_id = f.item_id AND xb.known_at IS NOT NULL
                AND x.source = 'difference ' || CAST(f.difference_id AS VARCHAR(20)))
            """;

    private static final String IN_ORDER = " ORDER BY f.difference_id";

    private DifferenceRows() {
    }

    /** A difference that holds now; {@code open} is what is open of its item. */
    public record Row(long id, CustomerId customer, long itemId, String document, String payment, Money amount, Money open,
            DifferenceCode code, LocalDate since) {

        /** By what a dispute that was opened for it is known again. */
        public String source() {
            return SOURCE + id;
        }
    }

    /** Those of a company with one of these codes for which no dispute was ever opened, the oldest first. */
    public static List<Row> undisputed(Batch batch, String company, Set<DifferenceCode> codes) {
        return undisputed(batch.handle(), company, codes);
    }

    /** The same, outside of a decision. */
    public static List<Row> undisputed(Ledger ledger, String company, Set<DifferenceCode> codes) {
        return ledger.database().jdbi().withHandle(handle -> undisputed(handle, company, codes));
    }

    private static List<Row> undisputed(Handle handle, String company, Set<DifferenceCode> codes) {
        return handle.createQuery(UNDISPUTED + IN_ORDER).bind("company", company)
                .bindList("codes", codes.stream().map(Enum::name).sorted().toList())
                .map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Row(row.getLong("difference_id"), new CustomerId(row.getString("company"), row.getString("customer_id")),
                row.getLong("item_id"), Columns.itemLabel(row.getString("document_number"), row.getInt("instalment")),
                row.getString("payment_id"), Money.of(currency, row.getBigDecimal("amount")),
                Money.of(currency, row.getBigDecimal("open_amount")), DifferenceCode.valueOf(row.getString("code")),
                row.getObject("effective_on", LocalDate.class));
    }

    /** The list of what holds now. */
    public static void export(LedgerRead read, RowSink sink) {
        read.handle().createQuery(HOLDING + IN_ORDER).bind("company", read.company()).map((row, context) -> row(row))
                .forEach(row -> LedgerRead.put(sink, row.customer().company(), row.document(),
                row.customer().number(), row.payment(), row.amount().currency().getCurrencyCode(),
                row.amount().min(row.open()).toDecimal(), row.open().toDecimal(), row.code().name(), row.code().settledBy(),
                row.since()));
    }
}
