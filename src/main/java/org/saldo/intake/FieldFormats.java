package org.saldo.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saldo.money.Money;

/** How days, amounts and currencies are written in the hub's own CSV: ISO 8601, a decimal point, ISO 4217. */
final class FieldFormats {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int DIGITS_BEFORE_THE_POINT = 14;
    private static final int DIGITS_AFTER_THE_POINT = 4;
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity(), (one, same) -> one));

    private FieldFormats() {
    }

    static LocalDate day(String column, String text) {
        if (!isIsoShaped(text)) {
            throw new BadField(column, BadField.shown(text) + " is no date", "write it as " + suggestion(text));
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int dayOfMonth = number(text, 8, 10);
        try {
            LocalDate day = LocalDate.of(year, month, dayOfMonth);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new BadField(column, BadField.shown(text) + " is not between " + FIRST_YEAR + " and " + LAST_YEAR,
                        "write the year in full");
            }
            return day;
        } catch (DateTimeException noSuchDay) {
            throw new BadField(column, BadField.shown(text) + " is no date", "write a day that exists, such as "
                    + nearest(year, month, dayOfMonth));
        }
    }

    private static boolean isIsoShaped(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The ISO form of a day that is written day, month, year when that is sure; else the form as such. */
    private static String suggestion(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches() && (Integer.parseInt(dayFirst.group(1)) > 12 || text.contains("."))) {
            return nearest(Integer.parseInt(dayFirst.group(3)), Integer.parseInt(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1)));
        }
        return "year-month-day, such as 2026-02-28";
    }

    private static String nearest(int year, int month, int dayOfMonth) {
        int realMonth = Math.max(1, Math.min(12, month));
        YearMonth in = YearMonth.of(Math.max(1, year), realMonth);
        return in.atDay(Math.max(1, Math.min(in.lengthOfMonth(), dayOfMonth))).format(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    static Currency currency(String column, String text) {
        Currency currency = CURRENCIES.get(text);
        if (currency == null) {
            throw new BadField(column, BadField.shown(text) + " is no currency", "write the ISO 4217 code, such as EUR");
        }
        return currency;
    }

    static BigDecimal decimal(String column, String text) {
        int point = text.indexOf('.');
        int sign = text.startsWith("-") ? 1 : 0;
        int whole = (point < 0 ? text.length() : point) - sign;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        boolean digitsOnly = whole > 0 && (point < 0 || decimals > 0);
        for (int i = sign; i < text.length() && digitsOnly; i++) {
            digitsOnly = i == point || text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digitsOnly) {
            throw new BadField(column, BadField.shown(text) + " is no number",
                    "write it with a decimal point and without grouping, such as 1234.56");
        }
        if (whole > DIGITS_BEFORE_THE_POINT) {
            throw new BadField(column, BadField.shown(text) + " is too large", "use at most " + DIGITS_BEFORE_THE_POINT
                    + " digits before the point");
        }
        return new BigDecimal(text);
    }

    static Money money(String column, String text, Currency currency) {
        BigDecimal number = decimal(column, text);
        int digits = Math.min(DIGITS_AFTER_THE_POINT, currency.getDefaultFractionDigits());
        if (number.scale() > digits && number.stripTrailingZeros().scale() > digits) {
            throw new BadField(column, BadField.shown(text) + " has more decimals than " + currency + " has",
                    "write at most " + digits);
        }
        return Money.of(currency, number);
    }
}
