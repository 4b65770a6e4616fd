package org.saldo.ledger;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of a document's number by which people name it: without its prefix, its year or its leading zeros. A core
 * proves little by itself, so whoever uses one asks for more, such as the amount.
 */
public final class NumberCore {

    private NumberCore() {
    }

    /**
     * What may be said of a document's number: all of it without its prefix, or its last groups of digits; of digits that
     * begin with the year of issue also the rest, and the year with the rest.
     */
    public static List<String> of(String number, LocalDate issued) {
        Set<String> cores = new LinkedHashSet<>(4);
        cores.add(ofToken(ReferenceKey.of(number)));
        StringBuilder end = new StringBuilder();
        for (int at = number.length() - 1; at >= 0; at--) {
            if (isDigit(number.charAt(at))) {
                end.insert(0, number.charAt(at));
                if (at == 0 || !isDigit(number.charAt(at - 1))) {
                    cores.add(withoutZeros(end.toString()));
                }
            } else if (Character.isLetter(number.charAt(at)) && !end.isEmpty()) {
                break;
            }
        }
        String year = Integer.toString(issued.getYear());
        for (String start : isAllDigits(number) ? List.of(year, year.substring(2)) : List.<String>of()) {
            if (number.startsWith(start)) {
                String serial = withoutZeros(number.substring(start.length()));
                cores.add(serial);
                cores.add(start + serial);
            }
        }
        cores.add(beforeItsDay(number, issued));
        cores.remove("");
        return List.copyOf(cores);
    }

    /** The running number in front of month and year, or of the year alone: 12 of FV/012/03/2026 and of 0012/26/A. */
    private static String beforeItsDay(String number, LocalDate issued) {
        String year = Integer.toString(issued.getYear());
        if (number.lastIndexOf(year.substring(2)) <= 0 || isAllDigits(number)) {
            return "";
        }
        String[] groups = number.replaceAll("^\\D+", "").split("\\D+");
        int day = groups.length - 1;
        if (day < 1 || !groups[day].equals(year) && !groups[day].equals(year.substring(2))) {
            return "";
        }
        if (day > 1 && groups[day - 1].length() <= 2 && groups[day - 1].matches("0?" + issued.getMonthValue())) {
            day--;
        }
        return day == 1 ? withoutZeros(groups[0]) : "";
    }

    /** The core of a {@link ReferenceKey}: what follows its prefix, without leading zeros; empty when nothing does. */
    public static String ofToken(String key) {
        return withoutZeros(key.substring(prefix(key).length()));
    }

    /** What stands before the first digit of a {@link ReferenceKey}. */
    public static String prefix(String key) {
        int end = 0;
        while (end < key.length() && !isDigit(key.charAt(end))) {
            end++;
        }
        return key.substring(0, end);
    }

    /** Whether both may be prefixes of one number: people leave one out, or put words before it, but use no other. */
    public static boolean prefixesAgree(String quoted, String own) {
        return quoted.isEmpty() || own.isEmpty() || quoted.endsWith(own) || own.endsWith(quoted);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static boolean isAllDigits(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (!isDigit(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
