package org.saldo.reconciliation;

import java.util.List;

/**
 * Whether a text quotes a number of the same shape as a document's, letters where it has letters and digits where it has
 * digits: the same number with one slip of the pen (a wrong digit, or two neighbours changed), or another number.
 *
 * @param found the token in question; empty when the text has none of this shape
 */
record LikeNumber(String found, boolean isAnotherNumber) {

    static LikeNumber in(List<String> tokens, String number) {
        String other = "";
        for (String token : tokens) {
            if (hasSameShape(token, number)) {
                if (isOneSlipAway(token, number)) {
                    return new LikeNumber(token, false);
                }
                other = token;
            }
        }
        return new LikeNumber(other, !other.isEmpty());
    }

    static boolean hasSameShape(String token, String number) {
        if (token.length() != number.length()) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            char mine = token.charAt(i);
            char yours = number.charAt(i);
            boolean digits = isDigit(mine) && isDigit(yours);
            if (!digits && mine != yours) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneSlipAway(String token, String number) {
        int first = 0;
        while (first < number.length() && token.charAt(first) == number.charAt(first)) {
            first++;
        }
        int last = number.length() - 1;
        while (last > first && token.charAt(last) == number.charAt(last)) {
            last--;
        }
        return last <= first || last == first + 1 && token.charAt(first) == number.charAt(last)
                && token.charAt(last) == number.charAt(first);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
