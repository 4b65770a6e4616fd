package org.saldo.delivery.pdf;

import java.awt.Color;

/** How a text is set: bold or not, its size in points, its colour. */
record Style(boolean bold, float size, Color colour) {

    Style sized(float other) {
        return new Style(bold, other, colour);
    }
}
