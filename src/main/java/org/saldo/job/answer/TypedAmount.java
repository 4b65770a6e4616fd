package org.saldo.job.answer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount as people of all countries type it into a field: {@code 1.234,50}, {@code 1,234.50}, {@code 1 234}. */
final class TypedAmount {

    private static final Pattern SHAPE = Pattern.compile("-?\\d{1,3}([.,' \u00a0]?\\d{3})*([.,]\\d{1,4})?");

    private TypedAmount() {
    }

    static boolean isReadable(String typed) {
        return SHAPE.matcher(typed).matches();
    }

    /** Nothing where one sign alone stands before three digits, and may part thousands or cents: {@code 1.234}. */
    static Optional<BigDecimal> read(String typed) {
        if (!isReadable(typed)) {
            return Optional.empty();
        }
        int last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
        int behind = last < 0 ? 0 : typed.length() - last - 1;
        boolean repeated = last >= 0 && typed.indexOf(typed.charAt(last)) != last;
        boolean alone = last >= 0 && typed.chars().filter(sign -> !Character.isDigit(sign) && sign != '-').count() == 1;
        if (behind == 3 && alone) {
            return Optional.empty();
        }
        boolean whole = last < 0 || repeated || behind == 3;
        String digits = (whole ? typed : typed.substring(0, last)).replaceAll("[^0-9-]", "");
        return Optional.of(new BigDecimal(whole ? digits : digits + "." + typed.substring(last + 1)));
    }
}
