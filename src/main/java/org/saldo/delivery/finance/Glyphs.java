package org.saldo.delivery.finance;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of the fonts that come with the hub, so that a picture needs no font of the machine and is the same
 * everywhere.
 */
final class Glyphs {

    private static final String FOLDER = "/org/saldo/delivery/fonts/";

    private record Face(TrueTypeFont font, CmapLookup characters, int unitsPerEm) {

        static Face read(String resource) {
            try (InputStream in = Glyphs.class.getResourceAsStream(FOLDER + resource)) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                return new Face(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
            } catch (IOException damaged) {
                throw new UncheckedIOException(resource + " cannot be read", damaged);
            }
        }
    }

    private final List<Face> faces;

    private Glyphs(String latin) {
        this.faces = List.of(Face.read(latin), Face.read("DroidSansFallbackFull.ttf"));
    }

    static Glyphs regular() {
        return new Glyphs("NotoSans-Regular.ttf");
    }

    static Glyphs bold() {
        return new Glyphs("NotoSans-Bold.ttf");
    }

    /** The outline of {@code text} from {@code x} on, standing on the line {@code y}. */
    Path2D outline(String text, double x, double y, double size) {
        Path2D path = new Path2D.Double();
        walk(text, size, (face, glyph, at) -> append(path, face, glyph, x + at, y, size));
        return path;
    }

    double width(String text, double size) {
        return walk(text, size, (face, glyph, at) -> { });
    }

    private interface Pen {
        void set(Face face, int glyph, double at);
    }

    private double walk(String text, double size, Pen pen) {
        double at = 0;
        for (int c : text.codePoints().toArray()) {
            Face face = faces.get(0).characters.getGlyphId(c) != 0 ? faces.get(0) : faces.get(1);
            int glyph = face.characters.getGlyphId(c);
            pen.set(face, glyph, at);
            at += advance(face, glyph) * size / face.unitsPerEm;
        }
        return at;
    }

    private static int advance(Face face, int glyph) {
        try {
            return face.font.getAdvanceWidth(glyph);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void append(Path2D path, Face face, int glyph, double x, double y, double size) {
        try {
            GlyphData data = face.font.getGlyph().getGlyph(glyph);
            if (data != null) {
                double scale = size / face.unitsPerEm;
                path.append(new AffineTransform(scale, 0, 0, -scale, x, y).createTransformedShape(data.getPath()), false);
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
