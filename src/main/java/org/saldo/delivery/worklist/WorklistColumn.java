package org.saldo.delivery.worklist;

/** The columns of the worklist's sheet, in their order. Only the inputs can be written to. */
public enum WorklistColumn {
    DAYS("Days", 6, false),
    PAYMENT("Payment", 17, false),
    PAYER("Payer", 27, false),
    UNAPPLIED("Open amount", 13, false),
    CURRENCY("Cur.", 6, false),
    TEXT("Text", 38, false),
    TAKEN_FOR("Customer, and by which proof", 32, false),
    WHY("Why it waits, and what settles it", 36, false),
    PROPOSALS("Proposals", 40, false),
    DECISION("Decision", 25, true),
    DOCUMENTS("Documents and amounts", 28, true),
    CUSTOMER("Customer", 12, true),
    REASON("Reason", 24, true),
    BOOKED("Booked", 11, false),
    AMOUNT("Whole amount", 13, false),
    ACCOUNT("Account", 25, false),
    EVIDENCE("Evidence", 50, false),
    COMPANY("Company", 10, false),
    KEY("Key", 34, false);

    private final String title;
    private final int width;
    private final boolean input;

    WorklistColumn(String title, int width, boolean input) {
        this.title = title;
        this.width = width;
        this.input = input;
    }

    /** In an English worklist. */
    public String title() {
        return title;
    }

    int width() {
        return width;
    }

    public boolean isInput() {
        return input;
    }
}
