package org.saldo.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.saldo.ledger.AllocationKind;
import org.saldo.money.Money;
import org.saldo.store.ReferenceLedger.Item;
import org.saldo.store.ReferenceLedger.Payment;
import org.saldo.store.ReferenceLedger.Settled;

/** Writes the events of a random history as rows, with their projections, as the ledger's model has it. */
public final class HistoryWriter {

    private static final String RULE = "quoted-number";
    private final Batch batch;
    private final LocalDate day;

    HistoryWriter(Batch batch) {
        this.batch = batch;
        this.day = batch.day();
    }

    void document(Item item, Integer openingLevel, long fullAmount) {
        item.id = batch.add(Table.DOCUMENT, item.company, item.type, item.number, 1, item.version, item.number,
                item.customer, day, day.plusDays(30), day, item.currency, amount(fullAmount, item.currency),
                amount(item.amount, item.currency), openingLevel, "", null, null, null, "", "", "", "", "", "", "test:1",
                "hash");
        batch.add(item.id, Table.OPEN_ITEM, item.company, item.customer, item.currency, item.isCredit(),
                amount(item.amount, item.currency));
    }

    void receipt(Payment payment, String text, String returnOf, boolean opening) {
        payment.id = batch.add(Table.RECEIPT, payment.company, "DE89370400440532013000", payment.paymentId, day, day, day,
                payment.currency, amount(payment.amount, payment.currency), "Payer", "", "", text, "", "", "TRANSFER", null,
                returnOf, returnOf.isEmpty() ? "" : "AM04", "DE", null, null, null, opening, "test:1", "hash");
        batch.add(payment.id, Table.OPEN_RECEIPT, payment.company, null, payment.currency,
                amount(payment.amount, payment.currency), null);
    }

    /** @param left what is unapplied at the time */
    void decision(Payment payment, String customer, boolean notOurs) {
        long id = batch.add(Table.DECISION, payment.company, payment.id, customer == null ? "DEFERRED" : "APPLIED", "reason",
                notOurs ? "NOT_OURS" : "", customer, payment.customer, payment.currency,
                amount(payment.amount, payment.currency), RULE, "1", "name", "quotes", "", "rules", day, day);
        batch.flush();
        batch.handle().createUpdate("UPDATE open_receipt SET customer_id = :customer, decision_id = :id WHERE receipt_id = :r")
                .bind("customer", customer).bind("id", id).bind("r", payment.id).execute();
    }

    void allocation(Settled row) {
        row.id = add(row, row.amount, null);
        project(row, 1);
    }

    void reversal(Settled row) {
        add(row, -row.amount, row.id);
        project(row, -1);
    }

    void cancellation(Item item) {
        cancel(item, item.isCredit() ? -item.amount : item.amount, null);
        batch.flush();
        setOpen(item, item.amount, 0);
    }

    void restoration(Item item) {
        batch.flush();
        Long cancelled = batch.handle().createQuery("""
                        SELECT MAX(cancellation_id) FROM cancellation WHERE item_id = :item AND reverses IS NULL""")
                .bind("item", item.id).mapTo(Long.class).one();
        cancel(item, item.isCredit() ? item.amount : -item.amount, cancelled);
        setOpen(item, 0, item.amount);
    }

    private void cancel(Item item, long effect, Long reverses) {
        batch.add(Table.CANCELLATION, item.company, item.id, item.customer, item.currency, amount(effect, item.currency),
                "person", "because", day, day, reverses);
    }

    private long add(Settled row, long signed, Long reverses) {
        String company = row.item == null ? row.payment.company : row.item.company;
        String currency = row.item == null ? row.payment.currency : row.item.currency;
        String customer = row.item == null ? row.payment.customer : row.item.customer;
        String payer = row.kind == AllocationKind.PAYMENT && !row.payment.customer.equals(customer)
                ? row.payment.customer : null;
        return batch.add(Table.ALLOCATION, company, row.kind.name(), row.payment == null ? null : row.payment.id,
                row.item == null ? null : row.item.id, row.creditNote == null ? null : row.creditNote.id,
                row.returned == null ? null : row.returned.id, customer, payer, currency, amount(signed, currency), RULE, "1",
                "quotes", "rules", "because", day, day, reverses,
                row.isExchange() ? amount(signed < 0 ? -row.cash() : row.cash(), row.payment.currency) : null,
                row.isExchange() ? row.payment.currency : null);
    }

    /** Called before the reference ledger changes: its numbers are those before the event. */
    private void project(Settled row, int sign) {
        batch.flush();
        long amount = sign * row.amount;
        long cash = sign * row.cash();
        if (row.item != null) {
            setOpen(row.item, row.item.open, row.item.open - amount);
        }
        if (row.creditNote != null) {
            setOpen(row.creditNote, row.creditNote.open, row.creditNote.open - amount);
        }
        if (row.kind.usesCash()) {
            setLeft(row.payment, row.payment.left, row.payment.left - cash);
        }
        if (row.returned != null) {
            setLeft(row.returned, row.returned.left, row.returned.left + cash);
        }
    }

    private void setOpen(Item item, long was, long open) {
        if (was == 0) {
            batch.add(item.id, Table.OPEN_ITEM, item.company, item.customer, item.currency, item.isCredit(),
                    amount(open, item.currency));
            batch.flush();
            return;
        }
        change(open == 0 ? "DELETE FROM open_item WHERE item_id = :id AND open_amount = :was"
                : "UPDATE open_item SET open_amount = :now WHERE item_id = :id AND open_amount = :was", item.id,
                amount(was, item.currency), amount(open, item.currency));
    }

    private void setLeft(Payment payment, long was, long left) {
        if (was == 0) {
            Long decision = batch.handle().createQuery("SELECT MAX(decision_id) FROM decision WHERE receipt_id = :id")
                    .bind("id", payment.id).mapTo(Long.class).one();
            batch.add(payment.id, Table.OPEN_RECEIPT, payment.company, payment.customer, payment.currency,
                    amount(left, payment.currency), decision);
            batch.flush();
            return;
        }
        change(left == 0 ? "DELETE FROM open_receipt WHERE receipt_id = :id AND unapplied = :was"
                : "UPDATE open_receipt SET unapplied = :now WHERE receipt_id = :id AND unapplied = :was", payment.id,
                amount(was, payment.currency), amount(left, payment.currency));
    }

    private void change(String sql, long id, BigDecimal was, BigDecimal now) {
        var update = batch.handle().createUpdate(sql).bind("id", id).bind("was", was);
        if (sql.contains(":now")) {
            update.bind("now", now);
        }
        if (update.execute() != 1) {
            throw new Conflict("row " + id + " is not as expected");
        }
    }

    public static BigDecimal amount(long minor, String currency) {
        return Money.ofMinor(Currency.getInstance(currency), minor).toDecimal();
    }
}
