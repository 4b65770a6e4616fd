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
 * which part it will need; those beyond the Basic Multilingual Plane by units of the Private Use Area.
 *
 * @param characters the numbers
 * @param beyond   what the numbers from {@link #FIRST_BEYOND} on stand for
 * @param program  the font program, deflated, and how long it is unpacked
 * @param glyphs   the glyph of each character, two bytes each, deflated
 * @param unicode  the map back to Unicode, deflated
 */
record FontPart(BitSet characters, List<Integer> beyond, byte[] program, int programLength, byte[] glyphs, byte[] unicode) {

    /** The first of the 6,400 units of the Private Use Area, which no text has when it is set. */
    static final int FIRST_BEYOND = 0xE000;

    private static final List<String> TABLES = List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");
    private static final int RANGES_MAX = 100;

    /** @param characters what the face has of the Basic Multilingual Plane and the part shall hold */
    static FontPart of(Face face, BitSet characters, List<Integer> beyond) {
        try {
            BitSet codes = (BitSet) characters.clone();
            codes.set(FIRST_BEYOND, FIRST_BEYOND + beyond.size());
            TTFSubsetter subsetter = new TTFSubsetter(face.font(), TABLES);
            characters.stream().forEach(subsetter::add);
            beyond.forEach(subsetter::add);
            ByteArrayOutputStream program = new ByteArrayOutputStream(1 << 15);
            subsetter.writeToStream(program);
            return new FontPart(codes, beyond, Deflated.bytes(program.toByteArray()), program.size(),
                    Deflated.bytes(glyphs(face, codes, beyond, subsetter.getGIDMap())),
                    Deflated.bytes(unicode(characters, beyond).getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static byte[] glyphs(Face face, BitSet characters, List<Integer> beyond, Map<Integer, Integer> oldByNew) {
        int[] newByOld = new int[face.glyphCount()];
        oldByNew.forEach((now, old) -> newByOld[old] = now);
        byte[] map = new byte[characters.length() * 2];
        characters.stream().forEach(character -> {
            int glyph = newByOld[face.glyph(character(character, beyond))];
            map[character * 2] = (byte) (glyph >> 8);
            map[character * 2 + 1] = (byte) glyph;
        });
        return map;
    }

    /** Each character is itself; a range may not cross a multiple of 256 (ISO 32000-1, 9.10.3). */
    private static String unicode(BitSet characters, List<Integer> beyond) {
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
        for (int i = 0; i < beyond.size(); i++) {
            map.append(String.format(Locale.ROOT, "1 beginbfchar\n<%04X> <%04X%04X>\nendbfchar\n", FIRST_BEYOND + i,
                    (int) Character.highSurrogate(beyond.get(i)), (int) Character.lowSurrogate(beyond.get(i))));
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    /** The character that a number stands for. */
    int character(int number) {
        return character(number, beyond);
    }

    private static int character(int number, List<Integer> beyond) {
        return number >= FIRST_BEYOND && number < FIRST_BEYOND + beyond.size() ? beyond.get(number - FIRST_BEYOND) : number;
    }

    /** Six letters that tell parts of one face apart. */
    String tag() {
        int hash = beyond.isEmpty() ? characters.hashCode() : 31 * characters.hashCode() + beyond.hashCode();
        long code = Integer.toUnsignedLong(hash);
        StringBuilder letters = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + code % 26));
            code /= 26;
        }
        return letters.toString();
    }
}
