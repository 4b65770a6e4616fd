package org.saldo.delivery.pdf;

/** The kinds of type that a page has. */
final class Palette {

    static final Style TITLE = new Style(true, 21, Tone.ACCENT);
    static final Style SUBTITLE = new Style(false, 11, Tone.GREY);
    static final Style FIGURE = new Style(true, 20, Tone.INK);
    static final Style HEADING = new Style(true, 10.5f, Tone.ACCENT);
    static final Style STRONG = new Style(true, 8.5f, Tone.INK);
    static final Style BODY = new Style(false, 8.5f, Tone.INK);
    static final Style QUIET = new Style(false, 8.5f, Tone.GREY);
    static final Style SMALL = new Style(false, 7.5f, Tone.GREY);
    static final Style ALERT = new Style(true, 8.5f, Tone.ACCENT);

    private Palette() {
    }
}
