package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Optional;

/** What begins the delay. */
public enum DelayStart {
    /** The day after the due date; nobody need be reminded. */
    DAY_AFTER_DUE("day-after-due"),
    /** The day after the first reminder that reached the customer, and not before the day after the due date. */
    DAY_AFTER_REMINDER("day-after-reminder");

    private final String words;

    DelayStart(String words) {
        this.words = words;
    }

    public static DelayStart parse(String words) {
        for (DelayStart start : values()) {
            if (start.words.equals(words)) {
                return start;
            }
        }
        throw new IllegalArgumentException(words);
    }

    /** The first day of the delay; empty when it has not begun. */
    Optional<LocalDate> of(LateItem item) {
        LocalDate afterDue = item.due().plusDays(1);
        return this == DAY_AFTER_DUE ? Optional.of(afterDue)
                : item.firstReminder().map(day -> day.isBefore(item.due()) ? afterDue : day.plusDays(1));
    }
}
