package org.saldo.delivery.pdf;

import java.awt.Color;

/** One accent colour, ink and greys; and the sizes of type that a page has. */
final class Palette {

    static final Color ACCENT = new Color(0x0B, 0x5C, 0x6B);
    static final Color TINT = new Color(0xEF, 0xF5, 0xF6);
    static final Color INK = new Color(0x1E, 0x25, 0x2B);
    static final Color GREY = new Color(0x68, 0x72, 0x7B);
    static final Color HAIRLINE = new Color(0xD8, 0xDE, 0xE2);
    static final Color RULE = new Color(0x9A, 0xA5, 0xAD);

    static final Style TITLE = new Style(true, 21, ACCENT);
    static final Style SUBTITLE = new Style(false, 11, GREY);
    static final Style FIGURE = new Style(true, 20, INK);
    static final Style HEADING = new Style(true, 10.5f, ACCENT);
    static final Style STRONG = new Style(true, 8.5f, INK);
    static final Style BODY = new Style(false, 8.5f, INK);
    static final Style QUIET = new Style(false, 8.5f, GREY);
    static final Style SMALL = new Style(false, 7.5f, GREY);
    static final Style ALERT = new Style(true, 8.5f, ACCENT);

    private Palette() {
    }

    /** A share of the accent colour on white: 0 is white, 100 the full colour. */
    static Color accent(int percent) {
        return new Color(mixed(ACCENT.getRed(), percent), mixed(ACCENT.getGreen(), percent),
                mixed(ACCENT.getBlue(), percent));
    }

    private static int mixed(int channel, int percent) {
        return 255 - (255 - channel) * percent / 100;
    }
}
