package org.saldo.delivery.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A4 pages that are drawn on from top to bottom. Positions are in points from the left and from the top of the page;
 * {@link #y()} is where the next thing goes.
 */
final class Sheet {

    static final float LEFT = 56;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = 52;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 68;
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document;
    private final Typefaces typefaces;
    private final Map<Face, PDType0Font> fonts = new HashMap<>();
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private final Runnable onContinuation;
    private PDPageContentStream page;
    private Color colour;
    private Face face;
    private float faceSize;
    private float y;

    /** @param onContinuation draws the head of each page but the first */
    Sheet(PDDocument document, Typefaces typefaces, Runnable onContinuation) throws IOException {
        this.document = document;
        this.typefaces = typefaces;
        this.onContinuation = onContinuation;
        addPage();
    }

    private void addPage() throws IOException {
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        turnTo(new PDPageContentStream(document, added, PDPageContentStream.AppendMode.OVERWRITE, true));
        pages.add(page);
        y = TOP;
    }

    Typefaces typefaces() {
        return typefaces;
    }

    float y() {
        return y;
    }

    void moveTo(float position) {
        y = position;
    }

    void down(float points) {
        y += points;
    }

    /** Goes to a new page when {@code height} does not fit below; tells whether it did. */
    boolean need(float height) throws IOException {
        if (y + height <= BOTTOM) {
            return false;
        }
        addPage();
        onContinuation.run();
        return true;
    }

    /** Sets a text with its baseline at {@code baseline} from the top. */
    void text(float x, float baseline, String text, Style style) throws IOException {
        float at = x;
        for (Run run : typefaces.runs(text, style)) {
            colour(style.colour());
            page.beginText();
            typeface(run.face(), style.size());
            if (run.emboldened()) {
                page.setRenderingMode(RenderingMode.FILL_STROKE);
                page.setStrokingColor(style.colour());
                page.setLineWidth(style.size() / 40);
            }
            page.newLineAtOffset(at, HEIGHT - baseline);
            page.showText(run.text());
            if (run.emboldened()) {
                page.setRenderingMode(RenderingMode.FILL);
            }
            page.endText();
            at += run.width() * style.size() / 1000f;
        }
    }

    void textRight(float xRight, float baseline, String text, Style style) throws IOException {
        text(xRight - typefaces.width(text, style), baseline, text, style);
    }

    /** Sets a text on one line no wider than {@code width}: smaller when it must be, down to {@code smallest} points. */
    void textRightFitted(float xRight, float baseline, String text, Style style, float width, float smallest)
            throws IOException {
        float wide = typefaces.width(text, style);
        textRight(xRight, baseline, text,
                wide <= width ? style : style.sized(Math.max(smallest, style.size() * width / wide)));
    }

    void line(float x1, float x2, float at, float thickness, Color colour) throws IOException {
        fill(x1, at - thickness / 2, x2 - x1, thickness, colour);
    }

    void fill(float x, float top, float width, float height, Color colour) throws IOException {
        colour(colour);
        page.addRect(x, HEIGHT - top - height, width, height);
        page.fill();
    }

    private void colour(Color wanted) throws IOException {
        if (!wanted.equals(colour)) {
            page.setNonStrokingColor(wanted);
            colour = wanted;
        }
    }

    private void typeface(Face wanted, float size) throws IOException {
        if (wanted != face || size != faceSize) {
            page.setFont(font(wanted), size);
            face = wanted;
            faceSize = size;
        }
    }

    private void turnTo(PDPageContentStream other) {
        page = other;
        colour = null;
        face = null;
    }

    /** Draws on every page in turn, which is given by its number from 1, and closes the pages. */
    void finish(IntConsumer foot) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            turnTo(pages.get(i));
            foot.accept(i + 1);
            page.close();
        }
    }

    int pageCount() {
        return pages.size();
    }

    private PDType0Font font(Face face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(document, face.font(), true);
            fonts.put(face, font);
        }
        return font;
    }
}
