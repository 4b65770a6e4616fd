package org.saldo.intake.list;

import org.saldo.intake.FileRefused;
import org.saldo.intake.Rejection;

/** How large a list from outside may be, and how one is refused. */
final class ListLimits {

    static final int BYTES_MAX = 10_000_000;
    static final long UNPACKED_MAX = 200_000_000;
    static final int ROWS_MAX = 50_000;
    static final int COLUMNS_MAX = 60;
    static final int PAGES_MAX = 100;

    private static final String FILE = "file";

    private ListLimits() {
    }

    static FileRefused refused(String name, String reason, String remedy) {
        return new FileRefused(new Rejection(name, 1, FILE, reason, remedy));
    }

    static void requireRows(String name, int rows) {
        if (rows > ROWS_MAX) {
            throw refused(name, "has more than " + ROWS_MAX + " rows", "send a list of one account and one period");
        }
    }
}
