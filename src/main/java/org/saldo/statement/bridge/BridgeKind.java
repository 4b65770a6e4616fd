package org.saldo.statement.bridge;

/** What the two ledgers say of lines that belong together. */
public enum BridgeKind { AGREED, AMOUNT_DIFFERS, ONLY_OURS, ONLY_THEIRS,
    /** On one side only, since it had not reached the other when that made its list. */
    IN_TRANSIT
}
