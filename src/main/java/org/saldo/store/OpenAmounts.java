package org.saldo.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;
import org.saldo.money.Money;

/**
 * Moves the projections on by one decision. Each change names what it had read; when that is no longer so, nothing is
 * written ({@link Conflict}) and the decision is taken again from the new state.
 */
public final class OpenAmounts {

    private final Batch batch;
    private final Handle handle;

    public OpenAmounts(Batch batch) {
        this.batch = batch;
        this.handle = batch.handle();
    }

    public void item(ItemState item, Money open) {
        if (item.open().isZero() && open.isZero()) {
            return;
        }
        if (item.open().isZero()) {
            insertItem(item, open);
            return;
        }
        Update change = open.isZero()
                ? handle.createUpdate("DELETE FROM open_item WHERE item_id = :id AND open_amount = :was")
                : handle.createUpdate("UPDATE open_item SET open_amount = :open WHERE item_id = :id AND open_amount = :was")
                        .bind("open", open.toDecimal());
        one(change.bind("id", item.id()).bind("was", item.open().toDecimal()), item.key().label());
    }

    private void insertItem(ItemState item, Money open) {
        one(handle.createUpdate("""
                        INSERT INTO open_item (item_id, batch_id, company, customer_id, currency, credit, open_amount)
                        VALUES (:id, :batch, :company, :customer, :currency, :credit, :open)""")
                .bind("id", item.id()).bind("batch", batch.id()).bind("company", item.customer().company())
                .bind("customer", item.customer().number()).bind("currency", open.currency().getCurrencyCode())
                .bind("credit", item.key().type().isCredit()).bind("open", open.toDecimal()), item.key().label());
    }

    public void receipt(ReceiptState receipt, Money unapplied, Optional<String> customer, long decision) {
        if (receipt.unapplied().isZero() && unapplied.isZero()) {
            return;
        }
        if (receipt.unapplied().isZero()) {
            insertReceipt(receipt, unapplied, customer, decision);
            return;
        }
        String still = " WHERE receipt_id = :id AND unapplied = :was AND COALESCE(decision_id, 0) = :shown";
        Update change = unapplied.isZero() ? handle.createUpdate("DELETE FROM open_receipt" + still)
                : handle.createUpdate("UPDATE open_receipt SET unapplied = :unapplied, customer_id = :customer,"
                                + " decision_id = :decision" + still)
                        .bind("unapplied", unapplied.toDecimal()).bind("customer", customer.orElse(null))
                        .bind("decision", decision);
        one(change.bind("id", receipt.id()).bind("was", receipt.unapplied().toDecimal())
                .bind("shown", receipt.shownDecision()), receipt.paymentId());
    }

    private void insertReceipt(ReceiptState receipt, Money unapplied, Optional<String> customer, long decision) {
        one(handle.createUpdate("""
                        INSERT INTO open_receipt
                        (receipt_id, batch_id, company, customer_id, currency, unapplied, decision_id)
                        VALUES (:id, :batch, :company, :customer, :currency, :unapplied, :decision)""")
                .bind("id", receipt.id()).bind("batch", batch.id()).bind("company", receipt.key().company())
                .bind("customer", customer.orElse(null)).bind("currency", unapplied.currency().getCurrencyCode())
                .bind("unapplied", unapplied.toDecimal()).bind("decision", decision == 0 ? null : Long.valueOf(decision)),
                receipt.paymentId());
    }

    private static void one(Update change, String what) {
        try {
            if (change.execute() != 1) {
                throw new Conflict(what + " was changed by another transaction");
            }
        } catch (JdbiException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isPresent()) {
                throw new Conflict(what + " was opened by another transaction");
            }
            throw failure;
        }
    }
}
