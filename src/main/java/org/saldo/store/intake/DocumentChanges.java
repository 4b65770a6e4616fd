package org.saldo.store.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.saldo.intake.ReadRow;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Document;
import org.saldo.store.RowBuffer;
import org.saldo.store.StagedBatch;
import org.saldo.store.Table;

/**
 * What a source database says of a document that is in the ledger already: what stands beside the amount is amended, dated
 * on the day of the run; another amount, currency or customer replaces the document by a new version.
 */
final class DocumentChanges implements SameKey<Document> {

    private static final int LOOKED_UP_AT_ONCE = 500;
    private static final Set<String> REPLACING = Set.of("customer_id", "issue_date", "currency", "amount", "tax_breakdown");

    private final DocumentRows kind;
    private final StagedBatch staged;
    private final IntakeHead head;
    private final DocumentVersions versions;
    private final Map<Long, State> amended = new HashMap<>();

    /** What a document says by now, where that is not what its row says. */
    private static final class State {
        private final Map<String, String> fields = new HashMap<>();
        private String contentHash;
    }

    DocumentChanges(DocumentRows kind, Companies companies, StagedBatch staged, IntakeHead head, Jdbi jdbi) {
        this.kind = kind;
        this.staged = staged;
        this.head = head;
        this.versions = new DocumentVersions(kind, companies, staged, head, jdbi);
    }

    @Override
    public void look(Handle handle, Collection<KeptRow> found) {
        List<Long> ids = found.stream().map(KeptRow::id).filter(id -> !amended.containsKey(id)).toList();
        for (int from = 0; from < ids.size(); from += LOOKED_UP_AT_ONCE) {
            handle.createQuery("""
                            SELECT a.item_id, a.field, a.new_value, a.content_hash
                            FROM amendment a JOIN batch b ON b.batch_id = a.batch_id
                            WHERE a.item_id IN (<ids>) AND b.known_at IS NOT NULL ORDER BY a.amendment_id""")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + LOOKED_UP_AT_ONCE)))
                    .map((row, context) -> {
                        amend(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
                        return row.getLong(1);
                    }).list();
        }
    }

    private void amend(long item, String field, String value, String contentHash) {
        State state = amended.computeIfAbsent(item, any -> new State());
        state.fields.put(field, value);
        state.contentHash = contentHash;
    }

    @Override
    public boolean isSame(KeptRow there, String contentHash) {
        State state = amended.get(there.id());
        return contentHash.equals(state == null ? there.value(Table.DOCUMENT, "content_hash") : state.contentHash);
    }

    @Override
    public Optional<Refusal> meet(ReadRow<Document> row, KeptRow there, Object[] values, RowBuffer rows) {
        List<Change> changes = changes(there, values);
        if (changes.stream().anyMatch(change -> REPLACING.contains(change.field()))) {
            return versions.replace(row.record().orElseThrow(), there, values, rows);
        }
        String contentHash = (String) values[values.length - 1];
        for (Change change : changes) {
            rows.add(Table.AMENDMENT, staged.nextRowId(), there.value(Table.DOCUMENT, "company"), there.id(),
                    change.field(), change.before(), change.after(), head.day(), contentHash);
            amend(there.id(), change.field(), change.after(), contentHash);
        }
        if (changes.stream().anyMatch(change -> Set.of("aliases", "payment_reference").contains(change.field()))) {
            kind.addReferences(rows, there.id(), row.record().orElseThrow(), staged::nextRowId);
        }
        return Optional.empty();
    }

    private record Change(String field, String before, String after) {
    }

    private List<Change> changes(KeptRow there, Object[] values) {
        State state = amended.get(there.id());
        List<Change> changes = new ArrayList<>();
        for (String field : kind.content()) {
            String original = KeptRow.text(there.value(Table.DOCUMENT, field));
            String before = state == null ? original : state.fields.getOrDefault(field, original);
            String after = KeptRow.text(values[Table.DOCUMENT.columns().indexOf(field) - 2]);
            if (!before.equals(after)) {
                changes.add(new Change(field, before, after));
            }
        }
        return changes;
    }

    @Override
    public void beforePublishing(Handle handle) {
        versions.closeReplaced(handle);
    }
}
