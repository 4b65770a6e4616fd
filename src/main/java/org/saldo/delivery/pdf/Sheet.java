package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.saldo.delivery.Logo;

/**
 * A4 pages that are drawn on from top to bottom. Positions are in points from the left and from the top of the page;
 * {@link #y()} is where the next thing goes. A text belongs to the innermost element that {@link #tags()} has open, and is a
 * paragraph of its own where that takes none; rules and areas are ornament.
 */
final class Sheet {

    static final float LEFT = 56;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = 52;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 68;
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float PAGE = PDRectangle.A4.getWidth();
    private static final String ORNAMENT = "/Artifact BMC\n";

    private final PDDocument document;
    private final Typefaces typefaces;
    private final Shades shades;
    private final Fonts fonts = new Fonts();
    private final Tags tags = new Tags();
    private final Map<Logo, String> pictures = new LinkedHashMap<>();
    private final List<Ink> inks = new ArrayList<>();
    private final List<COSDictionary> pages = new ArrayList<>();
    private final Runnable onContinuation;
    private Ink ink;
    private int page;
    private Object marked;
    private String furniture = "";
    private int colour = -1;
    private Face face;
    private float faceSize;
    private float y;
    private float bottom = BOTTOM;
    private boolean closely;

    /** @param onContinuation draws the head of each page but the first */
    Sheet(PDDocument document, Typefaces typefaces, Shades shades, Runnable onContinuation) {
        this.document = document;
        this.typefaces = typefaces;
        this.shades = shades;
        this.onContinuation = onContinuation;
        addPage();
    }

    private void addPage() {
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        pages.add(added.getCOSObject());
        inks.add(new Ink());
        turnTo(pages.size() - 1);
        y = TOP;
    }

    /** How far from the bottom of the page a place is, which others count from. */
    static float fromBottom(float y) {
        return HEIGHT - y;
    }

    private void turnTo(int other) {
        unmark();
        page = other;
        ink = inks.get(other);
        colour = -1;
        face = null;
    }

    Typefaces typefaces() {
        return typefaces;
    }

    Shades shades() {
        return shades;
    }

    Tags tags() {
        return tags;
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

    /** What follows is set closely: rows of tables stand nearer to each other, and pages end nearer to their foot. */
    void setClosely() {
        closely = true;
        bottom = BOTTOM + 14;
    }

    boolean isSetClosely() {
        return closely;
    }

    /** Goes to a new page when {@code height} does not fit below; tells whether it did. */
    boolean need(float height) {
        if (y + height <= bottom) {
            return false;
        }
        addPage();
        asFurniture("Header", onContinuation);
        return true;
    }

    /** Draws what returns on each page and is no content of its own. */
    void asFurniture(String kind, Runnable drawing) {
        unmark();
        furniture = "/Artifact <</Type /Pagination /Subtype /" + kind + ">> BDC\n";
        drawing.run();
        unmark();
        furniture = "";
    }

    /** Sets a text with its baseline at {@code baseline} from the top. */
    void text(float x, float baseline, String text, Style style) {
        if (furniture.isEmpty() && !tags.takesContent()) {
            tags.open(Tags.PARAGRAPH);
            text(x, baseline, text, style);
            tags.close();
            return;
        }
        float at = x;
        for (Run run : typefaces.runs(text, style)) {
            markContent();
            colour(shades.of(style.tone()));
            String name = fonts.use(run.face(), run.text());
            ink.put("BT\n");
            if (run.face() != face || style.size() != faceSize) {
                ink.put("/").put(name).put(" ").number(style.size()).put("Tf\n");
                face = run.face();
                faceSize = style.size();
            }
            if (run.emboldened()) {
                ink.put("2 Tr ").colour(shades.of(style.tone())).put("RG ").number(style.size() / 40).put("w\n");
            }
            ink.number(at).number(HEIGHT - baseline).put("Td ").text(fonts.coded(run.face(), run.text())).put(" Tj\n");
            ink.put(run.emboldened() ? "0 Tr ET\n" : "ET\n");
            at += run.width() * style.size() / 1000f;
        }
    }

    void textRight(float xRight, float baseline, String text, Style style) {
        text(xRight - typefaces.width(text, style), baseline, text, style);
    }

    /** Sets a text on one line no wider than {@code width}: smaller when it must be, down to {@code smallest} points. */
    void textRightFitted(float xRight, float baseline, String text, Style style, float width, float smallest) {
        float wide = typefaces.width(text, style);
        textRight(xRight, baseline, text,
                wide <= width ? style : style.sized(Math.max(smallest, style.size() * width / wide)));
    }

    /**
     * Sets a text in lines of at most {@code width} from the place at hand on, {@code leading} apart, and goes down below
     * them; a last line that is too long is shortened.
     */
    void paragraph(float x, float width, String text, Style style, float leading, int linesMax) {
        List<String> lines = typefaces.wrap(text, style, width, linesMax);
        for (int i = 0; i < lines.size(); i++) {
            text(x, y + leading - 2.5f, i < lines.size() - 1 ? lines.get(i) + " " : lines.get(i), style);
            y += leading;
        }
    }

    void line(float x1, float x2, float at, float thickness, Tone tone) {
        fill(x1, at - thickness / 2, x2 - x1, thickness, shades.of(tone));
    }

    void fill(float x, float top, float width, float height, Tone tone) {
        fill(x, top, width, height, shades.of(tone));
    }

    /** Fills areas as one picture of the innermost element; each is its left, top, width and height. */
    void picture(List<float[]> areas, Tone tone) {
        markContent();
        colour(shades.of(tone));
        for (float[] area : areas) {
            ink.number(area[0], 3).number(HEIGHT - area[1] - area[3], 3).number(area[2], 3).number(area[3], 3).put("re\n");
        }
        ink.put("f\n");
    }

    /** @param rgb {@code 0xRRGGBB} */
    void fill(float x, float top, float width, float height, int rgb) {
        markOrnament();
        colour(rgb);
        ink.number(x).number(HEIGHT - top - height).number(width).number(height).put("re f\n");
    }

    /** Draws the edges of an area. */
    void frame(float x, float top, float width, float height, float thickness, Tone tone) {
        markOrnament();
        ink.colour(shades.of(tone)).put("RG ").number(thickness).put("w ").number(x).number(HEIGHT - top - height)
                .number(width).number(height).put("re S\n");
    }

    /** Draws a picture with its left upper corner at {@code x} and {@code top}; {@code words} say what it shows. */
    void picture(float x, float top, float width, float height, Logo logo, String words) {
        String name = pictures.computeIfAbsent(logo, each -> "I" + (pictures.size() + 1));
        tags.open(Tags.FIGURE);
        tags.describe(words, x, HEIGHT - top - height, width, height);
        markContent();
        ink.put("q ").number(width).put("0 0 ").number(height).number(x).number(HEIGHT - top - height).put("cm /").put(name)
                .put(" Do Q\n");
        tags.close();
    }

    private void colour(int rgb) {
        if (rgb != colour) {
            ink.colour(rgb).put("rg\n");
            colour = rgb;
        }
    }

    private void markContent() {
        if (!furniture.isEmpty()) {
            mark(furniture, furniture);
        } else if (tags.current() != marked) {
            mark(tags.current(), "/" + tags.current().type() + " <</MCID " + tags.content(pages.get(page), page) + ">> BDC\n");
        }
    }

    private void markOrnament() {
        String ornament = furniture.isEmpty() ? ORNAMENT : furniture;
        mark(ornament, ornament);
    }

    private void mark(Object what, String operator) {
        if (what != marked) {
            unmark();
            ink.put(operator);
            marked = what;
        }
    }

    private void unmark() {
        if (marked != null) {
            ink.put("EMC\n");
            marked = null;
        }
    }

    int pageCount() {
        return pages.size();
    }

    /** Draws the foot of every page, which is given by its number from 1, and puts pages and structure into the document. */
    void finish(IntConsumer foot) {
        for (int i = 0; i < pages.size(); i++) {
            turnTo(i);
            int number = i + 1;
            asFurniture("Footer", () -> foot.accept(number));
        }
        Streams streams = new Streams(document.getDocument());
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts.embed(streams));
        if (!pictures.isEmpty()) {
            COSDictionary images = new COSDictionary();
            pictures.forEach((logo, name) -> images.setItem(name, streams.picture(logo)));
            resources.setItem(COSName.XOBJECT, images);
        }
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).setItem(COSName.CONTENTS, streams.packed(Deflated.bytes(inks.get(i).toBytes())));
            pages.get(i).setItem(COSName.RESOURCES, resources);
            pages.get(i).setName("Tabs", "S");
        }
        tags.finish(document.getDocumentCatalog(), pages);
    }
}
