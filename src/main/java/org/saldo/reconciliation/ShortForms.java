package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.NumberCore;
import org.saldo.ledger.ReferenceKey;

/**
 * How people shorten a document's number besides what every number can lose: 412/2026 and 412A/26 for 412/A/2026, 12345
 * for 000.012.345-1, 12584 for 0090012584, 2602-30 for 2602-030.
 */
final class ShortForms {

    private static final int LEAST_DIGITS = 4;
    private static final int SHORTEST_ZEROS = 2;

    private ShortForms() {
    }

    /** As keys, without leading zeros. */
    static List<String> of(String number, LocalDate issued) {
        List<String> forms = new ArrayList<>(2);
        if (number.isEmpty()) {
            return forms;
        }
        String key = ReferenceKey.of(number);
        String digits = digitsOf(number);
        if (isDigit(number.charAt(0)) && digits.length() < key.length() && isDigit(key.charAt(key.length() - 1))) {
            add(digits, forms);
        }
        String year = Integer.toString(issued.getYear());
        if (key.endsWith(year) && digits.length() > year.length()) {
            add(key.substring(0, key.length() - year.length()) + year.substring(2), forms);
            add(digits.substring(0, digits.length() - year.length()) + year.substring(2), forms);
        }
        if (endsWithSingleDigit(number)) {
            add(digits.substring(0, digits.length() - 1), forms);
        }
        add(afterZeros(number), forms);
        if (digits.indexOf('0') >= 0 && PartOfNumber.groupsOf(number).size() > 1) {
            add(groupsWithoutZeros(key, number), forms);
        }
        return forms;
    }

    /** Whether the last digit stands behind a sign by itself, and may be left out: 000.012.345-1. */
    static boolean endsWithSingleDigit(String number) {
        int last = number.length() - 1;
        return last > LEAST_DIGITS && isDigit(number.charAt(last)) && number.charAt(last - 1) < 128
                && !Character.isLetterOrDigit(number.charAt(last - 1)) && isDigit(number.charAt(last - 2));
    }

    private static void add(String form, List<String> forms) {
        int start = 0;
        while (start < form.length() && form.charAt(start) == '0') {
            start++;
        }
        if (form.length() - start >= LEAST_DIGITS) {
            forms.add(form.substring(start));
        }
    }

    /** What follows the longest run of zeros inside the digits that the number ends with. */
    private static String afterZeros(String number) {
        int begin = number.length();
        while (begin > 0 && isDigit(number.charAt(begin - 1))) {
            begin--;
        }
        while (begin < number.length() && number.charAt(begin) == '0') {
            begin++;
        }
        int longest = 0;
        int end = number.length();
        for (int at = begin + 1; at < number.length(); at++) {
            int zeros = at;
            while (zeros < number.length() && number.charAt(zeros) == '0') {
                zeros++;
            }
            if (zeros - at > longest) {
                longest = zeros - at;
                end = zeros;
            }
            at = zeros;
        }
        return longest < SHORTEST_ZEROS ? "" : number.substring(end);
    }

    /** The number behind its prefix, each group of digits without the zeros that it begins with. */
    private static String groupsWithoutZeros(String key, String number) {
        StringBuilder groups = new StringBuilder(key.length());
        boolean inside = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean leading = c == '0' && !inside && i + 1 < number.length() && isDigit(number.charAt(i + 1));
            inside = isDigit(c) && !leading;
            if (!leading && Character.isLetterOrDigit(c)) {
                groups.append(c);
            }
        }
        String found = ReferenceKey.of(groups.toString());
        return found.equals(key) ? "" : NumberCore.ofToken(found);
    }

    private static String digitsOf(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (isDigit(number.charAt(i))) {
                digits.append(number.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
