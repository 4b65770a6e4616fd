package org.saldo.delivery.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The operators that draw one page, as bytes. Positions are in points from the left and from the bottom. */
final class Ink {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 13];
    private int size;

    /** Appends operators or names as they are. */
    Ink put(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Appends a number, rounded to hundredths, and a space. */
    Ink number(float number) {
        return number(number, 2);
    }

    /** Appends a number, rounded to {@code digits} digits after the point (3 at most), and a space. */
    Ink number(float number, int digits) {
        room(16);
        int scale = digits == 3 ? 1000 : digits == 2 ? 100 : 1;
        int scaled = Math.round(number * scale);
        if (scaled < 0) {
            bytes[size++] = '-';
            scaled = -scaled;
        }
        put(Integer.toString(scaled / scale));
        int rest = scaled % scale;
        for (int unit = scale / 10; rest > 0; unit /= 10) {
            if (unit == scale / 10) {
                bytes[size++] = '.';
            }
            bytes[size++] = (byte) ('0' + rest / unit);
            rest %= unit;
        }
        bytes[size++] = ' ';
        return this;
    }

    /** Appends a text as the hexadecimal string of its UTF-16 units. */
    Ink text(String text) {
        room(text.length() * 4 + 2);
        bytes[size++] = '<';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes[size++] = HEX[unit >> shift & 15];
            }
        }
        bytes[size++] = '>';
        return this;
    }

    /** Appends a colour, {@code 0xRRGGBB}, as three numbers from 0 to 1. */
    Ink colour(int rgb) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            number((rgb >> shift & 255) / 255f, 3);
        }
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
