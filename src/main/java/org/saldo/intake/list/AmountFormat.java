package org.saldo.intake.list;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a list writes its amounts, found by all of them together: whether the comma or the point begins the decimals. */
final class AmountFormat {

    private static final Pattern MARK = Pattern.compile("(?i)(?<=[\\d\\s])\\s*(cr|dr|s|h|c|d|借|贷|貸)\\.?$");
    private static final Pattern UNITS = Pattern.compile("(?i)\\b[a-z]{3}\\b|[€$£¥元]|R\\$");
    /** Whole digits in groups of which the last has three, by one mark; then the decimals by another. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?:\\d+|\\d{1,3}([.,' ])(?:\\d{2,3}\\1)*\\d{3})(?:(?!\\1)[.,]\\d+)?");

    private final char decimal;

    private AmountFormat(char decimal) {
        this.decimal = decimal;
    }

    /** An amount, and the side on which it stands where a letter beside it says so: 1 owes, -1 lowers, 0 says nothing. */
    record Amount(BigDecimal value, int side) {
    }

    /** Empty when the amounts contradict each other, or none tells what its last point or comma means. */
    static Optional<AmountFormat> of(List<ListRow.Cell> cells) {
        boolean point = false;
        boolean comma = false;
        boolean unclear = false;
        for (ListRow.Cell cell : cells) {
            String digits = cell.number() ? "" : digits(cell.text());
            int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
            if (last < 0 || !SHAPE.matcher(digits).matches()) {
                continue;
            }
            char mark = digits.charAt(last);
            boolean both = digits.indexOf('.') >= 0 && digits.indexOf(',') >= 0;
            boolean repeated = digits.indexOf(mark) != last;
            int after = digits.length() - last - 1;
            boolean isDecimal = both && !repeated || !both && !repeated && after != 3;
            boolean isGroup = repeated;
            point |= mark == '.' ? isDecimal : isGroup;
            comma |= mark == ',' ? isDecimal : isGroup;
            unclear |= !isDecimal && !isGroup;
        }
        if (point && comma || unclear && !point && !comma) {
            return Optional.empty();
        }
        return Optional.of(new AmountFormat(comma ? ',' : '.'));
    }

    private static String digits(String text) {
        String bare = UNITS.matcher(MARK.matcher(text.strip()).replaceFirst("")).replaceAll("").replace('\u2212', '-').strip();
        return bare.replaceAll("^[-+(]\\s*|\\s*[-+)]$", "").strip();
    }

    /** Empty when the cell holds no amount that can be understood. */
    Optional<Amount> read(ListRow.Cell cell) {
        String text = cell.text().strip();
        if (cell.number()) {
            return Optional.of(new Amount(new BigDecimal(text), 0));
        }
        String digits = digits(text);
        if (!SHAPE.matcher(digits).matches()) {
            return Optional.empty();
        }
        String group = decimal == '.' ? ",' " : ".' ";
        StringBuilder plain = new StringBuilder(digits.length());
        for (char c : digits.toCharArray()) {
            if (group.indexOf(c) < 0) {
                plain.append(c == decimal ? '.' : c);
            }
        }
        if (plain.indexOf(".") != plain.lastIndexOf(".")) {
            return Optional.empty();
        }
        String bare = UNITS.matcher(MARK.matcher(text).replaceFirst("")).replaceAll("").replace('\u2212', '-').strip();
        boolean negative = bare.startsWith("-") || bare.endsWith("-") || bare.startsWith("(") && bare.endsWith(")");
        BigDecimal value = new BigDecimal(plain.toString());
        return Optional.of(new Amount(negative ? value.negate() : value, side(text)));
    }

    private static int side(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return 0;
        }
        return switch (mark.group(1).toLowerCase(java.util.Locale.ROOT)) {
            case "s", "d", "dr", "借" -> -1;
            default -> 1;
        };
    }
}
