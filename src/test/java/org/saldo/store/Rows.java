package org.saldo.store;

import java.util.List;

/** What stands in the ledger's tables, for tests of other packages. */
public final class Rows {

    private Rows() {
    }

    public static long count(Database database, String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class).one());
    }

    /** The first column of each row. */
    public static List<String> texts(Database database, String sql) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    public static void execute(Database database, String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
