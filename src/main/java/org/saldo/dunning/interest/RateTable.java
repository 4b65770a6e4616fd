package org.saldo.dunning.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rates of one institution by day, in percent a year. Each counts from its day until the next one, the last through
 * {@code knownThrough}; of a day before the first or after that nothing is said.
 *
 * @param where the file and line of the table, for what is said of it
 */
public record RateTable(String id, String where, List<Rate> rates, LocalDate knownThrough) {

    /** {@code source} says where the figure was read. */
    public record Rate(LocalDate from, BigDecimal percent, String source) {
    }

    /** @throws IllegalArgumentException when there is no rate, they do not ascend, or the last begins after the end */
    public RateTable {
        rates = List.copyOf(rates);
        if (rates.isEmpty()) {
            throw new IllegalArgumentException(id + " has no rate");
        }
        for (int i = 1; i < rates.size(); i++) {
            if (!rates.get(i).from().isAfter(rates.get(i - 1).from())) {
                throw new IllegalArgumentException(id + ": the rate from " + rates.get(i).from()
                        + " does not come after the one before");
            }
        }
        if (rates.get(rates.size() - 1).from().isAfter(knownThrough)) {
            throw new IllegalArgumentException(id + ": known-through " + knownThrough + " is before its last rate");
        }
    }

    /** @throws UnknownRateException when the table does not cover the day */
    public Rate on(LocalDate day) {
        if (day.isAfter(knownThrough)) {
            throw new UnknownRateException(where + ": the rates of " + id + " are known through " + knownThrough
                    + ", and " + day + " was asked for; add the rate from " + next() + " on below '" + id
                    + "' in that file, as - {from: " + next() + ", percent: 0.00, source: \"where you read it\"}, also when it"
                    + " has not changed, set known-through to the last day for which it holds, and run `saldo check`");
        }
        for (int i = rates.size() - 1; i >= 0; i--) {
            if (!rates.get(i).from().isAfter(day)) {
                return rates.get(i);
            }
        }
        throw new UnknownRateException(where + ": the rates of " + id + " begin on " + rates.get(0).from() + ", and " + day
                + " was asked for; add the older rates with their source");
    }

    /** Whether nothing is said of the days that come within so many days. */
    public boolean endsWithin(LocalDate day, int days) {
        return knownThrough.isBefore(day.plusDays(days));
    }

    private LocalDate next() {
        return knownThrough.plusDays(1);
    }

    /** The days after {@code from} and before {@code until} on which another rate begins. */
    List<LocalDate> changes(LocalDate from, LocalDate until) {
        List<LocalDate> days = new ArrayList<>();
        for (Rate rate : rates) {
            if (rate.from().isAfter(from) && rate.from().isBefore(until)) {
                days.add(rate.from());
            }
        }
        return days;
    }
}
