package org.saldo.delivery;

import java.util.Arrays;

/** Text as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, line ends of the text kept as CRLF. */
final class QuotedPrintable {

    private static final int LINE_LONGEST = 75;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    /** Three bytes for one, and a soft break for each line. */
    private static final int MOST_FOR_ONE = 4;

    private final byte[] text;
    private final byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.out = new byte[text.length * MOST_FOR_ONE];
    }

    /** @param text whose lines end with CRLF, in UTF-8 */
    static byte[] of(byte[] text) {
        QuotedPrintable quoted = new QuotedPrintable(text);
        int at = 0;
        while (at < text.length) {
            at = quoted.isLineEnd(at) ? quoted.endLine(at) : quoted.isPlain(at) ? quoted.plain(at) : quoted.escaped(at);
        }
        return Arrays.copyOf(quoted.out, quoted.length);
    }

    private boolean isLineEnd(int at) {
        return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
    }

    private boolean isPlain(int at) {
        byte c = text[at];
        return c > ' ' && c < 127 && c != '=' || c == ' ' && at + 1 < text.length && !isLineEnd(at + 1);
    }

    /** As many plain characters as follow each other on one line. */
    private int plain(int from) {
        if (column == LINE_LONGEST) {
            breakSoftly();
        }
        int most = Math.min(text.length, from + LINE_LONGEST - column);
        int to = from + 1;
        while (to < most && isPlain(to)) {
            to++;
        }
        System.arraycopy(text, from, out, length, to - from);
        length += to - from;
        column += to - from;
        return to;
    }

    private int escaped(int at) {
        if (column + 3 > LINE_LONGEST) {
            breakSoftly();
        }
        out[length++] = '=';
        out[length++] = HEX[text[at] >> 4 & 15];
        out[length++] = HEX[text[at] & 15];
        column += 3;
        return at + 1;
    }

    private int endLine(int at) {
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
        return at + 2;
    }

    private void breakSoftly() {
        out[length++] = '=';
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }
}
