package org.saldo.store.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.CustomerId;
import org.saldo.store.BatchesKnown;
import org.saldo.store.Contents;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.StoreException;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementStore;

/**
 * Reads all that proves one customer's account, and nothing of another customer's: what names others (who was taken for
 * the payer before, other proposals and their evidence, who paid for whom) is left out.
 */
public final class EvidenceStore {

    private static final Set<String> LEFT_OUT = Set.of("batch_id", "previous_customer_id", "payer_customer_id", "alternatives",
            "payer_proof", "number_key", "content_hash", "name_key", "legal_name_key", "parent_number", "source");
    private static final Set<Table> WITHOUT_EVIDENCE = Set.of(Table.DECISION, Table.ALLOCATION);
    private static final Set<Table> WITH_SOURCE = Set.of(Table.DISPUTE, Table.PAYMENT_PROMISE, Table.INSTALMENT_PLAN);
    private static final List<String> REGISTER_END = List.of("company", "last_number", "last_hash");

    private final Database database;

    public EvidenceStore(Ledger ledger) {
        this.database = ledger.database();
    }

    /** Bytes of the pack under the name that they get, and the hash under which they are kept. */
    public record Kept(String name, String sha256) {
    }

    /** A table of the pack, to be written row by row. */
    public interface Tables {

        /** Where the rows of this table go. */
        RowSink open(String name, List<String> columns);
    }

    /** Puts the published rows of every table that is about the customer into its sink, by id. */
    public void tables(CustomerId customer, Tables tables) {
        database.jdbi().useHandle(handle -> {
            TableScan scan = new TableScan(handle.getConnection());
            BatchesKnown batches = BatchesKnown.read(handle.getConnection());
            new EvidenceTables(scan, batches, customer).read(receipts(scan, batches, customer))
                    .forEach((table, rows) -> write(table, rows, tables));
            registerEnd(handle, customer, tables);
        });
    }

    /** Where the register ends in which the customer's statements stand, so that their place in its chain can be checked. */
    private static void registerEnd(Handle handle, CustomerId customer, Tables tables) {
        try (RowSink sink = tables.open("statement_register", REGISTER_END)) {
            LedgerRead.forEach(handle.createQuery("SELECT r.company, r.last_number, r.last_hash FROM statement_register r"
                    + " WHERE r.company = :company").bind("company", customer.company()), row ->
                    LedgerRead.put(sink, row.getString(1), row.getLong(2), row.getString(3)));
        } catch (IOException failure) {
            throw new StoreException("writing statement_register: " + failure.getMessage(), failure);
        }
    }

    static List<StoredRow> own(TableScan scan, BatchesKnown batches, Table table, CustomerId customer) {
        return scan.where(table, "company = ? AND customer_id = ?", customer.company(), customer.number()).stream()
                .filter(batches::counts).sorted(Comparator.comparingLong(StoredRow::id)).toList();
    }

    /** The receipts whose latest decision gives them to the customer. */
    private static List<StoredRow> receipts(TableScan scan, BatchesKnown batches, CustomerId customer) {
        List<Long> ids = own(scan, batches, Table.DECISION, customer).stream().map(row -> row.number("receipt_id")).toList();
        Map<Long, StoredRow> latest = new TreeMap<>();
        scan.among(Table.DECISION, "receipt_id", ids).stream().filter(batches::counts)
                .forEach(row -> latest.merge(row.number("receipt_id"), row, (one, other) -> one.id() > other.id() ? one : other));
        List<Long> own = latest.values().stream().filter(row -> customer.number().equals(row.text("customer_id"))
                && customer.company().equals(row.text("company"))).map(row -> row.number("receipt_id")).toList();
        return scan.among(Table.RECEIPT, "receipt_id", own).stream().filter(batches::counts)
                .sorted(Comparator.comparingLong(StoredRow::id)).toList();
    }

    static void write(Table table, List<StoredRow> rows, Tables tables) {
        List<Integer> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            boolean leftOut = LEFT_OUT.contains(column) && !(column.equals("source") && WITH_SOURCE.contains(table));
            if (!leftOut && !(column.equals("evidence") && WITHOUT_EVIDENCE.contains(table))) {
                places.add(i);
                names.add(column);
            }
        }
        try (RowSink sink = tables.open(table.sqlName(), names)) {
            for (StoredRow row : rows) {
                sink.row(places.stream().map(place -> row.values()[place]).toArray());
            }
        } catch (IOException failure) {
            throw new StoreException("writing " + table.sqlName() + ": " + failure.getMessage(), failure);
        }
    }

    /** The statements, the mails of both sides and the scans that are kept of the customer. */
    public List<Kept> kept(CustomerId customer) {
        return database.jdbi().withHandle(handle -> {
            List<Kept> kept = new ArrayList<>();
            StatementStore.rows(handle.createQuery(StatementStore.COLUMNS + """
                            WHERE s.company = :company AND s.customer_id = :number ORDER BY s.statement_id""")
                    .bind("company", customer.company()).bind("number", customer.number())).forEach(row ->
                    kept.add(new Kept("statements/S-" + row.id() + "-" + row.key().currency() + "-" + row.key().number() + ".pdf",
                            row.pdfSha256())));
            kept.addAll(named(handle, customer, "replies/R-", ".eml", """
                    SELECT r.reply_id, r.raw_sha256 FROM reply_mail r
                    JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                    WHERE r.company = :company AND r.customer_id = :number ORDER BY r.reply_id"""));
            kept.addAll(named(handle, customer, "scans/Y-", "", """
                    SELECT a.answer_id, a.evidence_sha256 FROM answer a
                    JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
                    WHERE a.company = :company AND a.customer_id = :number AND a.channel = 'SCAN' ORDER BY a.answer_id"""));
            kept.addAll(named(handle, customer, "scans/SC-", "", """
                    SELECT p.paper_id, p.scan_sha256 FROM paper_answer p
                    JOIN batch b ON b.batch_id = p.batch_id AND b.known_at IS NOT NULL
                    WHERE p.company = :company AND p.customer_id = :number ORDER BY p.paper_id"""));
            kept.addAll(named(handle, customer, "mails/M-", ".eml", """
                    SELECT m.mail_id, m.content_sha256 FROM mail m
                    WHERE m.company = :company AND m.customer_id = :number ORDER BY m.mail_id"""));
            return kept;
        });
    }

    private static List<Kept> named(Handle handle, CustomerId customer, String prefix, String ending, String sql) {
        return handle.createQuery(sql).bind("company", customer.company()).bind("number", customer.number())
                .map((row, context) -> new Kept(prefix + row.getLong(1) + ending, row.getString(2))).list();
    }

    /** @throws StoreException when nothing is kept under this hash */
    public byte[] bytes(Kept kept) {
        return database.jdbi().withHandle(handle -> Contents.get(handle, kept.sha256()));
    }

    public boolean isKnown(CustomerId customer) {
        return database.jdbi().withHandle(handle -> new StatementFinder(handle).customer(customer)).isPresent();
    }
}
