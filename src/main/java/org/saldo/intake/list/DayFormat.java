package org.saldo.intake.list;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a list writes its days. Where day and month could be either, all days of the list together say which; when they do
 * not, its days count as not told.
 */
final class DayFormat {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})\\s?[-./年]\\s?(\\d{1,2})\\s?[-./月]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(?<!\\d)(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern NAMED = Pattern.compile(
            "(\\d{1,2})[-. ]{1,2}(?:de )?(\\p{L}{3})\\p{L}*\\.?[-. ]{1,2}(?:de )?(\\d{4}|\\d{2})");
    /** The first letters of the months; what June and July share is neither. */
    private static final List<String> MONTHS = List.of("jan,ene,gen", "feb,fev,fév", "mar,mär,mrz,maa", "apr,abr,avr",
            "may,mai,mag,mei", "jun", "jul", "aug,ago,aoû,aou", "sep,set", "oct,okt,out,ott", "nov", "dec,dez,dic,déc");
    private static final LocalDate SHEET_EPOCH = LocalDate.of(1899, 12, 30);
    private static final int SHEET_FIRST = 36_526;
    private static final int SHEET_LAST = 73_050;

    private final Optional<Boolean> dayFirst;

    private DayFormat(Optional<Boolean> dayFirst) {
        this.dayFirst = dayFirst;
    }

    static DayFormat of(List<ListRow.Cell> cells) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (ListRow.Cell cell : cells) {
            Matcher last = YEAR_LAST.matcher(cell.text());
            if (!cell.number() && last.find()) {
                dayFirst |= last.group(2).equals(".") || Integer.parseInt(last.group(1)) > 12;
                monthFirst |= Integer.parseInt(last.group(3)) > 12;
            }
        }
        return new DayFormat(dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst));
    }

    /** Whether some day of the list could be read two ways and nothing says which. */
    boolean isUnclear(List<ListRow.Cell> cells) {
        return dayFirst.isEmpty() && cells.stream().anyMatch(cell -> !cell.number()
                && !YEAR_FIRST.matcher(cell.text()).find() && YEAR_LAST.matcher(cell.text()).find());
    }

    /** The day in a cell; empty when there is none, or it cannot be known which. */
    Optional<LocalDate> read(ListRow.Cell cell) {
        if (cell.number()) {
            BigDecimal number = new BigDecimal(cell.text());
            boolean sheetDay = number.compareTo(BigDecimal.valueOf(SHEET_FIRST)) >= 0
                    && number.compareTo(BigDecimal.valueOf(SHEET_LAST)) <= 0;
            return sheetDay ? Optional.of(SHEET_EPOCH.plusDays(number.longValue())) : compact(cell.text());
        }
        return in(cell.text());
    }

    /** The first day that stands in a text. */
    Optional<LocalDate> in(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.find()) {
            return day(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.find()) {
            Optional<Boolean> first2 = last.group(2).equals(".") ? Optional.of(true) : dayFirst;
            return first2.flatMap(isDay -> isDay ? day(last.group(4), last.group(3), last.group(1))
                    : day(last.group(4), last.group(1), last.group(3)));
        }
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            return month(named.group(2)).flatMap(month -> day(named.group(3), month, named.group(1)));
        }
        return compact(text.strip());
    }

    private static Optional<LocalDate> compact(String text) {
        Matcher compact = COMPACT.matcher(text);
        return compact.matches() ? day(compact.group(1), compact.group(2), compact.group(3)) : Optional.empty();
    }

    private static Optional<String> month(String name) {
        String start = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split(",")).contains(start)) {
                return Optional.of(Integer.toString(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of((year.length() == 2 ? 2000 : 0) + Integer.parseInt(year), Integer.parseInt(month),
                    Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
