package org.saldo.delivery.export;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of a list one by one; closing it ends the list. */
public interface RowSink extends Closeable {

    /** A row in the order of the list's columns: texts, numbers, days, instants, true or false; null where there is none. */
    void row(Object... values) throws IOException;
}
