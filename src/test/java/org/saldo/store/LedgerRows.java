package org.saldo.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A ledger's rows as a test wants to read them: one line each, amounts with two decimals. */
public final class LedgerRows {

    private final Ledger ledger;

    public LedgerRows(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Payment, document, amount, kind and effective day, in the order of writing. */
    public List<String> allocations() {
        return AllocationRows.of(ledger.database()).stream().map(row -> String.join(" ", row.paymentId(),
                row.documentNumber(), row.amount().toPlainString(), row.kind(), row.effectiveOn())).toList();
    }

    /** Document and open amount, by number. */
    public List<String> openItems() {
        return lines("""
                SELECT d.document_number, o.open_amount FROM open_item o JOIN document d ON d.item_id = o.item_id
                ORDER BY d.document_number, d.instalment""", 2);
    }

    /** Payment, unapplied amount, customer and reason, by payment. */
    public List<String> openReceipts() {
        return lines("""
                SELECT r.payment_id, o.unapplied, o.customer_id, d.reason
                FROM open_receipt o JOIN receipt r ON r.receipt_id = o.receipt_id
                LEFT JOIN decision d ON d.decision_id = o.decision_id ORDER BY r.payment_id""", 4);
    }

    /** All that was decided of each receipt, with its evidence, by payment and in the order of writing. */
    public List<String> decisions() {
        return lines("""
                SELECT r.payment_id, d.outcome, d.reason, d.rule, d.customer_id, d.payer_proof, d.evidence, d.alternatives
                FROM decision d JOIN receipt r ON r.receipt_id = d.receipt_id ORDER BY r.payment_id, d.decision_id""", 8);
    }

    public long count(String table) {
        return ledger.database().jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }

    /** A decision on an open receipt by a person, which leaves its customer open. */
    public void decideByPerson(String paymentId, String person, String disposition) {
        LocalDate day = LocalDate.of(2026, 3, 31);
        ledger.write(BatchKind.PERSON, person, day, batch -> {
            long receipt = batch.handle().createQuery("SELECT receipt_id FROM receipt WHERE payment_id = :id")
                    .bind("id", paymentId).mapTo(Long.class).one();
            BigDecimal amount = batch.handle().createQuery("SELECT amount FROM receipt WHERE receipt_id = :id")
                    .bind("id", receipt).mapTo(BigDecimal.class).one();
            long decision = batch.add(Table.DECISION, "main", receipt, "DEFERRED", "PERSON", disposition, null, null, "EUR",
                    amount, "person", "1", "", "", "", person, day, day);
            batch.flush();
            batch.handle().createUpdate("UPDATE open_receipt SET decision_id = :decision WHERE receipt_id = :receipt")
                    .bind("decision", decision).bind("receipt", receipt).execute();
        });
    }

    private List<String> lines(String sql, int columns) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(sql).map((row, context) -> {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
                Object value = row.getObject(i);
                Object shown = value instanceof BigDecimal amount ? amount.setScale(2).toPlainString() : value;
                line.append(i == 1 ? "" : " ").append(shown == null ? "-" : shown);
            }
            return line.toString();
        }).list());
    }
}
