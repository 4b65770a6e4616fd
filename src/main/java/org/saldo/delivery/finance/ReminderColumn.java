package org.saldo.delivery.finance;

import org.saldo.delivery.worklist.HouseWord;

/** The columns of the preview of waiting reminders, in their order. */
public enum ReminderColumn {
    DECISION(12), REASON(24), CUSTOMER(14), NAME(26), LEVEL(9),
    CURRENCY(9), OPEN(14), ASKED(14), TO(28), SUBJECT(34),
    WHY(34), KEY(14);

    private final int width;

    ReminderColumn(int width) {
        this.width = width;
    }

    /** Told in the company's language. */
    public HouseWord title() {
        return HouseWord.valueOf("COLUMN_" + name());
    }

    int width() {
        return width;
    }
}
