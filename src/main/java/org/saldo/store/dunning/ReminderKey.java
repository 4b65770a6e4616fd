package org.saldo.store.dunning;

import java.time.LocalDate;
import org.saldo.ledger.CustomerId;

/** The business keys of reminders: what makes sure that a customer gets one a day, and which day that was. */
public final class ReminderKey {

    private ReminderKey() {
    }

    /** {@code reminder/company/customer/day}: one mail per customer and day, however often the run is repeated. */
    public static String of(CustomerId customer, LocalDate day) {
        return "reminder/" + customer + "/" + day;
    }

    /**
     * {@code reminder-next/company/customer/day}: to the next contact, when the first mail of the day came back. Also once a
     * day only.
     */
    public static String next(CustomerId customer, LocalDate day) {
        return "reminder-next/" + customer + "/" + day;
    }

    /** The day of the reminder with this key. */
    public static LocalDate dayOf(String businessKey) {
        return LocalDate.parse(businessKey.substring(businessKey.length() - 10));
    }
}
