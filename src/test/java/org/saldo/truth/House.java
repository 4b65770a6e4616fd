package org.saldo.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Houses that number their documents each in its own way, and how careless payers write such a number. */
enum House {

    /** A0003-00004512, credit notes C0003-00004512: in a series of their own that gives the same serials again. */
    POINT_OF_SALE(List.of("es", "pt", "en"), List.of("ARS", "USD"), 0, "D-"),
    /** 412/A/2026: the serial comes first and begins again each year. */
    SERIAL_FIRST(List.of("it", "pl", "de"), List.of("EUR"), 0, "1"),
    /** FA2605-042: begins again each month. */
    MONTH_AND_SERIAL(List.of("fr", "en", "nl"), List.of("EUR"), 0, "CL"),
    /** 712004, and customers have six digits too. */
    SIX_DIGITS(List.of("en"), List.of("USD"), 60, "71"),
    /** 0090012345. */
    TEN_DIGITS(List.of("de", "en", "cs"), List.of("EUR"), 0, "00100"),
    /** 24442000000012345678. */
    TWENTY_DIGITS(List.of("zh", "en"), List.of("CNY"), 0, "KH"),
    /** FV 12/03/2026: serial, month and year, which reads as a day. */
    LIKE_A_DAY(List.of("pl", "en"), List.of("PLN", "EUR"), 0, "K"),
    /** 312, 313, as they come. */
    BARE(List.of("de", "en", "fr"), List.of("EUR"), 0, "C0"),
    /** K1042-07: the contract and how often it was billed. */
    CONTRACT(List.of("nl", "de", "en"), List.of("EUR"), 35, "9"),
    /** 000.012.345-1. */
    DOTTED(List.of("pt"), List.of("BRL"), 0, "5"),
    /** SI-4512, SP-4512 and SC-4512 are three documents of three customers. */
    THREE_SERIES(List.of("en", "sv"), List.of("GBP"), 0, "A"),
    /** X7K-2291-B. */
    LETTERS(List.of("es", "en", "fr"), List.of("EUR", "MXN"), 200, "Z"),
    /** KW12-045: begins again each week, also that of another year. */
    WEEK_AND_SERIAL(List.of("de", "en"), List.of("EUR"), 0, "M"),
    /** 26EKRB: no run of digits counts on. */
    DRAWN(List.of("zh", "en", "pt"), List.of("USD"), 0, "ZH");

    final List<String> languages;
    final List<String> currencies;
    /** All is billed at one of so many prices; 0: at any. */
    final int prices;
    final String customerPrefix;

    House(List<String> languages, List<String> currencies, int prices, String customerPrefix) {
        this.languages = languages;
        this.currencies = currencies;
        this.prices = prices;
        this.customerPrefix = customerPrefix;
    }

    /** A number as somebody writes it; whole when nothing that tells it from others is lost. */
    record Written(String text, boolean whole) {
    }

    /** Gives numbers out. */
    static final class Register {

        private final House house;
        private final Random random;
        private final Map<String, Integer> last = new HashMap<>();

        Register(House house, Random random) {
            this.house = house;
            this.random = random;
        }

        String next(LocalDate day, int customer, boolean credit) {
            int year = day.getYear();
            int month = day.getMonthValue();
            return switch (house) {
                case POINT_OF_SALE -> "%s%04d-%08d".formatted(credit ? "C" : random.nextInt(4) == 0 ? "B" : "A", 3
                        + customer % 2,
                        count("" + customer % 2 + credit, credit ? 4480 : 4400));
                case SERIAL_FIRST -> "%d/%s/%d".formatted(count(year + "" + credit, 1), credit ? "NC" : "A", year);
                case MONTH_AND_SERIAL -> "%s%02d%02d-%03d".formatted(credit ? "AV" : "FA", year % 100, month,
                        count(year + "." + month + credit, 1));
                case SIX_DIGITS -> Integer.toString(count("", 712_004));
                case TEN_DIGITS -> "00900%05d".formatted(count("", 12_340));
                case TWENTY_DIGITS -> "%02d44200000%010d".formatted(year % 100 - 2, 12_345_600L + 7L * count("", 1));
                case LIKE_A_DAY -> "%s %d/%02d/%d".formatted(credit ? "KOR" : "FV", count(year + "." + month + credit,
                        1), month,
                        year);
                case BARE -> Integer.toString(count("", 180));
                case CONTRACT -> "K%d-%02d".formatted(1042 + customer * 3, count("k" + customer, 1));
                case DOTTED -> "000.%03d.%03d-1".formatted(count("", 11_900) / 1000, last.get("") % 1000);
                case THREE_SERIES -> {
                    String series = credit ? "SC" : random.nextInt(3) == 0 ? "SP" : "SI";
                    yield series + "-" + count(series, 4400);
                }
                case WEEK_AND_SERIAL -> "%sKW%02d%02d-%03d".formatted(credit ? "G" : "", year % 100,
                        (day.getDayOfYear() + 6) / 7, count(year + "w" + (day.getDayOfYear() + 6) / 7 + credit, 1));
                case DRAWN -> "%02d%s%s".formatted(year % 100, "BCDEFGHJKLMN".charAt(count("d", 0) % 12),
                        Integer.toString(46_656 + count("s", 1) * 7_919 % 1_632_960, 36).toUpperCase(Locale.ROOT));
                case LETTERS -> {
                    int serial = count("", 2200);
                    yield "%s-%04d-%s".formatted("X7K", serial, "ABCDEFGHJKLMN".charAt(serial * 7 % 13));
                }
            };
        }

        private int count(String series, int first) {
            return last.merge(series, first, (before, ignored) -> before + 1);
        }
    }

    /** The number in one of the ways in which payers write it. */
    Written carelessly(String number, Random random) {
        String digits = number.replaceAll("\\D", "");
        String flat = number.replaceAll("[-/. ]", "");
        int way = random.nextInt(6);
        if (way == 0) {
            int at = 1 + random.nextInt(number.length() - 1);
            return new Written(number.substring(0, at) + " " + number.substring(at), true);
        }
        if (way == 1) {
            return new Written(number.toLowerCase(java.util.Locale.ROOT), true);
        }
        return switch (this) {
            case POINT_OF_SALE -> pick(random, new Written(flat, true), new Written(number.replace("-", " "), true),
                    new Written(Integer.parseInt(number.substring(1, 5)) + "-"
                            + Integer.parseInt(number.substring(6)), false),
                    new Written(number.substring(6), false), new Written("" + Integer.parseInt(number.substring(6)), false));
            case SERIAL_FIRST -> {
                String[] parts = number.split("/");
                yield pick(random, new Written(number.replace("/", "-"), true), new Written(parts[0] + "/" + parts[2],
                        false),
                        new Written(parts[0] + parts[1] + "/" + parts[2].substring(2), true),
                        new Written(parts[0] + " " + parts[1] + " " + parts[2], true));
            }
            case MONTH_AND_SERIAL -> pick(random, new Written(flat, true), new Written(number.replace("-", "/"), true),
                    new Written(digits, true), new Written(number.substring(2), true),
                    new Written(number.substring(0, 2) + " " + number.substring(2).replace("-", " "), true));
            case SIX_DIGITS -> pick(random, new Written("#" + number, true), new Written("INV" + number, true),
                    new Written(number.substring(0, 3) + " " + number.substring(3), true), new Written("0" + number, true),
                    new Written("No." + number, true));
            case TEN_DIGITS -> pick(random, new Written(number.substring(2), true), new Written(number.substring(5), false),
                    new Written(number.substring(2, 6) + " " + number.substring(6), true),
                    new Written(number.replaceFirst("0", "O"), true));
            case TWENTY_DIGITS -> pick(random, new Written(wide(number), true), new Written(number.substring(12), false),
                    new Written(number.substring(0, 10) + " " + number.substring(10), true));
            case LIKE_A_DAY -> pick(random, new Written(number.replace(" ", "/"), true), new Written(flat, true),
                    new Written(number.substring(number.indexOf(' ') + 1), false), new Written(number.replace("/20",
                            "/"), true),
                    new Written(number.replace(" ", ""), true));
            case BARE -> pick(random, new Written("No." + number, true), new Written("#" + number, true),
                    new Written("0" + number, true), new Written("Nr" + number, true));
            case CONTRACT -> pick(random, new Written(number.replaceAll("-0?", "/"), true), new Written(flat, true),
                    new Written(number.substring(1), false), new Written("K " + number.substring(1).replace("-", " "),
                            true));
            case DOTTED -> pick(random, new Written("NF " + digits.substring(4, 9), false),
                    new Written(number.substring(4, 11), false), new Written(digits.substring(0, 9), true),
                    new Written("NFe" + digits.substring(4, 9), false), new Written(digits.substring(4, 9) + "/1", true));
            case THREE_SERIES -> pick(random, new Written(flat, true), new Written(number.substring(3), false),
                    new Written(number.replace("-", " "), true), new Written(number.replace("-", "/"), true));
            case LETTERS -> pick(random, new Written(flat, true), new Written(number.substring(4), false),
                    new Written(number.replace("-", " "), true), new Written(number.replace("-", "/"), true));
            case WEEK_AND_SERIAL -> pick(random, new Written(flat, true), new Written(number.replace("-", "/"), true),
                    new Written(number.substring(number.indexOf('-') + 1), false), new Written("Nr" + number, true));
            case DRAWN -> pick(random, new Written("#" + number, true), new Written("INV " + number, true),
                    new Written("No." + number, true));
        };
    }

    /** One digit of the serial wrong, or two neighbours swapped. */
    static String slip(String number, Random random) {
        char[] typed = number.toCharArray();
        while (number.equals(new String(typed))) {
            int at = random.nextInt(number.length());
            if (!Character.isDigit(typed[at]) || at < number.length() - 12) {
                continue;
            }
            if (random.nextInt(3) == 0 && at + 1 < typed.length && Character.isDigit(typed[at + 1])) {
                char swapped = typed[at];
                typed[at] = typed[at + 1];
                typed[at + 1] = swapped;
            } else {
                typed[at] = (char) ('0' + random.nextInt(10));
            }
        }
        return new String(typed);
    }

    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(each -> wide.append((char) (each - '0' + '０')));
        return wide.toString();
    }

    private static Written pick(Random random, Written... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
