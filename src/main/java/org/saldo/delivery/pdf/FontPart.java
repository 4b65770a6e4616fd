package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * The part of a face that a document needs, ready to be embedded: made once for the same characters and used in every
 * document that has them. Characters are numbered by their UTF-16 unit, so that a text can be written before it is known
 * which part it will need.
 *
 * @param program  the font program, deflated, and how long it is unpacked
 * @param glyphs   the glyph of each character, two bytes each, deflated
 * @param unicode  the map back to Unicode, deflated
 */
record FontPart(BitSet characters, byte[] program, int programLength, byte[] glyphs, byte[] unicode) {

    private static final List<String> TABLES = List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");
    private static final int RANGES_MAX = 100;

    /** @param characters what the face has of the Basic Multilingual Plane and the part shall hold */
    static FontPart of(Face face, BitSet characters) {
        try {
            TTFSubsetter subsetter = new TTFSubsetter(face.font(), TABLES);
            characters.stream().forEach(subsetter::add);
            ByteArrayOutputStream program = new ByteArrayOutputStream(1 << 15);
            subsetter.writeToStream(program);
            return new FontPart(characters, Deflated.bytes(program.toByteArray()), program.size(),
                    Deflated.bytes(glyphs(face, characters, subsetter.getGIDMap())),
                    Deflated.bytes(unicode(characters).getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static byte[] glyphs(Face face, BitSet characters, Map<Integer, Integer> oldByNew) {
        int[] newByOld = new int[face.glyphCount()];
        oldByNew.forEach((now, old) -> newByOld[old] = now);
        byte[] map = new byte[characters.length() * 2];
        characters.stream().forEach(character -> {
            int glyph = newByOld[face.glyph(character)];
            map[character * 2] = (byte) (glyph >> 8);
            map[character * 2 + 1] = (byte) glyph;
        });
        return map;
    }

    /** Each character is itself; a range may not cross a multiple of 256 (ISO 32000-1, 9.10.3). */
    private static String unicode(BitSet characters) {
        StringBuilder ranges = new StringBuilder();
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int count = 0;
        for (int first = characters.nextSetBit(0); first >= 0; first = characters.nextSetBit(first)) {
            int end = Math.min(characters.nextClearBit(first), (first | 255) + 1);
            ranges.append(String.format(Locale.ROOT, "<%04X> <%04X> <%04X>\n", first, end - 1, first));
            first = end;
            if (++count == RANGES_MAX || characters.nextSetBit(end) < 0) {
                map.append(count).append(" beginbfrange\n").append(ranges).append("endbfrange\n");
                ranges.setLength(0);
                count = 0;
            }
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    /** Six letters that tell parts of one face apart. */
    String tag() {
        long code = Integer.toUnsignedLong(characters.hashCode());
        StringBuilder letters = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + code % 26));
            code /= 26;
        }
        return letters.toString();
    }
}
