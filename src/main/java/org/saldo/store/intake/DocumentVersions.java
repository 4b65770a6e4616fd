package org.saldo.store.intake;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentType;
import org.saldo.store.Days;
import org.saldo.store.RowBuffer;
import org.saldo.store.StagedBatch;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/**
 * Replaces a document by a new version: the old one is cancelled from its issue date on, so that no day has both, and what
 * was applied to it moves to the new one with its own dates, none of them before the new one's. What was taken back of it
 * counts as never applied. Refused when that does not fit: nothing is undercut.
 */
final class DocumentVersions {

    private static final Table DOC = Table.DOCUMENT;

    private final Companies companies;
    private final StagedBatch staged;
    private final IntakeHead head;
    private final DocumentRows kind;
    private final Jdbi jdbi;
    private final Map<Long, BigDecimal> openOfReplaced = new HashMap<>();
    private final Set<String> replacedHere = new HashSet<>();

    DocumentVersions(DocumentRows kind, Companies companies, StagedBatch staged, IntakeHead head, Jdbi jdbi) {
        this.kind = kind;
        this.companies = companies;
        this.staged = staged;
        this.head = head;
        this.jdbi = jdbi;
    }

    Optional<SameKey.Refusal> replace(Document document, KeptRow old, Object[] values, RowBuffer rows) {
        List<KeptRow> applied = jdbi.withHandle(handle -> active(handle, old.id()));
        Optional<SameKey.Refusal> refusal = refusal(document, old, applied);
        if (refusal.isPresent()) {
            return refusal;
        }
        BigDecimal moved = applied.stream().map(DocumentVersions::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal open = document.openAtStart().toDecimal().subtract(moved);
        int version = ((Number) old.value(DOC, "version")).intValue() + 1;
        Object[] next = values.clone();
        next[DOC.columns().indexOf("version") - 2] = version;
        long id = staged.nextRowId();
        rows.add(DOC, id, next);
        if (open.signum() > 0) {
            rows.add(Table.OPEN_ITEM, id, document.key().company(), document.customer().number(),
                    document.amount().currency().getCurrencyCode(), document.key().type().isCredit(), open);
        }
        kind.addReferences(rows, id, document, staged::nextRowId);
        jdbi.useHandle(handle -> List.of(Table.ALLOCATION, Table.CANCELLATION).forEach(table ->
                new UndoneSettlements(companies, staged, table).dateBack(handle, old.id(), rows)));
        cancel(old, rows, document.key().label() + " was replaced by version " + version + " in the source");
        applied.forEach(allocation -> move(allocation, id, document.issueDate(), rows));
        openOfReplaced.put(old.id(), ((BigDecimal) old.value(DOC, "open_at_start")).subtract(moved));
        return Optional.empty();
    }

    private Optional<SameKey.Refusal> refusal(Document document, KeptRow old, List<KeptRow> applied) {
        if (!replacedHere.add(document.key().toString())) {
            return refuse("row", document.key().label() + " changed twice in one poll", "it is taken in by the next poll");
        }
        if (jdbi.withHandle(handle -> isCancelled(handle, old.id()))) {
            return refuse("row", document.key().label() + " was voided in the ledger", "take the void back first, or issue "
                    + "the document under another number");
        }
        if (old.value(DOC, "opening_level") != null) {
            return refuse("amount", document.key().label() + " is an opening item", "void it, and issue the difference "
                    + "under another number");
        }
        if (applied.isEmpty()) {
            return Optional.empty();
        }
        boolean sameAccount = old.value(DOC, "customer_id").equals(document.customer().number())
                && old.value(DOC, "currency").equals(document.amount().currency().getCurrencyCode());
        BigDecimal moved = applied.stream().map(DocumentVersions::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean fits = moved.compareTo(document.amount().toDecimal()) <= 0;
        boolean used = document.key().type() == DocumentType.CREDIT_NOTE;
        return sameAccount && fits && !used ? Optional.empty() : refuse(sameAccount ? "amount" : "customer_id",
                document.amount() + " of " + document.customer().number() + " would undercut the "
                        + moved.stripTrailingZeros().toPlainString() + " that is applied to " + document.key().label(),
                "take back what is applied (saldo unapply), then take the row in again (saldo rejects retry)");
    }

    private static Optional<SameKey.Refusal> refuse(String field, String reason, String remedy) {
        return Optional.of(new SameKey.Refusal(field, reason, remedy));
    }

    private static List<KeptRow> active(Handle handle, long item) {
        return handle.createQuery("SELECT " + KeptRow.columns(Table.ALLOCATION, "a") + """
                         FROM allocation a JOIN batch b ON b.batch_id = a.batch_id AND b.known_at IS NOT NULL
                        WHERE (a.item_id = :item OR a.counter_item_id = :item) AND NOT (a.reverses IS NOT NULL)
                          AND NOT EXISTS (SELECT 1 FROM allocation r JOIN batch rb ON rb.batch_id = r.batch_id
                                          WHERE r.reverses = a.allocation_id AND rb.known_at IS NOT NULL)
                        ORDER BY a.allocation_id""")
                .bind("item", item).map((row, context) -> KeptRow.read(Table.ALLOCATION, row)).list();
    }

    private static boolean isCancelled(Handle handle, long item) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM cancellation c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
                        WHERE c.item_id = :item AND NOT (c.reverses IS NOT NULL)
                          AND NOT EXISTS (SELECT 1 FROM cancellation r JOIN batch rb ON rb.batch_id = r.batch_id
                                          WHERE r.reverses = c.cancellation_id AND rb.known_at IS NOT NULL)""")
                .bind("item", item).mapTo(Long.class).one() > 0;
    }

    private static BigDecimal amount(KeptRow allocation) {
        return (BigDecimal) allocation.value(Table.ALLOCATION, "amount");
    }

    private void cancel(KeptRow old, RowBuffer rows, String reason) {
        String company = (String) old.value(DOC, "company");
        BigDecimal start = (BigDecimal) old.value(DOC, "open_at_start");
        boolean credit = DocumentType.valueOf((String) old.value(DOC, "document_type")).isCredit();
        LocalDate issued = ((Date) old.value(DOC, "issue_date")).toLocalDate();
        rows.add(Table.CANCELLATION, staged.nextRowId(), company, old.id(), old.value(DOC, "customer_id"),
                old.value(DOC, "currency"), credit ? start.negate() : start, head.actor(), reason, issued,
                companies.get(company).postingDate(issued), null);
    }

    /**
     * Takes an allocation back and makes the same on the new version, on the day on which it counted before, but not before the
     * new version was issued. Both are posted now: the period in which the allocation was may be closed since.
     */
    private void move(KeptRow allocation, long newItem, LocalDate issued, RowBuffer rows) {
        Object[] back = allocation.values().clone();
        set(back, "amount", amount(allocation).negate());
        set(back, "reverses", allocation.id());
        BigDecimal cash = (BigDecimal) allocation.value(Table.ALLOCATION, "receipt_amount");
        set(back, "receipt_amount", cash == null ? null : cash.negate());
        LocalDate day = ((Date) allocation.value(Table.ALLOCATION, "effective_on")).toLocalDate();
        rows.add(Table.ALLOCATION, staged.nextRowId(), countedFrom(day, back));
        Object[] again = allocation.values().clone();
        set(again, "item_id", newItem);
        rows.add(Table.ALLOCATION, staged.nextRowId(), countedFrom(Days.later(day, issued), again));
    }

    private Object[] countedFrom(LocalDate day, Object[] allocation) {
        set(allocation, "effective_on", day);
        String company = (String) allocation[Table.ALLOCATION.columns().indexOf("company") - 2];
        set(allocation, "posting_date", companies.get(company).postingDate(day));
        return allocation;
    }

    private static void set(Object[] allocation, String column, Object value) {
        allocation[Table.ALLOCATION.columns().indexOf(column) - 2] = value;
    }

    /** What was open of the replaced documents goes; when it is not what it was, somebody else got in the way. */
    void closeReplaced(Handle handle) {
        openOfReplaced.forEach((item, open) -> {
            int gone = handle.createUpdate("DELETE FROM open_item WHERE item_id = :item AND open_amount = :open")
                    .bind("item", item).bind("open", open).execute();
            long left = handle.createQuery("SELECT COUNT(*) FROM open_item WHERE item_id = :item").bind("item", item)
                    .mapTo(Long.class).one();
            if (gone != open.signum() || left > 0) {
                throw new StoreException("item " + item + " was paid while it was being replaced; nothing was taken in,"
                        + " the next poll does it again");
            }
        });
    }
}
