package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The sRGB colour space as an ICC profile of version 2 (ICC.1:2001-04), computed from IEC 61966-2-1: the D50-adapted
 * primaries and the transfer curve. It is made here, so that it is the same on every machine and nobody else's work.
 */
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int CURVE_POINTS = 1024;
    private static final double[] WHITE = {0.96420, 1, 0.82491};
    private static final double[][] PRIMARIES = {
            {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}};

    private record Entry(String tag, byte[] content) {
    }

    private SrgbProfile() {
    }

    static byte[] bytes() {
        byte[] curve = curve();
        List<Entry> entries = new ArrayList<>(List.of(new Entry("desc", description()),
                new Entry("cprt", text("text", "No copyright, use freely")), new Entry("wtpt", xyz(WHITE)),
                new Entry("rXYZ", xyz(PRIMARIES[0])), new Entry("gXYZ", xyz(PRIMARIES[1])),
                new Entry("bXYZ", xyz(PRIMARIES[2])), new Entry("rTRC", curve), new Entry("gTRC", curve),
                new Entry("bTRC", curve)));
        return write(out -> {
            int start = HEADER + 4 + 12 * entries.size();
            byte[] table = table(entries, start);
            header(out, start + contents(entries).length);
            out.write(table);
            out.write(contents(entries));
        });
    }

    private static void header(DataOutputStream out, int size) throws IOException {
        out.writeInt(size);
        out.writeInt(0);
        out.writeInt(0x02100000);
        out.writeBytes("mntrRGB XYZ ");
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            out.writeShort(part);
        }
        out.writeBytes("acsp");
        out.write(new byte[28]);
        out.write(point(WHITE));
        out.write(new byte[48]);
    }

    private static byte[] table(List<Entry> entries, int start) {
        return write(out -> {
            out.writeInt(entries.size());
            int offset = start;
            byte[] before = null;
            int place = start;
            for (Entry entry : entries) {
                if (entry.content() != before) {
                    place = offset;
                    offset += entry.content().length;
                }
                before = entry.content();
                out.writeBytes(entry.tag());
                out.writeInt(place);
                out.writeInt(entry.content().length);
            }
        });
    }

    private static byte[] contents(List<Entry> entries) {
        return write(out -> {
            byte[] before = null;
            for (Entry entry : entries) {
                if (entry.content() != before) {
                    out.write(entry.content());
                }
                before = entry.content();
            }
        });
    }

    private static byte[] description() {
        byte[] name = "sRGB\0".getBytes(StandardCharsets.US_ASCII);
        return write(out -> {
            out.writeBytes("desc");
            out.writeInt(0);
            out.writeInt(name.length);
            out.write(name);
            out.write(new byte[79]);
            out.write(new byte[4 - (12 + name.length + 79) % 4 & 3]);
        });
    }

    private static byte[] text(String type, String text) {
        return write(out -> {
            out.writeBytes(type);
            out.writeInt(0);
            out.writeBytes(text);
            out.write(new byte[4 - text.length() % 4]);
        });
    }

    private static byte[] xyz(double[] value) {
        return write(out -> {
            out.writeBytes("XYZ ");
            out.writeInt(0);
            out.write(point(value));
        });
    }

    private static byte[] point(double[] value) {
        return write(out -> {
            for (double part : value) {
                out.writeInt((int) Math.round(part * 65536));
            }
        });
    }

    private static byte[] curve() {
        return write(out -> {
            out.writeBytes("curv");
            out.writeInt(0);
            out.writeInt(CURVE_POINTS);
            for (int i = 0; i < CURVE_POINTS; i++) {
                double value = (double) i / (CURVE_POINTS - 1);
                double linear = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
                out.writeShort((int) Math.round(linear * 65535));
            }
        });
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(new DataOutputStream(bytes));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
