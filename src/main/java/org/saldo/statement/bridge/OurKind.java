package org.saldo.statement.bridge;

import org.saldo.statement.MovementKind;

/** What a line of ours is. */
public enum OurKind {
    DOCUMENT, CREDIT_NOTE, PAYMENT, DEDUCTION, OTHER,
    /** The balance before the first day that is compared. */
    OPENING;

    /** What a movement is here. */
    public static OurKind of(MovementKind kind) {
        return switch (kind.group()) {
            case DOCUMENTS -> DOCUMENT;
            case CREDIT_NOTES -> CREDIT_NOTE;
            case PAYMENTS -> PAYMENT;
            case DEDUCTIONS -> DEDUCTION;
            case OTHER -> OTHER;
        };
    }

    boolean isDocument() {
        return this == DOCUMENT || this == CREDIT_NOTE;
    }
}
