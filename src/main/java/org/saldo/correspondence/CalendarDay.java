package org.saldo.correspondence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days of the calendar from their numbers, with or without month and year. */
final class CalendarDay {

    private CalendarDay() {
    }

    /** Such a day of this month or a neighbouring one, whichever is next ahead and behind. */
    static Optional<Days.Named> dayOfMonth(int day, LocalDate sentOn, int first, int last) {
        return inMonth(day, sentOn).flatMap(here -> {
            Optional<LocalDate> coming = here.isBefore(sentOn) ? inMonth(day, sentOn.plusMonths(1)) : Optional.of(here);
            Optional<LocalDate> past = here.isAfter(sentOn) ? inMonth(day, sentOn.minusMonths(1)) : Optional.of(here);
            return coming.isEmpty() ? Optional.empty() : Optional.of(new Days.Named(coming, past, first, last));
        });
    }

    private static Optional<LocalDate> inMonth(int day, LocalDate month) {
        return day < 1 || day > month.lengthOfMonth() ? Optional.empty() : Optional.of(month.withDayOfMonth(day));
    }

    /** The number of a day, also as "5th" and "1er". */
    static Optional<Integer> number(Token token) {
        String folded = token.folded();
        int digits = 0;
        while (digits < folded.length() && Character.isDigit(folded.charAt(digits))) {
            digits++;
        }
        String end = folded.substring(digits);
        boolean ordinal = end.isEmpty() || end.length() == 2 && "th st nd rd er ".contains(end + " ") || end.equals("o");
        return digits == 0 || digits > 2 || !ordinal ? Optional.empty()
                : Optional.of(Integer.valueOf(folded.substring(0, digits)));
    }

    /** The nearest such day ahead, and the nearest behind. */
    static Optional<Days.Named> withoutYear(int month, String day, LocalDate sentOn, int first, int last) {
        String year = String.valueOf(sentOn.getYear());
        return exact(year, String.valueOf(month), day).map(here -> Days.Named.of(
                here.isBefore(sentOn) ? here.plusYears(1) : here, here.isAfter(sentOn) ? here.minusYears(1) : here, first, last));
    }

    static Optional<LocalDate> exact(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
