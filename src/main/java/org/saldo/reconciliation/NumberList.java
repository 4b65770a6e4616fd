package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.saldo.ledger.ReferenceKey;

/**
 * Documents behind a number that is quoted in full, named by its last digits only ({@code INV-1001, 02, 05}) or as the end
 * of a range ({@code 1001-1005}, {@code 1001 to 1005}).
 */
final class NumberList {

    private static final Set<String> AND = Set.of("AND", "UND", "U", "Y", "E", "ET", "EN", "OG", "OCH", "I", "和", "及", "与");
    private static final Set<String> TO = Set.of("TO", "BIS", "A", "AU", "HASTA", "TOT", "AL", "ATE", "至", "到");
    private static final int LONGEST_RANGE = 200;

    private final TextPieces pieces;
    private final String number;

    /** @param number the document's number that stands in the text before the list */
    NumberList(TextPieces pieces, String number) {
        this.pieces = pieces;
        this.number = number;
    }

    /** The keys of the numbers that follow behind the piece {@code last}; empty when something else follows. */
    List<String> keysAfter(int last) {
        List<String> keys = new ArrayList<>();
        String before = lastDigits();
        boolean range = false;
        for (int i = last + 1; i < pieces.count() && !before.isEmpty(); i++) {
            String piece = pieces.piece(i);
            if (TO.contains(piece) || AND.contains(piece)) {
                range = TO.contains(piece);
                continue;
            }
            boolean whole = piece.length() >= before.length() && PartOfNumber.groupsOf(number).size() == 1;
            if (!pieces.isNumber(i) || piece.length() > before.length() || whole && !isRange(i, range)) {
                return keys;
            }
            String next = before.substring(0, before.length() - piece.length()) + piece;
            if (isRange(i, range)) {
                addRange(before, next, keys);
            } else {
                keys.add(keyWith(next));
            }
            before = next;
            range = false;
        }
        return keys;
    }

    private boolean isRange(int index, boolean word) {
        return word || pieces.isJoinedBy(index - 1, '-');
    }

    private void addRange(String from, String to, List<String> keys) {
        if (from.length() > 18) {
            return;
        }
        long first = Long.parseLong(from);
        long last = Long.parseLong(to);
        for (long each = first + 1; each <= last && last - first <= LONGEST_RANGE; each++) {
            String digits = Long.toString(each);
            keys.add(keyWith("0".repeat(Math.max(0, from.length() - digits.length())) + digits));
        }
    }

    private String keyWith(String digits) {
        int end = endOfDigits();
        return ReferenceKey.of(number.substring(0, end - lastDigits().length()) + digits + number.substring(end));
    }

    private String lastDigits() {
        int end = endOfDigits();
        int start = end;
        while (start > 0 && isDigit(number.charAt(start - 1))) {
            start--;
        }
        return number.substring(start, end);
    }

    private int endOfDigits() {
        int end = number.length();
        while (end > 0 && !isDigit(number.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
