package org.saldo.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;

/**
 * Changes of what is open, collected and then written in a few batched statements. Each names the state that it was
 * decided on; when the ledger is no longer in that state, nothing is written and the page is done again.
 */
final class ProjectionChanges {

    private static final int AT_ONCE = 1000;

    private final Batch batch;
    private final String company;
    private final List<Object[]> itemsClosed = new ArrayList<>();
    private final List<Object[]> itemsChanged = new ArrayList<>();
    private final List<Item> itemsReopened = new ArrayList<>();
    private final List<BigDecimal> reopenedAmounts = new ArrayList<>();
    private final List<Object[]> receiptsClosed = new ArrayList<>();
    private final List<Object[]> receiptsParted = new ArrayList<>();
    private final List<Object[]> receiptsLowered = new ArrayList<>();
    private final List<Object[]> receiptsReopened = new ArrayList<>();
    private final List<Object[]> receiptsNoted = new ArrayList<>();

    ProjectionChanges(Batch batch, String company) {
        this.batch = batch;
        this.company = company;
    }

    /** @param changed each item that has changed, as the ledger has it; {@code book} has it as it shall be */
    void items(Collection<Item> changed, ItemBook book) {
        for (Item before : changed) {
            Item after = book.item(before.id());
            if (after.open().equals(before.open())) {
                continue;
            }
            if (!before.isOpen()) {
                itemsReopened.add(before);
                reopenedAmounts.add(after.open().toDecimal());
            } else if (after.isOpen()) {
                itemsChanged.add(new Object[] {after.open().toDecimal(), before.id(), before.open().toDecimal()});
            } else {
                itemsClosed.add(new Object[] {before.id(), before.open().toDecimal()});
            }
        }
    }

    void closeReceipt(long receipt, BigDecimal unapplied, long decision) {
        receiptsClosed.add(new Object[] {receipt, unapplied, decision});
    }

    /** The receipt is applied in part; {@code rest} of it is unapplied. */
    void partReceipt(long receipt, BigDecimal unapplied, long before, BigDecimal rest, long decision, String customer) {
        receiptsParted.add(new Object[] {rest, customer, decision, receipt, unapplied, before});
    }

    /** All of the receipt was used up, and {@code unapplied} of it is free again. */
    void reopenReceipt(long receipt, Money unapplied, long decision, Optional<String> customer) {
        receiptsReopened.add(new Object[] {receipt, company, customer.orElse(null),
                unapplied.currency().getCurrencyCode(), unapplied.toDecimal(), decision});
    }

    void lowerReceipt(long receipt, BigDecimal before, BigDecimal after) {
        receiptsLowered.add(new Object[] {after, receipt, before});
    }

    void noteReceipt(long receipt, BigDecimal unapplied, long before, long decision, Optional<String> customer) {
        receiptsNoted.add(new Object[] {customer.orElse(null), decision, receipt, unapplied, before});
    }

    void write() {
        execute("DELETE FROM open_item WHERE item_id = ? AND open_amount = ?", itemsClosed);
        execute("UPDATE open_item SET open_amount = ? WHERE item_id = ? AND open_amount = ?", itemsChanged);
        execute("DELETE FROM open_receipt WHERE receipt_id = ? AND unapplied = ? AND COALESCE(decision_id, 0) = ?",
                receiptsClosed);
        execute("""
                UPDATE open_receipt SET customer_id = ?, decision_id = ?
                WHERE receipt_id = ? AND unapplied = ? AND COALESCE(decision_id, 0) = ?""", receiptsNoted);
        execute("""
                UPDATE open_receipt SET unapplied = ?, customer_id = ?, decision_id = ?
                WHERE receipt_id = ? AND unapplied = ? AND COALESCE(decision_id, 0) = ?""", receiptsParted);
        List<Object[]> emptied = receiptsLowered.stream().filter(change -> isZero(change[0]))
                .map(change -> new Object[] {change[1], change[2]}).toList();
        execute("DELETE FROM open_receipt WHERE receipt_id = ? AND unapplied = ?", emptied);
        execute("UPDATE open_receipt SET unapplied = ? WHERE receipt_id = ? AND unapplied = ?",
                receiptsLowered.stream().filter(change -> !isZero(change[0])).toList());
        reopen();
    }

    private void reopen() {
        if (itemsReopened.isEmpty() && receiptsReopened.isEmpty()) {
            return;
        }
        receiptsReopened.forEach(row -> batch.add((Long) row[0], Table.OPEN_RECEIPT, row[1], row[2], row[3], row[4], row[5]));
        for (int i = 0; i < itemsReopened.size(); i++) {
            Item item = itemsReopened.get(i);
            batch.add(item.id(), Table.OPEN_ITEM, company, item.customer(),
                    item.open().currency().getCurrencyCode(), item.credit(), reopenedAmounts.get(i));
        }
        try {
            batch.flush();
        } catch (StoreException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isPresent()) {
                throw new Conflict("an item or a receipt was reopened by somebody else");
            }
            throw failure;
        }
    }

    private static boolean isZero(Object amount) {
        return ((BigDecimal) amount).signum() == 0;
    }

    private void execute(String sql, List<Object[]> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = batch.handle().getConnection().prepareStatement(sql)) {
            for (int from = 0; from < changes.size(); from += AT_ONCE) {
                for (Object[] change : changes.subList(from, Math.min(from + AT_ONCE, changes.size()))) {
                    for (int i = 0; i < change.length; i++) {
                        statement.setObject(i + 1, change[i]);
                    }
                    statement.addBatch();
                }
                for (int count : statement.executeBatch()) {
                    if (count != 1) {
                        throw new Conflict("what was open has changed meanwhile");
                    }
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("writing what is open: " + failure.getMessage(), failure);
        }
    }
}
