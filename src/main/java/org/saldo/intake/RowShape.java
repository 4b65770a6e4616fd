package org.saldo.intake;

/** How the fields of a file's rows become {@link Cells}. */
interface RowShape {

    /** @throws BadField when a field cannot be brought into the form of the hub's own CSV */
    Cells cells(String[] fields);

    /** Whether the row is one to take in; a mapping may pass over rows such as sums or pending lines. */
    default boolean takes(String[] fields) {
        return true;
    }
}
