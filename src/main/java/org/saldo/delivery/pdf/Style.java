package org.saldo.delivery.pdf;

/** How a text is set: bold or not, its size in points, its colour. */
record Style(boolean bold, float size, Tone tone) {

    Style sized(float other) {
        return new Style(bold, other, tone);
    }
}
