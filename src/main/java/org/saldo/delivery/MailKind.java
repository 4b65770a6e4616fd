package org.saldo.delivery;

/** Why a mail is written. Only some kinds may ever go to a customer; the others stay in the house. */
public enum MailKind {
    STATEMENT(true), REMINDER(true), WORKLIST(false), FINANCE(false), ACKNOWLEDGEMENT(true), ALERT(false);

    private final boolean forCustomers;

    MailKind(boolean forCustomers) {
        this.forCustomers = forCustomers;
    }

    public boolean isForCustomers() {
        return forCustomers;
    }
}
