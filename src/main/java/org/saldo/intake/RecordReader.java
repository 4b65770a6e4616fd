package org.saldo.intake;

/** Makes a ledger record of a row. One reader reads one file: it may count what it has seen there. */
public interface RecordReader<T> {

    /** @throws BadField when a field is missing or wrong */
    T read(Cells cells);
}
