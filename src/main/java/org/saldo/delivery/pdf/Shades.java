package org.saldo.delivery.pdf;

/** The colours of one document, as {@code 0xRRGGBB}: ink and greys, and the seller's own. */
final class Shades {

    private static final int TINT_PERCENT = 7;

    private final int accent;

    Shades(int accent) {
        this.accent = accent;
    }

    int of(Tone tone) {
        return switch (tone) {
            case ACCENT -> accent;
            case TINT -> accent(TINT_PERCENT);
            case INK -> 0x1E252B;
            case BLACK -> 0;
            case GREY -> 0x646E77;
            case HAIRLINE -> 0xD8DEE2;
            case RULE -> 0x9AA5AD;
        };
    }

    /** A share of the seller's colour on white: 0 is white, 100 the full colour. */
    int accent(int percent) {
        return mixed(accent >> 16 & 255, percent) << 16 | mixed(accent >> 8 & 255, percent) << 8 | mixed(accent & 255, percent);
    }

    private static int mixed(int channel, int percent) {
        return 255 - (255 - channel) * percent / 100;
    }
}
