package org.saldo.delivery.pdf;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The faces that pages are set in: Noto Sans, Liberation Sans on payment slips, and Droid Sans Fallback and those that were
 * added for what they lack, chosen character by character. Parsed once and used for every document. Not safe for two threads
 * at a time.
 */
final class Typefaces {

    private static final String FONTS = "/org/saldo/delivery/fonts/";
    private static final int ELLIPSIS = '\u2026';
    private static final char SOFT_HYPHEN = '\u00ad';
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}]");

    private final Face regular = Face.read(FONTS + "NotoSans-Regular.ttf", true);
    private final Face bold = Face.read(FONTS + "NotoSans-Bold.ttf", true);
    private final Face fallback = Face.read(FONTS + "DroidSansFallbackFull.ttf", false);
    private final List<Face> added;
    private Face slip;

    Typefaces() {
        this(List.of());
    }

    /** @throws IllegalArgumentException when one of the files is no font that can be set and embedded */
    Typefaces(List<Path> added) {
        this.added = added.stream().map(Face::read).toList();
    }

    /** Whether any face has the character, and it may be set as it stands: from left to right, each by itself. */
    boolean has(int codePoint) {
        return !Scripts.areJoined(codePoint) && faceOf(codePoint, Palette.BODY).has(codePoint);
    }

    /** The text as it can be set: composed accents, no control characters, a question mark for what no face has. */
    List<Run> runs(String text, Style style) {
        String clean = clean(text);
        List<Run> runs = new ArrayList<>(1);
        int start = 0;
        int width = 0;
        Face face = null;
        StringBuilder run = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i += Character.charCount(start)) {
            start = clean.codePointAt(i);
            Face next = faceOf(start, style);
            int codePoint = next.has(start) ? start : '?';
            if (face != null && next != face) {
                runs.add(run(face, style, run, width));
                run.setLength(0);
                width = 0;
            }
            face = next;
            run.appendCodePoint(codePoint);
            width += next.width(codePoint);
        }
        if (run.length() > 0) {
            runs.add(run(face, style, run, width));
        }
        return runs;
    }

    private Run run(Face face, Style style, CharSequence text, int width) {
        return new Run(face, style.bold() && face != bold, text.toString(), width);
    }

    private Face faceOf(int codePoint, Style style) {
        Face latin = style.family() == Style.Family.SLIP ? slip() : style.bold() ? bold : regular;
        if (latin.has(codePoint)) {
            return latin;
        }
        if (fallback.has(codePoint)) {
            return fallback;
        }
        for (Face face : added) {
            if (face.has(codePoint)) {
                return face;
            }
        }
        return latin;
    }

    /** It comes with PDFBox, which sets in it what a document does not embed. */
    private Face slip() {
        if (slip == null) {
            slip = Face.read("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", true);
        }
        return slip;
    }

    float width(String text, Style style) {
        long width = 0;
        String clean = clean(text);
        for (int i = 0; i < clean.length(); ) {
            int codePoint = clean.codePointAt(i);
            width += advance(codePoint, style);
            i += Character.charCount(codePoint);
        }
        return width * style.size() / 1000f;
    }

    /** How wide a character of a clean text is, in thousandths of the type size. */
    private int advance(int codePoint, Style style) {
        Face face = faceOf(codePoint, style);
        return face.width(face.has(codePoint) ? codePoint : '?');
    }

    /** The text in lines no wider than {@code width}, broken at spaces where it can be; an ellipsis ends what is too long. */
    List<String> wrap(String text, Style style, float width, int linesMax) {
        List<String> lines = new ArrayList<>();
        String rest = clean(text).strip();
        while (!rest.isEmpty()) {
            int end = fitting(rest, style, width);
            if (end < rest.length() && lines.size() == linesMax - 1) {
                lines.add(shortened(rest, style, width));
                return lines;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** How many characters of {@code text} stand on a line, at least one. */
    private int fitting(String text, Style style, float width) {
        float used = 0;
        int lastBreak = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            used += advance(codePoint, style) * style.size() / 1000f;
            if (used > width) {
                return lastBreak > 0 ? lastBreak : Math.max(i, Character.charCount(text.codePointAt(0)));
            }
            if (codePoint == ' ' || codePoint == '-' || codePoint == '/' || Character.isIdeographic(codePoint)) {
                lastBreak = next;
            }
            i = next;
        }
        return text.length();
    }

    private String shortened(String text, Style style, float width) {
        String ellipsis = Character.toString(ELLIPSIS);
        float used = width(ellipsis, style);
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int next = end + Character.charCount(codePoint);
            used += advance(codePoint, style) * style.size() / 1000f;
            if (used > width) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + ellipsis;
    }

    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOrdinary(text.charAt(i))) {
                return UNSEEN.matcher(BREAKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" "))
                        .replaceAll("");
            }
        }
        return text;
    }

    /** ASCII, Latin letters whole with their accents, dashes, quotation marks and the euro: nothing is to be done about them. */
    private static boolean isOrdinary(char c) {
        return c >= ' ' && c <= '~' || c >= 0xa0 && c < 0x300 && c != SOFT_HYPHEN || c >= 0x2010 && c <= 0x2027 || c == 0x20ac;
    }
}
