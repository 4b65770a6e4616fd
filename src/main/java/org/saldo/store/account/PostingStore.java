package org.saldo.store.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.saldo.ledger.Posting;
import org.saldo.ledger.Postings.Holding;
import org.saldo.store.BatchesKnown;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/**
 * The postings of the ledger's events, derived from the rows a page at a time: documents first, then cancellations,
 * receipts, decisions and allocations, each in the order of their ids. The lines of an event stand together.
 */
public final class PostingStore {

    private final Database database;

    public PostingStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Which postings are asked for: of one company or all, effective up to a day, known up to an instant. */
    public record Question(Optional<String> company, Optional<LocalDate> effectiveUpTo, Optional<Instant> knownAt) {

        public static final Question ALL = new Question(Optional.empty(), Optional.empty(), Optional.empty());

        private boolean asksFor(StoredRow row) {
            return company.isEmpty() || company.get().equals(row.text("company"));
        }

        private boolean asksFor(Posting posting) {
            return effectiveUpTo.isEmpty() || !posting.effectiveOn().isAfter(effectiveUpTo.get());
        }
    }

    /** Gives the postings to {@code to}, page by page, over one state of the database. */
    public void read(Question question, Consumer<List<Posting>> to) {
        database.jdbi().useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            TableScan scan = new TableScan(handle.getConnection());
            BatchesKnown batches = BatchesKnown.read(handle.getConnection(), question.knownAt().orElse(Instant.MAX));
            Stream.of(Table.DOCUMENT, Table.CANCELLATION, Table.RECEIPT, Table.DECISION, Table.ALLOCATION).forEach(table ->
                    scan.pages(table, (range, page) -> {
                        List<StoredRow> rows = page.stream().filter(batches::counts).filter(question::asksFor).toList();
                        to.accept(postings(scan, batches, table, rows).filter(question::asksFor).toList());
                    }));
        });
    }

    private static Stream<Posting> postings(TableScan scan, BatchesKnown batches, Table table, List<StoredRow> rows) {
        return switch (table) {
            case DOCUMENT -> rows.stream().flatMap(row -> PostingRows.document(row).stream());
            case RECEIPT -> rows.stream().flatMap(row -> PostingRows.receipt(row).stream());
            case CANCELLATION -> {
                Map<Long, StoredRow> documents = named(scan, Table.DOCUMENT, "item_id", rows);
                yield rows.stream().flatMap(row ->
                        PostingRows.cancellation(row, documents.get(row.number("item_id"))).stream());
            }
            case DECISION -> decisions(scan, batches, rows);
            default -> allocations(scan, rows);
        };
    }

    private static Stream<Posting> decisions(TableScan scan, BatchesKnown batches, List<StoredRow> rows) {
        Map<Long, StoredRow> receipts = named(scan, Table.RECEIPT, "receipt_id", rows);
        Map<Long, Holding> before = new HashMap<>();
        Map<Long, List<StoredRow>> ofReceipt = scan.among(Table.DECISION, "receipt_id", receipts.keySet()).stream()
                .filter(batches::counts).collect(Collectors.groupingBy(row -> row.number("receipt_id")));
        ofReceipt.values().forEach(decisions -> {
            Holding held = Holding.UNIDENTIFIED;
            List<StoredRow> inOrder = new ArrayList<>(decisions);
            inOrder.sort(Comparator.comparing(batches::knownAt).thenComparing(StoredRow::id));
            for (StoredRow decision : inOrder) {
                before.put(decision.id(), held);
                held = PostingRows.holding(decision);
            }
        });
        return rows.stream().flatMap(row -> PostingRows.decision(row, before.get(row.id()),
                receipts.get(row.number("receipt_id")).text("payment_id")).stream());
    }

    private static Stream<Posting> allocations(TableScan scan, List<StoredRow> rows) {
        Map<Long, StoredRow> documents = named(scan, Table.DOCUMENT, "item_id", rows);
        Map<Long, StoredRow> receipts = named(scan, Table.RECEIPT, "receipt_id", rows);
        return rows.stream().flatMap(row -> {
            Optional<StoredRow> document = Optional.ofNullable(row.number("item_id")).map(documents::get);
            Optional<StoredRow> receipt = Optional.ofNullable(row.number("receipt_id")).map(receipts::get);
            String text = Stream.of(Optional.of(row.text("kind")), receipt.map(found -> found.text("payment_id")),
                    document.map(PostingRows::label)).flatMap(Optional::stream).collect(Collectors.joining(" "));
            return PostingRows.allocation(row, document.map(PostingRows::taxCode).orElse(""), text).stream();
        });
    }

    private static Map<Long, StoredRow> named(TableScan scan, Table table, String column, List<StoredRow> rows) {
        List<Long> ids = rows.stream().map(row -> row.number(column)).filter(Objects::nonNull).toList();
        return scan.among(table, table.key(), ids).stream().collect(Collectors.toMap(StoredRow::id, row -> row));
    }
}
