package org.saldo.intake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a file writes numbers: its decimal character, the characters that group digits, and texts to take out first, such
 * as a currency sign. The last group before the decimals has three digits, so that 12.34 is never taken for 1234.
 * A minus may stand before or behind, and brackets mean minus.
 */
public final class NumberFormat {

    /** A decimal point and nothing else. */
    public static final NumberFormat PLAIN = new NumberFormat('.', "", List.of());

    private final char decimal;
    private final String group;
    private final List<String> strip;
    private final Pattern grouped;

    public NumberFormat(char decimal, String group, List<String> strip) {
        if (group.indexOf(decimal) >= 0) {
            throw new IllegalArgumentException("the decimal character must not group digits too");
        }
        this.decimal = decimal;
        this.group = group;
        this.strip = List.copyOf(strip);
        String point = Pattern.quote(String.valueOf(decimal));
        String separator = "[" + Pattern.quote(group) + "]";
        String separators = group.isEmpty() ? "" : "|\\d{1,3}(" + separator + "\\d{2,3})*" + separator + "\\d{3}";
        this.grouped = Pattern.compile("(\\d+" + separators + ")(" + point + "\\d+)?|" + point + "\\d+");
    }

    /** The number in the form of the hub's own CSV. */
    String plain(String column, String text) {
        String rest = text;
        for (String part : strip) {
            rest = rest.replace(part, "");
        }
        rest = rest.strip().replace('\u2212', '-');
        boolean negative = rest.startsWith("-") || rest.endsWith("-") || rest.startsWith("(") && rest.endsWith(")");
        rest = rest.replaceAll("^[-+(]|[-)]$", "").strip();
        if (!grouped.matcher(rest).matches()) {
            throw new BadField(column, BadField.shown(text) + " is no number", "write it as " + sample()
                    + ", as the mapping says (number: decimal, group)");
        }
        StringBuilder plain = new StringBuilder(negative ? "-" : "");
        for (char c : rest.toCharArray()) {
            if (c == decimal) {
                plain.append(plain.isEmpty() || plain.charAt(plain.length() - 1) == '-' ? "0." : ".");
            } else if (group.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private String sample() {
        return "1234" + decimal + "56" + (group.isEmpty() ? "" : " or 1" + group.charAt(0) + "234" + decimal + "56");
    }
}
