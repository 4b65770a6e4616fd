package org.saldo.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.ReceiptKey;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.ReceiptState;

/** Finds what people name: a payment by its id, a document by its number, each with all that was decided about it. */
public final class PeopleFinder {

    private static final String IN_COMPANY = " AND (:company = '' OR %s.company = :company)";

    private final Handle handle;

    public PeopleFinder(Handle handle) {
        this.handle = handle;
    }

    /** Every receipt of that name: {@code P-1}, or {@code P-1@ACCOUNT} where two accounts have the same. */
    public List<ReceiptState> receipts(String name, String company) {
        List<ReceiptState> found = receipts(name, "", company);
        int at = name.lastIndexOf('@');
        return found.isEmpty() && at > 0 ? receipts(name.substring(0, at), name.substring(at + 1), company) : found;
    }

    private List<ReceiptState> receipts(String paymentId, String account, String company) {
        return handle.createQuery("""
                        SELECT r.*, o.unapplied, o.decision_id AS shown_decision
                        FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        LEFT JOIN open_receipt o ON o.receipt_id = r.receipt_id
                        WHERE b.known_at IS NOT NULL AND r.payment_id = :payment
                        AND (:account = '' OR r.account = :account)""" + IN_COMPANY.formatted("r") + " ORDER BY r.receipt_id")
                .bind("payment", paymentId).bind("account", account).bind("company", company)
                .map(this::readReceipt).list();
    }

    Optional<ReceiptState> receipt(long id) {
        return handle.createQuery("""
                        SELECT r.*, o.unapplied, o.decision_id AS shown_decision
                        FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        LEFT JOIN open_receipt o ON o.receipt_id = r.receipt_id
                        WHERE b.known_at IS NOT NULL AND r.receipt_id = :id""")
                .bind("id", id).map(this::readReceipt).findOne();
    }

    private ReceiptState readReceipt(ResultSet row, StatementContext context) throws SQLException {
        long id = row.getLong("receipt_id");
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new ReceiptState(id,
                new ReceiptKey(row.getString("company"), row.getString("account"), row.getString("payment_id")),
                row.getObject("booking_date", LocalDate.class), Money.of(currency, row.getBigDecimal("amount")),
                row.getString("source"), orZero(currency, row, "unapplied"), row.getLong("shown_decision"),
                DecisionRow.ofReceipt(handle, id), AllocationRow.ofReceipt(handle, id));
    }

    /**
     * Every item of that name, in its latest version: {@code INV-1} for all instalments, {@code INV-1/2} for the second;
     * {@code CREDIT_NOTE:4711} where two types of document have the same number.
     */
    public List<ItemState> items(String name, String company) {
        int colon = name.indexOf(':');
        String type = colon > 0 ? name.substring(0, colon) : "";
        return isType(type) ? items(name.substring(colon + 1), type, company) : items(name, "", company);
    }

    private List<ItemState> items(String name, String type, String company) {
        List<ItemState> found = items(name, 0, type, company);
        int slash = name.lastIndexOf('/');
        if (!found.isEmpty() || slash < 1 || !name.substring(slash + 1).matches("[0-9]{1,4}")) {
            return found;
        }
        return items(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)), type, company);
    }

    private static boolean isType(String type) {
        return List.of(DocumentType.values()).stream().anyMatch(known -> known.name().equals(type));
    }

    private List<ItemState> items(String number, int instalment, String type, String company) {
        return handle.createQuery("""
                        SELECT d.*, o.open_amount FROM document d JOIN batch b ON b.batch_id = d.batch_id
                        LEFT JOIN open_item o ON o.item_id = d.item_id
                        WHERE b.known_at IS NOT NULL AND d.number_key = :key AND d.document_number = :number
                        AND (:instalment = 0 OR d.instalment = :instalment)
                        AND (:type = '' OR d.document_type = :type)
                        AND NOT EXISTS (SELECT 1 FROM document n JOIN batch nb ON nb.batch_id = n.batch_id
                            WHERE n.company = d.company AND n.document_number = d.document_number
                            AND n.document_type = d.document_type AND n.instalment = d.instalment
                            AND n.version > d.version AND nb.known_at IS NOT NULL)"""
                        + IN_COMPANY.formatted("d") + " ORDER BY d.company, d.document_type, d.instalment")
                .bind("key", ReferenceKey.of(number)).bind("number", number).bind("instalment", instalment).bind("type", type)
                .bind("company", company).map(this::readItem).list();
    }

    public Optional<ItemState> item(long id) {
        return handle.createQuery("""
                        SELECT d.*, o.open_amount FROM document d JOIN batch b ON b.batch_id = d.batch_id
                        LEFT JOIN open_item o ON o.item_id = d.item_id
                        WHERE b.known_at IS NOT NULL AND d.item_id = :id""")
                .bind("id", id).map(this::readItem).findOne();
    }

    private ItemState readItem(ResultSet row, StatementContext context) throws SQLException {
        long id = row.getLong("item_id");
        Currency currency = Currency.getInstance(row.getString("currency"));
        CustomerId customer = new CustomerId(row.getString("company"), row.getString("customer_id"));
        DocumentKey key = new DocumentKey(customer.company(), DocumentType.valueOf(row.getString("document_type")),
                row.getString("document_number"), row.getInt("instalment"));
        return new ItemState(id, key, row.getInt("version"), customer, row.getObject("issue_date", LocalDate.class),
                Money.of(currency, row.getBigDecimal("amount")), Money.of(currency, row.getBigDecimal("open_at_start")),
                row.getString("source"), orZero(currency, row, "open_amount"), !isKnown(customer),
                cancellations(id, currency), AllocationRow.ofItem(handle, id));
    }

    private List<ItemState.Cancellation> cancellations(long itemId, Currency currency) {
        return handle.createQuery("""
                        SELECT c.* FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE b.known_at IS NOT NULL AND c.item_id = :id ORDER BY c.cancellation_id""")
                .bind("id", itemId)
                .map((row, context) -> new ItemState.Cancellation(row.getLong("cancellation_id"),
                        row.getObject("effective_on", LocalDate.class), row.getLong("reverses"),
                        Money.of(currency, row.getBigDecimal("balance_effect")))).list();
    }

    /** Whether a customer record of that number has been published. */
    boolean isKnown(CustomerId customer) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                        WHERE b.known_at IS NOT NULL AND c.company = :company AND c.customer_id = :number""")
                .bind("company", customer.company()).bind("number", customer.number()).mapTo(Long.class).one() > 0;
    }

    private static Money orZero(Currency currency, ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column) == null ? Money.zero(currency) : Money.of(currency, row.getBigDecimal(column));
    }
}
