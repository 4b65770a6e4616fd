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
    /** What only the dictionary of a font program says, and of a colour profile. */
    private static final List<byte[]> MARKS = List.of(ascii("/Length1 "), ascii("/N 3"));
    /** How far the mark may stand from its dictionary's other entries and from the bytes. */
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
            Place place = bytes[i] == '/' && isMark(bytes, i) ? place(bytes, i) : null;
            if (place != null) {
                found.add(place);
                i = place.to();
            } else {
                i++;
            }
        }
        return found;
    }

    private static boolean isMark(byte[] bytes, int at) {
        return isAt(bytes, at, MARKS.get(0)) || isAt(bytes, at, MARKS.get(1));
    }

    private static Place place(byte[] bytes, int mark) {
        int from = streamAfter(bytes, mark);
        int length = lengthBefore(bytes, mark);
        return from > 0 && length >= BYTES_LEAST && length <= bytes.length - from ? new Place(from, from + length) : null;
    }

    /** Where the bytes of the dictionary's stream begin; 0 when there is none. */
    private static int streamAfter(byte[] bytes, int mark) {
        for (int i = mark; i < Math.min(bytes.length, mark + DICTIONARY_MOST); i++) {
            if (isAt(bytes, i, STREAM)) {
                return i + STREAM.length;
            }
            if (isAt(bytes, i, STREAM_AFTER_CR)) {
                return i + STREAM_AFTER_CR.length;
            }
        }
        return 0;
    }

    /** The length that the dictionary names before the mark; 0 when it names none, or where it is to be found. */
    private static int lengthBefore(byte[] bytes, int mark) {
        for (int i = mark; i >= Math.max(0, mark - DICTIONARY_MOST); i--) {
            if (isAt(bytes, i, LENGTH)) {
                int digit = i + LENGTH.length;
                int length = 0;
                while (digit < mark && bytes[digit] >= '0' && bytes[digit] <= '9' && length < 100_000_000) {
                    length = length * 10 + bytes[digit++] - '0';
                }
                return isAt(bytes, digit, ascii(" 0 R")) ? 0 : length;
            }
        }
        return 0;
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
