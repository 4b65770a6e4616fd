package org.saldo.intake.list;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how large the streams of a PDF are when unpacked, before anything unpacks them into memory. Streams packed twice (but
 * for photographs), or in other forms, are not looked into: such a file is refused.
 */
final class PdfBounds {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HIDDEN = Pattern.compile("/LZWDecode|/RunLengthDecode|/ASCIIHexDecode|/ASCII85Decode|/A85\\b"
            + "|/F(?:ilter)?\\s*\\[\\s*/(?!FlateDecode\\s*/DCTDecode\\s*\\])\\w+\\s*/|/Filter\\s+\\d+\\s+\\d+\\s+R"
            + "|#[0-9A-Fa-f]{2}[A-Za-z#0-9]*Decode|Decode[A-Za-z]*#");
    private static final long UNPACKED_MAX = 80_000_000;

    private PdfBounds() {
    }

    static void require(byte[] bytes, String name) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("/Encrypt")) {
            throw ListLimits.refused(name, "the PDF is protected",
                    "send it without a password or protection, or as CSV or .xlsx");
        }
        if (HIDDEN.matcher(text).find()) {
            throw ListLimits.refused(name, "the PDF is packed in an unusual way", "send the list as CSV or .xlsx");
        }
        long unpacked = 0;
        for (int at = next(bytes, 0); at >= 0 && unpacked <= UNPACKED_MAX; at = next(bytes, at)) {
            unpacked += unpacked(bytes, at, UNPACKED_MAX - unpacked);
        }
        if (unpacked > UNPACKED_MAX) {
            throw ListLimits.refused(name, "the PDF is too large when unpacked", "send the list alone, as CSV or .xlsx");
        }
    }

    /** Where the content of the next stream after {@code from} begins; -1 when there is none. */
    private static int next(byte[] bytes, int from) {
        for (int at = from; at + STREAM.length + 1 < bytes.length; at++) {
            if (bytes[at] == 's' && isStream(bytes, at) && (at < 3 || bytes[at - 1] != 'd')) {
                int start = at + STREAM.length;
                start += bytes[start] == '\r' ? 1 : 0;
                return start + (start < bytes.length && bytes[start] == '\n' ? 1 : 0);
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** How much it is unpacked, as far as it is packed at all; not more than just over {@code most}. */
    private static long unpacked(byte[] bytes, int at, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, at, bytes.length - at);
            byte[] some = new byte[1 << 16];
            long unpacked = 0;
            for (int length = inflater.inflate(some); length > 0 && unpacked <= most; length = inflater.inflate(some)) {
                unpacked += length;
            }
            return unpacked;
        } catch (DataFormatException notPacked) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
