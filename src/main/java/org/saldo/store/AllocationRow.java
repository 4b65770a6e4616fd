package org.saldo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;

/**
 * An allocation as it stands in the ledger. The amount is negative in a reversal, which names what it {@code reverses};
 * {@code reversedBy} names the reversal of this one. Ids of receipts and items are 0 where the kind has none. {@code cash}
 * is the amount in the receipt's currency, where that is another one than the item's.
 */
public record AllocationRow(
        long id,
        long batchId,
        AllocationKind kind,
        String company,
        long receiptId,
        long itemId,
        long counterItemId,
        long counterReceiptId,
        String customer,
        Optional<String> payer,
        Money amount,
        String rule,
        String evidence,
        String decidedBy,
        String reason,
        LocalDate effectiveOn,
        long reverses,
        long reversedBy,
        Instant knownAt,
        Money cash) {

    private static final String SELECT = """
            SELECT a.*, b.known_at, (SELECT MAX(r.allocation_id) FROM allocation r JOIN batch rb ON rb.batch_id = r.batch_id
                WHERE r.reverses = a.allocation_id AND rb.known_at IS NOT NULL) AS reversed_by
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE b.known_at IS NOT NULL AND\s""";

    /** How people name it. */
    public String label() {
        return "A-" + id;
    }

    /** Whether it settles an item with cash of another currency. */
    public boolean isExchange() {
        return !cash.currency().equals(amount.currency());
    }

    /** Whether it settles something now: it is no reversal and was not reversed. */
    public boolean isActive() {
        return reverses == 0 && reversedBy == 0;
    }

    public static Optional<AllocationRow> find(Handle handle, long id) {
        return list(handle, "a.allocation_id = :id", id).stream().findFirst();
    }

    /** All that ever touched a receipt, oldest first. */
    public static List<AllocationRow> ofReceipt(Handle handle, long receiptId) {
        return list(handle, "(a.receipt_id = :id OR a.counter_receipt_id = :id)", receiptId);
    }

    /** All that ever touched an item, oldest first. */
    public static List<AllocationRow> ofItem(Handle handle, long itemId) {
        return list(handle, "(a.item_id = :id OR a.counter_item_id = :id)", itemId);
    }

    private static List<AllocationRow> list(Handle handle, String which, long id) {
        return handle.createQuery(SELECT + which + " ORDER BY a.allocation_id").bind("id", id)
                .map(AllocationRow::read).list();
    }

    private static AllocationRow read(ResultSet row, StatementContext context) throws SQLException {
        Money amount = Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount"));
        return new AllocationRow(row.getLong("allocation_id"), row.getLong("batch_id"),
                AllocationKind.valueOf(row.getString("kind")), row.getString("company"), row.getLong("receipt_id"),
                row.getLong("item_id"), row.getLong("counter_item_id"), row.getLong("counter_receipt_id"),
                row.getString("customer_id"), Optional.ofNullable(row.getString("payer_customer_id")),
                amount, row.getString("rule"), row.getString("evidence"), row.getString("decided_by"), row.getString("reason"),
                row.getObject("effective_on", LocalDate.class), row.getLong("reverses"), row.getLong("reversed_by"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(), Cash.of(row, amount));
    }
}
