package org.saldo.store;

import java.math.BigDecimal;
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
public final class ProjectionChanges {

    private static final RowChange CLOSE_ITEM = new RowChange("open_item", "item_id", List.of(), List.of("open_amount"));
    private static final RowChange CHANGE_ITEM = new RowChange("open_item", "item_id", List.of("open_amount"),
            List.of("open_amount"));
    private static final RowChange CLOSE_RECEIPT = new RowChange("open_receipt", "receipt_id", List.of(),
            List.of("unapplied", "decision_id"));
    private static final RowChange NOTE_RECEIPT = new RowChange("open_receipt", "receipt_id",
            List.of("customer_id", "decision_id"), List.of("unapplied", "decision_id"));
    private static final RowChange PART_RECEIPT = new RowChange("open_receipt", "receipt_id",
            List.of("unapplied", "customer_id", "decision_id"), List.of("unapplied", "decision_id"));
    private static final RowChange EMPTY_RECEIPT = new RowChange("open_receipt", "receipt_id", List.of(),
            List.of("unapplied"));
    private static final RowChange LOWER_RECEIPT = new RowChange("open_receipt", "receipt_id", List.of("unapplied"),
            List.of("unapplied"));

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

    public ProjectionChanges(Batch batch, String company) {
        this.batch = batch;
        this.company = company;
    }

    /** @param changed each item that has changed, as the ledger has it; {@code book} has it as it shall be */
    public void items(Collection<Item> changed, ItemBook book) {
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

    public void closeReceipt(long receipt, BigDecimal unapplied, long decision) {
        receiptsClosed.add(new Object[] {receipt, unapplied, decision});
    }

    /** The receipt is applied in part; {@code rest} of it is unapplied. */
    public void partReceipt(long receipt, BigDecimal unapplied, long before, BigDecimal rest, long decision, String customer) {
        receiptsParted.add(new Object[] {rest, customer, decision, receipt, unapplied, before});
    }

    /** All of the receipt was used up, and {@code unapplied} of it is free again. */
    public void reopenReceipt(long receipt, Money unapplied, long decision, Optional<String> customer) {
        receiptsReopened.add(new Object[] {receipt, company, customer.orElse(null),
                unapplied.currency().getCurrencyCode(), unapplied.toDecimal(), decision});
    }

    public void lowerReceipt(long receipt, BigDecimal before, BigDecimal after) {
        receiptsLowered.add(new Object[] {after, receipt, before});
    }

    public void noteReceipt(long receipt, BigDecimal unapplied, long before, long decision, Optional<String> customer) {
        receiptsNoted.add(new Object[] {customer.orElse(null), decision, receipt, unapplied, before});
    }

    public void write() {
        execute(CLOSE_ITEM, itemsClosed);
        execute(CHANGE_ITEM, itemsChanged);
        execute(CLOSE_RECEIPT, receiptsClosed);
        execute(NOTE_RECEIPT, receiptsNoted);
        execute(PART_RECEIPT, receiptsParted);
        execute(EMPTY_RECEIPT, receiptsLowered.stream().filter(change -> isZero(change[0]))
                .map(change -> new Object[] {change[1], change[2]}).toList());
        execute(LOWER_RECEIPT, receiptsLowered.stream().filter(change -> !isZero(change[0])).toList());
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

    private void execute(RowChange change, List<Object[]> rows) {
        try {
            change.apply(batch.handle().getConnection(), rows);
        } catch (SQLException failure) {
            throw new StoreException("writing what is open: " + failure.getMessage(), failure);
        }
    }
}
