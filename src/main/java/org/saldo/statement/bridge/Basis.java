package org.saldo.statement.bridge;

/** What a list holds, and therefore what of ours stands beside it. */
public enum Basis {
    /** What is still open: beside our open items and unapplied cash. */
    OPEN_ITEMS,
    /** All that was booked in a period: beside our movements from its first day on, and the balance before. */
    MOVEMENTS
}
