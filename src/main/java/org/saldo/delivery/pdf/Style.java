package org.saldo.delivery.pdf;

/** How a text is set: bold or not, its size in points, its colour, and its family. */
record Style(boolean bold, float size, Tone tone, Family family) {

    /** Which faces. */
    enum Family {
        /** The page's own. */
        PAGE,
        /** Liberation Sans, one of the few that a Swiss payment part may be set in. */
        SLIP
    }

    Style(boolean bold, float size, Tone tone) {
        this(bold, size, tone, Family.PAGE);
    }

    Style sized(float other) {
        return new Style(bold, other, tone, family);
    }
}
