package org.saldo.ledger;

/** A text in UTF-8 that a bank has read as Latin-1 or Windows-1252 and handed on so: MÃ¼ller for Müller. */
public final class MisreadText {

    /** What Windows-1252 has from 0x80 on; where it has nothing, the control character of Latin-1. */
    private static final String WINDOWS = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
            + "\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122"
            + "\u0161\u203a\u0153\u009d\u017e\u0178";
    private static final int ASCII = 0x80;
    private static final int BITS = 6;

    private MisreadText() {
    }

    /** The text as it was meant; itself when it was not misread so. */
    public static String mended(String text) {
        if (text.chars().noneMatch(c -> c >= ASCII)) {
            return text;
        }
        StringBuilder meant = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int first = byteOf(text.charAt(at));
            int more = following(first);
            if (more < 0 || at + more >= text.length()) {
                return text;
            }
            int code = more == 0 ? first : first & 0x3f >> more;
            for (int i = 0; i < more; i++) {
                int next = byteOf(text.charAt(++at));
                if (next >> BITS != 2) {
                    return text;
                }
                code = code << BITS | next & 0x3f;
            }
            meant.appendCodePoint(code);
        }
        return meant.toString();
    }

    /** The same; a control character that such a reading leaves, and that cannot be mended, is a question mark. */
    public static String readable(String text) {
        return text.chars().noneMatch(c -> c >= ASCII && c < 0xa0) ? text : mended(text).replaceAll("[\\x80-\\x9f]", "?");
    }

    /** How many bytes of a character follow its first one; below zero for what is no first one. */
    private static int following(int first) {
        return first < 0 ? -1 : first < ASCII ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : -1;
    }

    /** The byte that was read as this character; below zero when none is. */
    private static int byteOf(char c) {
        int windows = WINDOWS.indexOf(c);
        return windows >= 0 ? ASCII + windows : c < 0x100 ? c : -1;
    }
}
