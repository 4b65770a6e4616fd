package org.saldo.delivery;

import java.util.Arrays;

/** Text as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, line ends of the text kept as CRLF. */
final class QuotedPrintable {

    private static final int LINE_LONGEST = 75;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(int expected) {
        this.out = new byte[expected];
    }

    /** @param text whose lines end with CRLF, in UTF-8 */
    static byte[] of(byte[] text) {
        QuotedPrintable quoted = new QuotedPrintable(text.length * 2 + 64);
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (isLineEnd(text, i)) {
                quoted.endLine();
                i++;
            } else if (c == ' ' && (i + 1 == text.length || isLineEnd(text, i + 1))) {
                quoted.escaped(c);
            } else if (c >= ' ' && c < 127 && c != '=') {
                quoted.plain(c);
            } else {
                quoted.escaped(c);
            }
        }
        return Arrays.copyOf(quoted.out, quoted.length);
    }

    private static boolean isLineEnd(byte[] text, int at) {
        return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
    }

    private void plain(byte c) {
        room(1);
        out[length++] = c;
    }

    private void escaped(byte c) {
        room(3);
        out[length++] = '=';
        out[length++] = HEX[c >> 4 & 15];
        out[length++] = HEX[c & 15];
    }

    private void endLine() {
        grow(2);
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    /** Breaks the line softly where {@code width} characters more do not fit. */
    private void room(int width) {
        grow(width + 3);
        column += width;
        if (column > LINE_LONGEST) {
            out[length++] = '=';
            out[length++] = '\r';
            out[length++] = '\n';
            column = width;
        }
    }

    private void grow(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, out.length * 2 + more);
        }
    }
}
