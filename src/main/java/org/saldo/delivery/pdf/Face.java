package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One TrueType font, parsed: which characters it has and how wide they are, in
 * thousandths of the type size. Characters come in groups that are embedded together, so that a few parts of the font
 * serve nearly all documents.
 */
final class Face {

    private static final int PLANE = 1 << 16;
    private static final short UNKNOWN = -1;
    private static final short ABSENT = -2;
    private static final int PARTS_MAX = 64;
    private static final int SYMBOLIC = 4;
    private static final int STEM = 80;
    /** OS/2 table, fsType. */
    private static final int RESTRICTED = 2;

    /** What is embedded together, as first and last characters: ASCII with usual signs, the rest of Western Europe, ... */
    private static final int[][] GROUPS = {
            {0x20, 0x7e, 0xa0, 0xa0, 0xb7, 0xb7, 0x2013, 0x2014, 0x2018, 0x201e, 0x2022, 0x2022, 0x2026, 0x2026},
            {0xa1, 0xb6, 0xb8, 0xff, 0x152, 0x153, 0x2039, 0x203a, 0x20ac, 0x20ac, 0x2122, 0x2122},
            {0x100, 0x151, 0x154, 0x17f, 0x218, 0x21b},
            {0x370, 0x3ff},
            {0x400, 0x45f}};

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final int unitsPerEm;
    private final boolean grouped;
    private final short[] widths = new short[PLANE];
    private final Map<List<Object>, FontPart> parts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, FontPart> eldest) {
            return size() > PARTS_MAX;
        }
    };

    private Face(TrueTypeFont font, boolean grouped) throws IOException {
        this.font = font;
        this.name = font.getName();
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
        this.grouped = grouped;
        Arrays.fill(widths, UNKNOWN);
    }

    /** @param grouped whether characters of one group are embedded together; else only those that are used */
    static Face read(String resource, boolean grouped) {
        try (InputStream in = Face.class.getResourceAsStream(resource)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return new Face(font, grouped);
        } catch (IOException damaged) {
            throw new UncheckedIOException(resource + " cannot be read", damaged);
        }
    }

    /**
     * A font from a file, of which only what is used is embedded.
     *
     * @throws IllegalArgumentException when it is no TrueType font, or its licence forbids to embed it
     */
    static Face read(Path file) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)));
            font.setEnableGsub(false);
            int rights = font.getOS2Windows() == null ? 0 : font.getOS2Windows().getFsType();
            if ((rights & 0xf) == RESTRICTED || font.getGlyph() == null) {
                throw new IllegalArgumentException(file + ": " + (font.getGlyph() == null ? "has no TrueType outlines"
                        : "may not be embedded, as it says itself") + "; take another font");
            }
            return new Face(font, false);
        } catch (IOException damaged) {
            throw new IllegalArgumentException(file + ": is no TrueType font (" + damaged.getMessage() + "); take another one",
                    damaged);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    String name() {
        return name;
    }

    int glyph(int character) {
        return characters.getGlyphId(character);
    }

    int glyphCount() {
        try {
            return font.getNumberOfGlyphs();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    boolean has(int codePoint) {
        return widthOrAbsent(codePoint) != ABSENT;
    }

    int width(int codePoint) {
        return Math.max(0, widthOrAbsent(codePoint));
    }

    private short widthOrAbsent(int character) {
        if (character >= PLANE) {
            return measure(character);
        }
        short known = widths[character];
        return known == UNKNOWN ? widths[character] = measure(character) : known;
    }

    private short measure(int character) {
        int glyph = glyph(character);
        if (glyph == 0) {
            return ABSENT;
        }
        try {
            return (short) Math.round(font.getAdvanceWidth(glyph) * 1000f / unitsPerEm);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /**
     * The part with these characters and those of their groups.
     *
     * @param beyond the characters beyond the Basic Multilingual Plane, in the order of their codes
     */
    FontPart part(BitSet used, List<Integer> beyond) {
        BitSet wanted = (BitSet) used.clone();
        if (grouped) {
            for (int[] group : GROUPS) {
                addWhole(wanted, group);
            }
        }
        return parts.computeIfAbsent(List.of(wanted, beyond), any -> FontPart.of(this, wanted, beyond));
    }

    private void addWhole(BitSet wanted, int[] group) {
        boolean touched = false;
        for (int i = 0; i < group.length; i += 2) {
            int next = wanted.nextSetBit(group[i]);
            touched |= next >= 0 && next <= group[i + 1];
        }
        for (int i = 0; touched && i < group.length; i += 2) {
            for (int character = group[i]; character <= group[i + 1]; character++) {
                wanted.set(character, has(character));
            }
        }
    }

    /** How the face looks, without name and program (ISO 32000-1, 9.8). */
    COSDictionary descriptor() {
        try {
            COSArray box = new COSArray();
            for (int edge : new int[] {font.getHeader().getXMin(), font.getHeader().getYMin(), font.getHeader().getXMax(),
                    font.getHeader().getYMax()}) {
                box.add(COSInteger.get(scaled(edge)));
            }
            COSDictionary descriptor = new COSDictionary();
            descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
            descriptor.setInt(COSName.FLAGS, SYMBOLIC);
            descriptor.setItem(COSName.FONT_BBOX, box);
            descriptor.setInt(COSName.ITALIC_ANGLE, 0);
            descriptor.setInt(COSName.ASCENT, scaled(font.getHorizontalHeader().getAscender()));
            descriptor.setInt(COSName.DESCENT, scaled(font.getHorizontalHeader().getDescender()));
            descriptor.setInt(COSName.CAP_HEIGHT, scaled(font.getHeader().getYMax()));
            descriptor.setInt(COSName.STEM_V, STEM);
            return descriptor;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private int scaled(int units) {
        return Math.round(units * 1000f / unitsPerEm);
    }
}
