package org.saldo.reconciliation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.ReferenceKey;

/**
 * A number that nobody knows, of the same series as a document's: the same but for one group of digits, which counts on.
 *
 * @param start  the key before the digits that count
 * @param serial these digits, of the unknown number
 * @param end    the key behind them
 */
record RunningNumber(String start, String serial, String end) {

    /** So many numbers around one that is not known say whether its series has come so far. */
    private static final int NEAR = 200;
    /** So many known numbers on each side of one that is not make a hole of it. */
    private static final int UNBROKEN = 3;
    private static final int LONGEST_SERIAL = 15;

    /**
     * @param typed  the key of the unknown number, of the same shape as {@code number}
     * @param number a document's, as it is written
     * @return empty when they differ in more than one group of digits
     */
    static Optional<RunningNumber> of(String typed, String number) {
        String key = ReferenceKey.of(number);
        int first = 0;
        while (first < key.length() && typed.charAt(first) == key.charAt(first)) {
            first++;
        }
        int at = 0;
        for (String group : number.split("(?<=\\d)(?!\\d)|(?<!\\d)(?=\\d)")) {
            int length = ReferenceKey.of(group).length();
            if (first < at + length) {
                RunningNumber found = new RunningNumber(typed.substring(0, at), typed.substring(at, at + length),
                        typed.substring(at + length));
                boolean counts = length <= LONGEST_SERIAL && found.serial.chars().allMatch(c -> c >= '0' && c <= '9')
                        && key.endsWith(found.end);
                return counts ? Optional.of(found) : Optional.empty();
            }
            at += length;
        }
        return Optional.empty();
    }

    /**
     * Whether a document of this number may still come: the series is near, and no later number of it was given to a
     * document that the receipt's payer could know; or it is missing in an unbroken run.
     */
    boolean mayStillCome(Item like, Question question) {
        if (isOfMonthsToCome(like, YearMonth.from(question.receipt().bookingDate()).plusMonths(1))) {
            return false;
        }
        long value = Long.parseLong(serial);
        List<String> after = numbers(value + 1, value + NEAR);
        List<String> before = numbers(Math.max(0, value - NEAR), value - 1);
        List<String> all = new ArrayList<>(after);
        all.addAll(before);
        KnownNumbers known = question.items().known(all);
        boolean isHole = known.hasAll(after.subList(0, UNBROKEN))
                && before.size() >= UNBROKEN && known.hasAll(before.subList(before.size() - UNBROKEN, before.size()));
        boolean isReached = isBefore(like) || known.hasOneOf(after, question.receipt().bookingDate());
        return isHole || !isReached && known.hasOneOf(before, question.receipt().bookingDate());
    }

    /** Whether the digits are no count but year, or year and month, of issue, and as written lie after {@code last}. */
    private boolean isOfMonthsToCome(Item like, YearMonth last) {
        String key = ReferenceKey.of(like.number());
        String own = key.substring(start.length(), key.length() - end.length());
        String year = "%04d".formatted(like.issued().getYear());
        String month = "%02d".formatted(like.issued().getMonthValue());
        if (own.equals(year)) {
            return Integer.parseInt(serial) > last.getYear();
        }
        boolean isLong = own.equals(year + month);
        if (!isLong && !own.equals(year.substring(2) + month)) {
            return false;
        }
        String typed = isLong ? serial : year.substring(0, 2) + serial;
        int typedMonth = Integer.parseInt(typed.substring(4));
        return typedMonth < 1 || typedMonth > 12
                || YearMonth.of(Integer.parseInt(typed.substring(0, 4)), typedMonth).isAfter(last);
    }

    /** Whether the document has a later number of the series. */
    private boolean isBefore(Item like) {
        String key = ReferenceKey.of(like.number());
        return Long.parseLong(key.substring(start.length(), key.length() - end.length())) > Long.parseLong(serial);
    }

    private List<String> numbers(long from, long to) {
        List<String> numbers = new ArrayList<>();
        for (long value = from; value <= to; value++) {
            String digits = Long.toString(value);
            numbers.add(start + "0".repeat(Math.max(0, serial.length() - digits.length())) + digits + end);
        }
        return numbers;
    }
}
