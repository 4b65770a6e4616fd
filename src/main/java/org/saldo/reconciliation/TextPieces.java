package org.saldo.reconciliation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into runs of letters and digits, with what stands between them. Full-width characters are narrow, accents are
 * dropped, letters upper case. A run ends where the script changes to or from Chinese, since Chinese knows no blanks. One
 * object reads one text after the other.
 */
final class TextPieces {

    /** What stands between a piece and the next: nothing, one separator, blanks (a bank's line fold), or more. */
    enum Gap { NONE, TIGHT, BLANK, HARD }

    static final int MOST_PIECES = 400;
    private static final int LONGEST_TEXT = 4000;
    private static final String HARD_SIGNS = ",;&|()[]{}<>\"=!?、；，。";
    private static final int LETTER = 0;
    private static final int DIGIT = 1;
    private static final int CHINESE = 2;
    private static final int BLANK = 3;
    private static final int SIGN = 4;
    private static final int HARD_SIGN = 5;
    /** What an ASCII character is, since nearly all are: looked up, for no other step is done so often. */
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = (byte) (c >= 'a' && c <= 'z' ? LETTER : kindOfAny(c));
        }
    }

    private static int kindOf(char c) {
        return c < KINDS.length ? KINDS[c] : kindOfAny(c);
    }

    private static int kindOfAny(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if (c < KINDS.length ? c >= 'A' && c <= 'Z' : Character.isLetterOrDigit(c)) {
            return c >= KINDS.length && Character.isIdeographic(c) ? CHINESE : LETTER;
        }
        return Character.isWhitespace(c) ? BLANK : HARD_SIGNS.indexOf(c) >= 0 ? HARD_SIGN : SIGN;
    }

    private char[] text = new char[0];
    private int length;
    private final int[] starts = new int[MOST_PIECES];
    private final int[] ends = new int[MOST_PIECES];
    private final int[] digits = new int[MOST_PIECES];
    private final Gap[] gaps = new Gap[MOST_PIECES];
    /** The pieces without what stands between them; piece i begins at {@code keyStarts[i]}. */
    private char[] key = new char[0];
    private final int[] keyStarts = new int[MOST_PIECES + 1];
    private int count;

    TextPieces() {
    }

    TextPieces(String... parts) {
        read(parts);
    }

    /** Cuts another text, which may be given in parts; what was said of the one before is gone. */
    void read(String... parts) {
        length = 0;
        for (String part : parts) {
            append(part);
        }
        if (!isAscii()) {
            fold(new String(text, 0, length));
        }
        cut();
    }

    private void append(String part) {
        int end = Math.min(part.length(), LONGEST_TEXT - length);
        reserve(length + end);
        part.getChars(0, end, text, length);
        length += end;
    }

    private boolean isAscii() {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text[i];
        }
        return all < KINDS.length;
    }

    private void fold(String original) {
        String decomposed = Normalizer.normalize(original, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        reserve(decomposed.length());
        length = 0;
        for (int i = 0; i < decomposed.length() && length < LONGEST_TEXT; i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                text[length++] = c;
            }
        }
    }

    private void reserve(int size) {
        if (text.length < size) {
            text = Arrays.copyOf(text, size * 2);
            key = new char[size * 2];
        }
    }

    private void cut() {
        count = 0;
        int at = 0;
        int lastEnd = 0;
        int keyEnd = 0;
        while (at < length && count < MOST_PIECES) {
            int kind = kindOf(text[at]);
            if (kind > CHINESE) {
                at++;
                continue;
            }
            int start = at;
            boolean chinese = kind == CHINESE;
            int numbers = 0;
            keyStarts[count] = keyEnd;
            while (kind <= CHINESE && kind == CHINESE == chinese) {
                char c = text[at++];
                numbers += kind == DIGIT ? 1 : 0;
                key[keyEnd++] = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
                kind = at < length ? kindOf(text[at]) : SIGN;
            }
            if (count > 0) {
                gaps[count - 1] = gapOf(lastEnd, start);
            }
            starts[count] = start;
            ends[count] = at;
            digits[count] = numbers;
            gaps[count] = Gap.HARD;
            count++;
            lastEnd = at;
        }
        keyStarts[count] = keyEnd;
    }

    private Gap gapOf(int from, int to) {
        if (from == to) {
            return Gap.NONE;
        }
        boolean blank = false;
        int signs = 0;
        for (int i = from; i < to; i++) {
            int kind = kindOf(text[i]);
            if (kind == BLANK) {
                blank = true;
            } else if (kind == HARD_SIGN || ++signs > 1) {
                return Gap.HARD;
            }
        }
        return blank ? Gap.BLANK : Gap.TIGHT;
    }

    int count() {
        return count;
    }

    String piece(int index) {
        return new String(key, keyStarts[index], length(index));
    }

    int length(int index) {
        return ends[index] - starts[index];
    }

    char charAt(int index, int offset) {
        return key[keyStarts[index] + offset];
    }

    boolean isChinese(int index) {
        return kindOf(charAt(index, 0)) == CHINESE;
    }

    /** What stands behind the piece. */
    Gap gapAfter(int index) {
        return gaps[index];
    }

    /** The character right behind the piece; a blank at the end of the text. */
    char signAfter(int index) {
        return ends[index] < length ? text[ends[index]] : ' ';
    }

    /** The character right before the piece; a blank at the start of the text. */
    char signBefore(int index) {
        return starts[index] > 0 ? text[starts[index] - 1] : ' ';
    }

    /** Whether the next piece follows after exactly the one character {@code sign}. */
    boolean isJoinedBy(int index, char sign) {
        return index + 1 < count && starts[index + 1] == ends[index] + 1 && signAfter(index) == sign;
    }

    int digits(int index) {
        return digits[index];
    }

    boolean isNumber(int index) {
        return digits[index] == length(index);
    }

    /** The value of a piece of at most nine digits. */
    int number(int index) {
        int value = 0;
        for (int i = starts[index]; i < ends[index]; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** The pieces from one to another, joined, without the first {@code offset} characters. */
    String joined(int first, int offset, int last) {
        return new String(key, keyStarts[first] + offset, joinedLength(first, offset, last));
    }

    /** The pieces from one to another with what stands between them. */
    String written(int first, int last) {
        return new String(text, starts[first], ends[last] - starts[first]);
    }

    int joinedLength(int first, int offset, int last) {
        return keyStarts[last + 1] - keyStarts[first] - offset;
    }

    /** The character that the pieces joined begin with. */
    char begins(int first, int offset) {
        return key[keyStarts[first] + offset];
    }

    /** As {@link KeyHash#of} of the pieces joined. */
    long hash(int first, int offset, int last) {
        return KeyHash.of(key, keyStarts[first] + offset, keyStarts[last + 1]);
    }

    /** As {@link KeyHash#of} of the first {@code length} characters of a piece. */
    long hashOfStart(int index, int length) {
        return KeyHash.of(key, keyStarts[index], keyStarts[index] + length);
    }
}
