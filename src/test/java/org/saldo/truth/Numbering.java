package org.saldo.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A house's way of numbering its documents. */
enum Numbering {

    /** INV-2026-100059. */
    YEAR_AND_SERIAL,
    /** R00412. */
    LETTER_AND_SERIAL,
    /** 312, later 1987 and 2026: three digits, then four that may be a year. */
    SHORT,
    /** 2026/05/0012: begins again each month. */
    MONTHLY,
    /** RE-1001, AR-1001 and GU-1001 are three documents. */
    SHARED_SERIALS,
    /** 2600123: two digits of the year. */
    YEAR_PREFIX,
    /** 20260512: a year and four digits, or a day. */
    LIKE_A_DATE,
    /** 10234-017: the customer's number is in it. */
    CUSTOMER_IN_NUMBER;

    /** Gives the numbers of one company out. */
    static final class Register {

        private final Numbering scheme;
        private final Map<String, Integer> last = new HashMap<>();

        Register(Numbering scheme) {
            this.scheme = scheme;
        }

        String next(LocalDate issued, String customer, boolean credit, Random random) {
            int year = issued.getYear();
            int month = issued.getMonthValue();
            return switch (scheme) {
                case YEAR_AND_SERIAL -> "INV-%d-%06d".formatted(year, count("", 100_000));
                case LETTER_AND_SERIAL -> "R%05d".formatted(count("", 1));
                case SHORT -> {
                    int serial = count("", 301);
                    yield Integer.toString(serial < 360 ? serial : serial + 1600);
                }
                case MONTHLY -> "%d/%02d/%04d".formatted(year, month, count(year + "/" + month, 1));
                case SHARED_SERIALS -> {
                    String series = credit ? "GU" : random.nextInt(3) == 0 ? "AR" : "RE";
                    yield series + "-" + count(series, 1001);
                }
                case YEAR_PREFIX -> "%02d%05d".formatted(year % 100, count("" + year, 1));
                case LIKE_A_DATE -> Integer.toString(count("" + year, year * 10_000 + 101));
                case CUSTOMER_IN_NUMBER -> customer.replaceAll("\\D", "") + "-%03d".formatted(count(customer, 1));
            };
        }

        private int count(String series, int first) {
            return last.merge(series, first, (before, ignored) -> before + 1);
        }
    }

    /** How well a spelling names its document. */
    enum Strength { CORE, FULL }

    /** A number as a payer writes it. */
    record Spelling(String text, Strength strength) {
    }

    Spelling exactly(String number) {
        return new Spelling(number, this == SHORT ? Strength.CORE : Strength.FULL);
    }

    /** As somebody writes who does not care: case, separators, blanks and leading parts differ. */
    Spelling carelessly(String number, Random random) {
        String digits = number.replaceAll("\\D", "");
        return switch (random.nextInt(8)) {
            case 0 -> new Spelling(number.toLowerCase(java.util.Locale.ROOT), exactly(number).strength());
            case 1 -> new Spelling(number.replaceAll("[-/]", ""), exactly(number).strength());
            case 2 -> new Spelling(number.replaceAll("[-/]", " "), exactly(number).strength());
            case 3 -> new Spelling(number.replaceAll("[-/]", number.contains("/") ? "-" : "/"), exactly(number).strength());
            case 4 -> folded(number, random);
            case 5 -> new Spelling(number.replaceFirst("0(?=\\d*$)", "O"), exactly(number).strength());
            case 6 -> new Spelling(digits, this == YEAR_AND_SERIAL || this == MONTHLY ? Strength.FULL : Strength.CORE);
            default -> core(number);
        };
    }

    /** The shortest form in use: the serial without what leads it. */
    Spelling core(String number) {
        String text = switch (this) {
            case YEAR_AND_SERIAL, SHARED_SERIALS -> number.substring(number.lastIndexOf('-') + 1);
            case LETTER_AND_SERIAL -> "R" + Integer.parseInt(number.substring(1));
            case MONTHLY -> number.substring(5);
            case YEAR_PREFIX -> number.substring(0, 2) + "-" + Integer.parseInt(number.substring(2));
            case SHORT, LIKE_A_DATE, CUSTOMER_IN_NUMBER -> number;
        };
        return new Spelling(text, text.equals(number) ? exactly(number).strength() : Strength.CORE);
    }

    private Spelling folded(String number, Random random) {
        int at = 1 + random.nextInt(number.length() - 1);
        return new Spelling(number.substring(0, at) + " " + number.substring(at), exactly(number).strength());
    }

    /** One digit of the serial wrong, or two neighbours swapped; never the number itself. */
    static String mistyped(String number, Random random) {
        int digits = number.length() - number.replaceAll("\\d+$", "").length();
        int first = number.length() - Math.min(digits, 5);
        char[] typed = number.toCharArray();
        int at = first + random.nextInt(number.length() - first);
        if (random.nextInt(3) == 0 && at + 1 < typed.length && typed[at] != typed[at + 1]) {
            char swapped = typed[at];
            typed[at] = typed[at + 1];
            typed[at + 1] = swapped;
        } else {
            typed[at] = (char) ('0' + (typed[at] - '0' + 1 + random.nextInt(9)) % 10);
        }
        return new String(typed);
    }
}
