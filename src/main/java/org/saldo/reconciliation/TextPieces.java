package org.saldo.reconciliation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text cut into runs of letters and digits, with what stands between them. Full-width characters are narrow, letters
 * upper case. A run ends where the script changes to or from Chinese, since Chinese knows no blanks.
 */
final class TextPieces {

    /** What stands between a piece and the next: nothing, one separator, blanks (a bank's line fold), or more. */
    enum Gap { NONE, TIGHT, BLANK, HARD }

    private static final int MOST_PIECES = 400;

    private final String text;
    private final int[] starts = new int[MOST_PIECES];
    private final int[] ends = new int[MOST_PIECES];
    private final Gap[] gaps = new Gap[MOST_PIECES];
    private int count;

    TextPieces(String original) {
        this.text = folded(original);
        cut();
    }

    private static String folded(String original) {
        boolean ascii = true;
        for (int i = 0; i < original.length() && ascii; i++) {
            ascii = original.charAt(i) < 128;
        }
        String narrow = ascii ? original : Normalizer.normalize(original, Normalizer.Form.NFKC);
        return narrow.toUpperCase(Locale.ROOT);
    }

    private void cut() {
        int at = 0;
        int lastEnd = 0;
        while (at < text.length() && count < MOST_PIECES) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            boolean chinese = Character.isIdeographic(text.charAt(at));
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))
                    && Character.isIdeographic(text.charAt(at)) == chinese) {
                at++;
            }
            if (count > 0) {
                gaps[count - 1] = gapOf(lastEnd, start);
            }
            starts[count] = start;
            ends[count] = at;
            gaps[count] = Gap.HARD;
            count++;
            lastEnd = at;
        }
    }

    private Gap gapOf(int from, int to) {
        if (from == to) {
            return Gap.NONE;
        }
        boolean blank = false;
        int signs = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
            } else if (",;&|()[]{}<>\"=!?、；，。".indexOf(c) >= 0 || ++signs > 1) {
                return Gap.HARD;
            }
        }
        return blank ? Gap.BLANK : Gap.TIGHT;
    }

    int count() {
        return count;
    }

    String piece(int index) {
        return text.substring(starts[index], ends[index]);
    }

    int length(int index) {
        return ends[index] - starts[index];
    }

    char charAt(int index, int offset) {
        return text.charAt(starts[index] + offset);
    }

    /** What stands behind the piece. */
    Gap gapAfter(int index) {
        return gaps[index];
    }

    /** The character right behind the piece; a blank at the end of the text. */
    char signAfter(int index) {
        return ends[index] < text.length() ? text.charAt(ends[index]) : ' ';
    }

    /** The character right before the piece; a blank at the start of the text. */
    char signBefore(int index) {
        return starts[index] > 0 ? text.charAt(starts[index] - 1) : ' ';
    }

    /** Whether the next piece follows after exactly the one character {@code sign}. */
    boolean isJoinedBy(int index, char sign) {
        return index + 1 < count && starts[index + 1] == ends[index] + 1 && signAfter(index) == sign;
    }

    int digits(int index) {
        int digits = 0;
        for (int i = starts[index]; i < ends[index]; i++) {
            if (isDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits;
    }

    boolean isNumber(int index) {
        return digits(index) == length(index);
    }

    /** The value of a piece of digits, at most nine of them. */
    int number(int index) {
        return Integer.parseInt(text, starts[index], ends[index], 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
