package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An item as interest sees it.
 *
 * @param due           the due date in force; it bears no interest itself
 * @param firstReminder the day of the first reminder of it that reached the customer, if any
 */
public record LateItem(String document, LocalDate due, Optional<LocalDate> firstReminder, OpenByDay open) {
}
