package org.saldo.correspondence;

import java.math.BigDecimal;
import java.util.Optional;

/** A number as people write it: grouping and decimals by comma, point, apostrophe or blank. */
final class Figure {

    private static final int DIGITS_MAX = 18;

    private Figure() {
    }

    /** The value of {@code written}; empty when it is no number of this kind, such as a day or a document's number. */
    static Optional<BigDecimal> of(String written) {
        int decimals = decimalsAt(written);
        StringBuilder plain = new StringBuilder();
        int group = -1;
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            if (Character.isDigit(each)) {
                plain.append(Character.digit(each, 10));
                group += group < 0 ? 0 : 1;
            } else if (i == decimals) {
                if (group >= 0 && group != 3) {
                    return Optional.empty();
                }
                plain.append('.');
                group = -1;
            } else if (".,'’".indexOf(each) >= 0 && i > 0 && (group < 0 && plain.length() <= 3 || group == 3)) {
                group = 0;
            } else {
                return Optional.empty();
            }
        }
        boolean whole = group < 0 || group == 3;
        return plain.length() == 0 || !whole || plain.length() > DIGITS_MAX ? Optional.empty()
                : Optional.of(new BigDecimal(plain.toString()));
    }

    /** Where the decimals begin: at the last comma or point, if one or two digits follow, or if it is another sign. */
    private static int decimalsAt(String written) {
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        int digits = written.length() - last - 1;
        return digits == 1 || digits == 2 ? last : -1;
    }
}
