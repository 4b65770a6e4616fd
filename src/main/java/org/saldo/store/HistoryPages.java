package org.saldo.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.saldo.store.TableScan.IdRange;

/**
 * Puts items and receipts together with the rows that decide what is open of them, a page at a time. Only the refunds,
 * which are few, are held in memory: no index leads from a return to them.
 */
public final class HistoryPages {

    private final TableScan scan;
    private final BatchesKnown batches;
    private final Map<Long, List<StoredRow>> refundsByReturn = new HashMap<>();

    public HistoryPages(TableScan scan, BatchesKnown batches) {
        this.scan = scan;
        this.batches = batches;
    }

    /** Takes note of a refund; all of them must be known before the first page of receipts. */
    public void noteRefund(StoredRow allocation) {
        if (ReceiptHistory.isRefund(allocation) && allocation.has("counter_receipt_id")) {
            refundsByReturn.computeIfAbsent(allocation.number("counter_receipt_id"), any -> new ArrayList<>(2)).add(allocation);
        }
    }

    /** The items of a page of documents, and the rows in their range that belong to no published document. */
    public Page<ItemHistory> items(IdRange range, List<StoredRow> documents) {
        Map<Long, ItemHistory> states = new LinkedHashMap<>();
        documents.stream().filter(batches::counts).forEach(row -> states.put(row.id(), new ItemHistory(row)));
        List<StoredRow> strays = new ArrayList<>();
        attach(Table.ALLOCATION, "item_id", range, strays, row -> states.get(row.number("item_id")), ItemHistory::addSettled);
        attach(Table.ALLOCATION, "counter_item_id", range, strays, row -> states.get(row.number("counter_item_id")),
                (state, row) -> {
                    if (ItemHistory.netsCreditNote(row)) {
                        state.addNetted(row);
                    }
                });
        attach(Table.CANCELLATION, "item_id", range, strays, row -> states.get(row.number("item_id")),
                ItemHistory::addCancellation);
        attach(Table.OPEN_ITEM, "item_id", range, strays, row -> states.get(row.id()), ItemHistory::setProjection);
        return new Page<>(List.copyOf(states.values()), strays);
    }

    /** The receipts of a page, and the rows in their range that belong to no published receipt. */
    public Page<ReceiptHistory> receipts(IdRange range, List<StoredRow> receipts) {
        Map<Long, ReceiptHistory> states = new LinkedHashMap<>();
        receipts.stream().filter(batches::counts).forEach(row -> states.put(row.id(), new ReceiptHistory(row)));
        List<StoredRow> strays = new ArrayList<>();
        List<StoredRow> decisions = published(Table.DECISION, "receipt_id", range);
        decisions.sort(Comparator.comparing(batches::knownAt).thenComparing(StoredRow::id));
        attach(decisions, strays, row -> states.get(row.number("receipt_id")), ReceiptHistory::addDecision);
        attach(Table.ALLOCATION, "receipt_id", range, strays, row -> states.get(row.number("receipt_id")),
                ReceiptHistory::addAllocation);
        attach(Table.OPEN_RECEIPT, "receipt_id", range, strays, row -> states.get(row.id()), ReceiptHistory::setProjection);
        states.forEach((id, state) -> refundsByReturn.getOrDefault(id, List.of()).forEach(state::addRefund));
        return new Page<>(List.copyOf(states.values()), strays);
    }

    private <S> void attach(Table table, String column, IdRange range, List<StoredRow> strays, Owner<S> owner,
                            Attachment<S> attachment) {
        attach(published(table, column, range), strays, owner, attachment);
    }

    private static <S> void attach(List<StoredRow> rows, List<StoredRow> strays, Owner<S> owner, Attachment<S> attachment) {
        for (StoredRow row : rows) {
            S state = owner.of(row);
            if (state == null) {
                strays.add(row);
            } else {
                attachment.add(state, row);
            }
        }
    }

    private List<StoredRow> published(Table table, String column, IdRange range) {
        List<StoredRow> rows = scan.range(table, column, range);
        rows.removeIf(row -> !batches.counts(row));
        rows.sort(Comparator.comparing(StoredRow::id));
        return rows;
    }

    /** The states of one page, and the rows that belong to none. */
    public record Page<S>(List<S> states, List<StoredRow> strays) {

        public void forEach(Consumer<S> action) {
            states.forEach(action);
        }
    }

    private interface Owner<S> {
        S of(StoredRow row);
    }

    private interface Attachment<S> {
        void add(S state, StoredRow row);
    }
}
