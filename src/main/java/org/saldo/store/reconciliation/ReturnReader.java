package org.saldo.store.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;
import org.saldo.store.Cash;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;

/** Finds the payment that came back and what it has paid. */
public final class ReturnReader {

    /**
     * An active allocation of the payment, or a discount, write-off or credit note that it claimed; {@code cash} is what it
     * has used of the payment, in the payment's currency.
     */
    public record Paid(long allocationId, AllocationKind kind, long itemId, Long counterItemId, String customer,
            String payerCustomer, Money amount, Money cash) {
    }

    /** The payment: its id, whose it is, what of it is unapplied, whether anything was decided, and what it has paid. */
    public record Original(long receiptId, Optional<String> customer, Money unapplied, boolean isDecided,
            List<Paid> allocations) {

        /** The items that it has paid, and the credit notes that were netted with them. */
        List<Long> items() {
            return allocations.stream().flatMap(paid -> Stream.of(paid.itemId(), paid.counterItemId()))
                    .filter(Objects::nonNull).toList();
        }
    }

    private final Handle handle;

    public ReturnReader(Handle handle) {
        this.handle = handle;
    }

    /** The payment that {@code returned} names, on the same account; empty when it is not known. */
    Optional<Original> original(Receipt returned) {
        return find(returned).map(receipt -> original(receipt, returned.amount().currency()));
    }

    /** The id of that payment. */
    public Optional<Long> find(Receipt returned) {
        return handle.createQuery("""
                        SELECT r.receipt_id FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE r.company = :company AND r.account = :account AND r.payment_id = :payment
                        AND r.currency = :currency AND r.amount > 0 AND b.known_at IS NOT NULL""")
                .bind("company", returned.key().company()).bind("account", returned.key().account())
                .bind("payment", returned.returnOf()).bind("currency", returned.amount().currency().getCurrencyCode())
                .mapTo(Long.class).findOne();
    }

    /** What is known of this payment. */
    Original original(long receipt, Currency currency) {
        Money unapplied = handle.createQuery("SELECT unapplied FROM open_receipt WHERE receipt_id = :id")
                .bind("id", receipt).map((row, context) -> Money.of(currency, row.getBigDecimal(1)))
                .findOne().orElse(Money.zero(currency));
        List<DecisionHead> decision = handle.createQuery("""
                        SELECT d.decision_id, d.customer_id FROM decision d JOIN batch b ON b.batch_id = d.batch_id
                        WHERE d.receipt_id = :id AND b.known_at IS NOT NULL ORDER BY d.decision_id DESC LIMIT 1""")
                .bind("id", receipt).map((row, context) -> new DecisionHead(row.getLong(1), row.getString(2))).list();
        List<Paid> paid = handle.createQuery("""
                        SELECT a.allocation_id, a.kind, a.item_id, a.counter_item_id, a.customer_id, a.payer_customer_id,
                               a.amount, a.currency, a.receipt_amount, a.receipt_currency
                        FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
                        WHERE a.receipt_id = :id AND a.kind <> 'REFUND' AND a.amount > 0 AND b.known_at IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.allocation_id)
                        ORDER BY a.allocation_id""")
                .bind("id", receipt).map((row, context) -> paid(row, currency)).list();
        return new Original(receipt, decision.stream().findFirst().flatMap(head -> Optional.ofNullable(head.customer())),
                unapplied, !decision.isEmpty(), paid);
    }

    /** Where the payment's money is: its disposition, as in {@link DecisionRow}, and the last day on which that changed. */
    record Place(String disposition, LocalDate since) {
    }

    /** Where the money of the original is, before it goes back. */
    Place place(Original original) {
        List<DecisionRow> decisions = DecisionRow.ofReceipt(handle, original.receiptId());
        List<AllocationRow> allocations = AllocationRow.ofReceipt(handle, original.receiptId());
        LocalDate booked = handle.createQuery("SELECT booking_date FROM receipt WHERE receipt_id = :id")
                .bind("id", original.receiptId()).mapTo(LocalDate.class).one();
        LocalDate since = allocations.stream().filter(AllocationRow::isActive).map(AllocationRow::effectiveOn)
                .reduce(Days.freeSince(booked, decisions, allocations), Days::later);
        return new Place(decisions.isEmpty() ? "" : decisions.get(decisions.size() - 1).disposition(), since);
    }

    private static Paid paid(ResultSet row, Currency currency) throws SQLException {
        AllocationKind kind = AllocationKind.valueOf(row.getString(2));
        Money amount = Money.of(Currency.getInstance(row.getString("currency")), row.getBigDecimal("amount"));
        return new Paid(row.getLong(1), kind, row.getLong(3), (Long) row.getObject(4), row.getString(5), row.getString(6),
                amount, kind.usesCash() ? Cash.of(row, amount) : Money.zero(currency));
    }

    private record DecisionHead(long id, String customer) {
    }
}
