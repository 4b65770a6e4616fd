package org.saldo.delivery.pdf;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** The faces that one document uses: under which name, with which characters; and their embedding at its end. */
final class Fonts {

    private static final COSName CID_TO_GID_MAP = COSName.getPDFName("CIDToGIDMap");
    private static final int USUAL_WIDTH = 1000;

    private record Use(COSName name, BitSet characters, Map<Integer, Character> beyond) {

        /** The code of a character beyond the Basic Multilingual Plane: those of the Private Use Area, in order of use. */
        char code(int character) {
            return beyond.computeIfAbsent(character, any -> (char) (FontPart.FIRST_BEYOND + beyond.size()));
        }
    }

    private final Map<Face, Use> uses = new LinkedHashMap<>();

    /** Notes that the document sets this text in this face, and tells the face's name in the document. */
    String use(Face face, String text) {
        Use use = uses.computeIfAbsent(face, each -> new Use(COSName.getPDFName("F" + (uses.size() + 1)), new BitSet(),
                new LinkedHashMap<>()));
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                use.characters.set(text.charAt(i));
            }
        }
        return use.name.getName();
    }

    /** The text in the document's codes for this face: most characters are their own, one in two units gets one unit. */
    String coded(Face face, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                Use use = uses.get(face);
                StringBuilder coded = new StringBuilder();
                text.codePoints().forEach(c -> coded.append(Character.isBmpCodePoint(c) ? (char) c : use.code(c)));
                return coded.toString();
            }
        }
        return text;
    }

    /** The fonts of all pages, by name. */
    COSDictionary embed(Streams streams) {
        COSDictionary fonts = new COSDictionary();
        uses.forEach((face, use) -> fonts.setItem(use.name, font(face, face.part(use.characters,
                List.copyOf(use.beyond.keySet())), streams)));
        return fonts;
    }

    private static COSDictionary font(Face face, FontPart part, Streams streams) {
        COSName name = COSName.getPDFName(part.tag() + "+" + face.name());
        COSDictionary info = new COSDictionary();
        info.setString(COSName.REGISTRY, "Adobe");
        info.setString(COSName.ORDERING, "Identity");
        info.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, info);
        descendant.setInt(COSName.DW, USUAL_WIDTH);
        descendant.setItem(COSName.W, widths(face, part));
        descendant.setItem(CID_TO_GID_MAP, streams.packed(part.glyphs()));
        descendant.setItem(COSName.FONT_DESC, descriptor(face, name, part, streams));
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, streams.packed(part.unicode()));
        return font;
    }

    private static COSDictionary descriptor(Face face, COSName name, FontPart part, Streams streams) {
        COSDictionary descriptor = face.descriptor();
        descriptor.setItem(COSName.FONT_NAME, name);
        COSStream program = streams.packed(part.program());
        program.setInt(COSName.LENGTH1, part.programLength());
        descriptor.setItem(COSName.FONT_FILE2, program);
        return descriptor;
    }

    private static COSArray widths(Face face, FontPart part) {
        BitSet characters = part.characters();
        COSArray widths = new COSArray();
        COSArray run = null;
        int next = -1;
        for (int character = characters.nextSetBit(0); character >= 0; character = characters.nextSetBit(character + 1)) {
            int width = face.width(part.character(character));
            if (width == USUAL_WIDTH) {
                continue;
            }
            if (character != next) {
                run = new COSArray();
                widths.add(COSInteger.get(character));
                widths.add(run);
            }
            run.add(COSInteger.get(width));
            next = character + 1;
        }
        return widths;
    }
}
