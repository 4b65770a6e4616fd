package org.saldo.delivery.finance;

/** The columns of the preview of waiting reminders, in their order. */
public enum ReminderColumn {
    DECISION("Decision", 12), REASON("Reason", 24), CUSTOMER("Customer", 14), NAME("Name", 26), LEVEL("Level", 7),
    CURRENCY("Currency", 9), OPEN("Open", 14), ASKED("Asked for", 14), TO("To", 28), SUBJECT("Subject", 34),
    WHY("Waits because", 34), KEY("Key", 14);

    private final String title;
    private final int width;

    ReminderColumn(String title, int width) {
        this.title = title;
        this.width = width;
    }

    public String title() {
        return title;
    }

    int width() {
        return width;
    }
}
