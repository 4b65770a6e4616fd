package org.saldo.store.account;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.store.KnownBatches;

/** The documents of customers, and the receipts that came to them and went away again, as known at an instant. */
record AccountRows(List<Document> documents, List<Holding> holdings) {

    // The first column of each is the row's batch, which says since when it is known.
    private static final String DOCUMENTS = """
            SELECT d.batch_id, d.item_id, d.document_type, d.document_number, d.instalment, d.issue_date, d.due_date, d.currency,
                   d.amount, d.open_at_start, d.purchase_order, d.customer_id
            FROM {customers} JOIN document d ON d.company = :company AND d.customer_id = n.customer_id
            WHERE d.issue_date <= :day""";

    private static final String HOLDINGS = """
            SELECT x.batch_id, x.decision_id, x.receipt_id, x.effective_on, x.currency, x.receipt_amount,
                   r.payment_id, r.booking_date, r.remittance_text, r.amount, r.return_of, x.customer_id, 0
            FROM {customers} JOIN decision x ON x.company = :company AND x.customer_id = n.customer_id
            JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND (x.previous_customer_id IS NULL OR x.previous_customer_id <> x.customer_id)
            UNION ALL
            SELECT x.batch_id, x.decision_id, x.receipt_id, x.effective_on, x.currency, x.receipt_amount,
                   r.payment_id, r.booking_date, r.remittance_text, r.amount, r.return_of, x.previous_customer_id, 1
            FROM {customers} JOIN decision x ON x.company = :company AND x.previous_customer_id = n.customer_id
            JOIN receipt r ON r.receipt_id = x.receipt_id
            WHERE x.effective_on <= :day
              AND (x.customer_id IS NULL OR x.previous_customer_id <> x.customer_id)""";

    /** @param asOf up to its day; who looks only at what was there earlier leaves later ones out */
    static AccountRows read(Handle handle, AsOf asOf, KnownBatches batches) {
        return new AccountRows(documents(handle, asOf, batches), holdings(handle, asOf, batches));
    }

    static List<Document> documents(Handle handle, AsOf asOf, KnownBatches batches) {
        return batches.rows(handle, asOf.query(handle, DOCUMENTS), asOf.knownAt(), Document::read);
    }

    static List<Holding> holdings(Handle handle, AsOf asOf, KnownBatches batches) {
        return batches.rows(handle, asOf.query(handle, HOLDINGS), asOf.knownAt(), Holding::read);
    }

    AccountRows upTo(LocalDate day) {
        return new AccountRows(documents.stream().filter(each -> !each.issuedOn().isAfter(day)).toList(),
                holdings.stream().filter(each -> !each.effectiveOn().isAfter(day)).toList());
    }

    /** A document, or one instalment of it. */
    record Document(Instant knownAt, long item, DocumentType type, String number, int instalment, LocalDate issuedOn,
                    LocalDate dueOn, Money amount, Money openAtStart, String purchaseOrder, String customer) {

        private static Function<Instant, Document> read(ResultSet row) throws SQLException {
            long item = row.getLong(2);
            DocumentType type = DocumentType.valueOf(row.getString(3));
            int instalment = row.getInt(5);
            String number = instalment == 1 ? row.getString(4) : row.getString(4) + "/" + instalment;
            LocalDate issuedOn = row.getObject(6, LocalDate.class);
            LocalDate dueOn = row.getObject(7, LocalDate.class);
            Currency currency = Currency.getInstance(row.getString(8));
            Money amount = Money.of(currency, row.getBigDecimal(9));
            Money openAtStart = Money.of(currency, row.getBigDecimal(10));
            String purchaseOrder = row.getString(11);
            String customer = row.getString(12);
            return knownAt -> new Document(knownAt, item, type, number, instalment, issuedOn, dueOn, amount, openAtStart,
                    purchaseOrder, customer);
        }

        Movement movement() {
            return new Movement(item, MovementKind.valueOf(type.name()), issuedOn, knownAt, number, purchaseOrder, false,
                    type.isCredit() ? openAtStart.negated() : openAtStart);
        }
    }

    /** A receipt that came to a customer by a decision, or went away from it. */
    record Holding(Instant knownAt, long decision, long receipt, LocalDate effectiveOn, Money moved, String paymentId,
                   LocalDate bookedOn, String text, Money amount, boolean returned, String customer, boolean goesAway) {

        private static Function<Instant, Holding> read(ResultSet row) throws SQLException {
            long decision = row.getLong(2);
            long receipt = row.getLong(3);
            LocalDate effectiveOn = row.getObject(4, LocalDate.class);
            Currency currency = Currency.getInstance(row.getString(5));
            Money moved = Money.of(currency, row.getBigDecimal(6));
            String paymentId = row.getString(7);
            LocalDate bookedOn = row.getObject(8, LocalDate.class);
            String text = row.getString(9);
            Money amount = Money.of(currency, row.getBigDecimal(10));
            boolean returned = !row.getString(11).isEmpty();
            String customer = row.getString(12);
            boolean goesAway = row.getInt(13) == 1;
            return knownAt -> new Holding(knownAt, decision, receipt, effectiveOn, moved, paymentId, bookedOn, text, amount,
                    returned, customer, goesAway);
        }

        /** What came, less what went away again. */
        BigDecimal held() {
            return goesAway ? moved.negated().toDecimal() : moved.toDecimal();
        }

        Movement movement() {
            return new Movement(decision, kind(), effectiveOn, knownAt, paymentId, text, goesAway,
                    goesAway ? moved : moved.negated());
        }

        private MovementKind kind() {
            if (moved.isPositive()) {
                return MovementKind.RECEIPT;
            }
            return returned ? MovementKind.RETURNED_PAYMENT : MovementKind.PAID_OUT;
        }
    }
}
