package org.saldo.delivery.pdf;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Scripts that cannot be set letter by letter from left to right, whatever face there is. */
final class Scripts {

    private static final Set<UnicodeScript> JOINED = EnumSet.of(UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI, UnicodeScript.ORIYA, UnicodeScript.TAMIL, UnicodeScript.TELUGU,
            UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA, UnicodeScript.MYANMAR, UnicodeScript.KHMER,
            UnicodeScript.TIBETAN, UnicodeScript.MONGOLIAN, UnicodeScript.JAVANESE, UnicodeScript.BALINESE);

    private Scripts() {
    }

    /** Whether the character runs from right to left, or takes its shape and place from those beside it. */
    static boolean areJoined(int codePoint) {
        if (codePoint < 0x590) {
            return false;
        }
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || JOINED.contains(UnicodeScript.of(codePoint));
    }
}
