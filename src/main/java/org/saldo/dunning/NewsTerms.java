package org.saldo.dunning;

import java.util.Optional;

/**
 * How old what a company has told may be when reminders rest on it, beside its bank data.
 *
 * @param invoiceAge so many business days the invoice data may be old; empty: that is not asked
 * @param emptyFiles for so many business days after the last booking of an account empty payments files tell that nothing came
 */
public record NewsTerms(Optional<Integer> invoiceAge, int emptyFiles) {

    /** How many business days a feed that is quiet is believed. */
    public static final int EMPTY_FILES_USUAL = 23;

    /** Invoice data of any age. */
    public static final NewsTerms USUAL = new NewsTerms(Optional.empty(), EMPTY_FILES_USUAL);

    /** @throws IllegalArgumentException when a number is negative */
    public NewsTerms {
        if (invoiceAge.filter(days -> days < 0).isPresent() || emptyFiles < 0) {
            throw new IllegalArgumentException("days must not be negative");
        }
    }
}
