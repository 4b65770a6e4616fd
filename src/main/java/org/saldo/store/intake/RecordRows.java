package org.saldo.store.intake;

import java.util.List;
import org.saldo.store.RowBuffer;
import org.saldo.store.Table;

/**
 * How records of one kind become rows, and by what one is known to be the same again. Values are those of the table's
 * columns after id and batch; the last one is the content hash, which the caller fills in.
 */
interface RecordRows<T> {

    Table table();

    /** The columns that make it the same record. */
    List<String> key();

    /** The column by which the records of a company are looked up. */
    String lookup();

    /** The columns that say what the record is; two with the same key and another content contradict each other. */
    List<String> content();

    /** Whether another content under the same key is a newer state, and no contradiction. */
    boolean isReplaceable();

    /** @param source file and line */
    Object[] values(T record, String source);

    /** Adds what belongs to a new record beside its own row: projections, and names by which it may be quoted. */
    default void addBeside(RowBuffer rows, long id, T record, java.util.function.LongSupplier ids) {
    }

    /** What a person calls the record. */
    String label(T record);

    /** The company whose record it is. */
    String company(T record);
}
