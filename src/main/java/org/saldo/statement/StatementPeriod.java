package org.saldo.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * The days that a statement covers, both included, to the end of the cut-off in the company's time zone. A period is named
 * after the month in which its cut-off lies; it may begin much earlier, when a customer gets a statement by the quarter.
 */
public record StatementPeriod(LocalDate firstDay, LocalDate cutOff) {

    public StatementPeriod {
        Objects.requireNonNull(firstDay, "first day");
        Objects.requireNonNull(cutOff, "cut-off");
        if (firstDay.isAfter(cutOff)) {
            throw new IllegalArgumentException("a period cannot begin on " + firstDay + " and end on " + cutOff);
        }
    }

    /** From the first to the last day of a month. */
    public static StatementPeriod of(YearMonth month) {
        return new StatementPeriod(month.atDay(1), month.atEndOfMonth());
    }

    public YearMonth month() {
        return YearMonth.from(cutOff);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(cutOff);
    }

    /** The same end, from the day after {@code lastCovered} on: what lies between is covered by no other statement. */
    public StatementPeriod after(LocalDate lastCovered) {
        return new StatementPeriod(lastCovered.plusDays(1), cutOff);
    }
}
