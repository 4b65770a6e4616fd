package org.saldo.store.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.intake.ReadRow;
import org.saldo.store.RowBuffer;

/** What becomes of a record whose key is in the ledger already, with another content. */
interface SameKey<T> {

    /** Why the record is refused, and what to do; or nothing, when it was added to {@code rows} in its own way. */
    record Refusal(String field, String reason, String remedy) {
    }

    /** @param there the latest row with this key; {@code values} those of the record that came */
    Optional<Refusal> meet(ReadRow<T> row, KeptRow there, Object[] values, RowBuffer rows);

    /** Done in the publishing transaction, before anything counts. */
    default void beforePublishing(Handle handle) {
    }

    /** Looks at rows that have the keys of a page, before its rows are decided. */
    default void look(Handle handle, Collection<KeptRow> found) {
    }

    /** Whether the content that a stored row has by now is that of this hash. */
    default boolean isSame(KeptRow there, String contentHash) {
        return contentHash.equals(there.values()[there.values().length - 1]);
    }

    /** From a file: what contradicts the ledger is refused. */
    static <T> SameKey<T> conflicts(RecordRows<T> kind) {
        return (row, there, values, rows) -> {
            List<String> found = there.differences(kind.table(), kind.content(), values);
            String differences = String.join(", ", found.isEmpty() ? there.differences(kind.table(),
                    List.of("open_at_start", "opening_level"), values) : found);
            return Optional.of(new Refusal("row", row.record().map(kind::label).orElse("") + " is in the ledger already and "
                    + "differs: " + differences, "correct the row; if the ledger is wrong, void the document there first"));
        };
    }
}
