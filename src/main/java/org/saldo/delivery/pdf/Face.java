package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One TrueType font, parsed: which characters it has and how wide they are, in thousandths of the type size. */
final class Face {

    private static final int PLANE = 1 << 16;
    private static final short UNKNOWN = -1;
    private static final short ABSENT = -2;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final int unitsPerEm;
    private final short[] widths = new short[PLANE];

    private Face(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
        Arrays.fill(widths, UNKNOWN);
    }

    static Face read(String resource) {
        try (InputStream in = Face.class.getResourceAsStream("/org/saldo/delivery/fonts/" + resource)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return new Face(font);
        } catch (IOException damaged) {
            throw new UncheckedIOException(resource + " cannot be read", damaged);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int codePoint) {
        return widthOrAbsent(codePoint) != ABSENT;
    }

    int width(int codePoint) {
        return Math.max(0, widthOrAbsent(codePoint));
    }

    private short widthOrAbsent(int codePoint) {
        if (codePoint >= PLANE) {
            return measure(codePoint);
        }
        short known = widths[codePoint];
        return known == UNKNOWN ? widths[codePoint] = measure(codePoint) : known;
    }

    private short measure(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        if (glyph == 0) {
            return ABSENT;
        }
        try {
            return (short) Math.round(font.getAdvanceWidth(glyph) * 1000f / unitsPerEm);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
