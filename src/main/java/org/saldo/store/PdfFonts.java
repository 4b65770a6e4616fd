package org.saldo.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fonts and colour profiles within the bytes of a PDF (ISO 32000-1, 9.9 and 14.11.5). They are the same in nearly all
 * documents of a house, and more than half of a short one.
 */
final class PdfFonts {

    /** Where the packed bytes of one begin and end. */
    record Place(int from, int to) {
    }

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] STREAM = ascii("stream\n");
    private static final byte[] STREAM_AFTER_CR = ascii("stream\r\n");
    private static final byte[] LENGTH = ascii("/Length ");
    private static final byte[] ELSEWHERE = ascii(" 0 R");
    private static final Place NONE = new Place(0, 0);
    /** What only the dictionary of a font program says, and of a colour profile. */
    private static final List<byte[]> MARKS = List.of(ascii("/Length1 "), ascii("/N 3"));
    /** How far the length may stand from the bytes; a mark stands between them. */
    private static final int DICTIONARY_MOST = 200;
    /** Less is not worth a row. */
    private static final int BYTES_LEAST = 2_000;

    private PdfFonts() {
    }

    /** Those of a PDF, in their order, at most so many; none of anything else. */
    static List<Place> in(byte[] bytes, int most) {
        List<Place> found = new ArrayList<>();
        if (!isAt(bytes, 0, PDF)) {
            return found;
        }
        int i = 0;
        while (i < bytes.length && found.size() < most) {
            Place stream = bytes[i] == '/' && isAt(bytes, i, LENGTH) ? stream(bytes, i) : NONE;
            if (stream != NONE && stream.to() - stream.from() >= BYTES_LEAST && isMarked(bytes, i, stream.from())) {
                found.add(stream);
            }
            i = Math.max(i + 1, stream.to());
        }
        return found;
    }

    private static boolean isMarked(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '/' && (isAt(bytes, i, MARKS.get(0)) || isAt(bytes, i, MARKS.get(1)))) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of the stream whose dictionary names its length here; none when it says elsewhere how long it is. */
    private static Place stream(byte[] bytes, int length) {
        int from = streamAfter(bytes, length);
        int named = lengthAt(bytes, length);
        return from > 0 && named > 0 && named <= bytes.length - from ? new Place(from, from + named) : NONE;
    }

    /** Where the bytes of the dictionary's stream begin; 0 when there is none. */
    private static int streamAfter(byte[] bytes, int at) {
        for (int i = at; i < Math.min(bytes.length, at + DICTIONARY_MOST); i++) {
            if (isAt(bytes, i, STREAM)) {
                return i + STREAM.length;
            }
            if (isAt(bytes, i, STREAM_AFTER_CR)) {
                return i + STREAM_AFTER_CR.length;
            }
        }
        return 0;
    }

    /** The length that the dictionary names here; 0 when it names where it is to be found. */
    private static int lengthAt(byte[] bytes, int at) {
        int digit = at + LENGTH.length;
        int length = 0;
        while (digit < bytes.length && bytes[digit] >= '0' && bytes[digit] <= '9' && length < 100_000_000) {
            length = length * 10 + bytes[digit++] - '0';
        }
        return isAt(bytes, digit, ELSEWHERE) ? 0 : length;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] sought) {
        if (at + sought.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < sought.length; i++) {
            if (bytes[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
