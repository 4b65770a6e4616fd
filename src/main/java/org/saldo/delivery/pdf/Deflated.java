package org.saldo.delivery.pdf;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Bytes packed as PDF's FlateDecode expects them; always at the same level, so that the same bytes come out. */
final class Deflated {

    private Deflated() {
    }

    static byte[] bytes(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[Math.max(64, plain.length / 3)];
            int size = 0;
            while (!deflater.finished()) {
                if (size == packed.length) {
                    packed = Arrays.copyOf(packed, size * 2);
                }
                size += deflater.deflate(packed, size, packed.length - size);
            }
            return Arrays.copyOf(packed, size);
        } finally {
            deflater.end();
        }
    }
}
