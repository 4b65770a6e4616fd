package org.saldo.bench;

import java.nio.file.Path;
import java.sql.Connection;

/** The plainest way that a database has to take in rows, against which intake is measured. */
interface Yardstick {

    /** Writes the rows of a table into a file; not timed. */
    void save(Connection connection, String table, Path file) throws Exception;

    /** Puts the rows of the file into the table, and returns how many; only that is timed. */
    long load(Connection connection, String table, Path file, Stopwatch watch) throws Exception;
}
