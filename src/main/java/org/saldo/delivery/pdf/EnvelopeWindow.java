package org.saldo.delivery.pdf;

import java.util.List;
import java.util.Map;

/**
 * Where the addressee stands so that a window envelope of the sender's country shows it, in points from the left and top of an
 * A4 page. As in form B of DIN 5008 (address zone from 62.7 to 90 mm, text from 25 mm) where nothing else is known; France and
 * Switzerland have their windows on the right.
 */
record EnvelopeWindow(float left, float top) {

    /** How wide the lines may be: 80 mm. */
    static final float WIDTH = 80 * 72 / 25.4f;
    /** Where the window ends in every layout: at 90 mm. */
    static final float END = 90 * 72 / 25.4f;
    /** Where the sheet is folded so that the window shows the address: at 105 and 210 mm. */
    static final List<Float> FOLDS = List.of(105 * 72 / 25.4f, 210 * 72 / 25.4f);

    private static final EnvelopeWindow LEFT = ofMillimetres(25, 62.7f);
    private static final Map<String, EnvelopeWindow> RIGHT = Map.of("FR", ofMillimetres(110, 55), "CH", ofMillimetres(118, 57));

    static EnvelopeWindow of(String country) {
        return RIGHT.getOrDefault(country, LEFT);
    }

    private static EnvelopeWindow ofMillimetres(float left, float top) {
        return new EnvelopeWindow(left * 72 / 25.4f, top * 72 / 25.4f);
    }
}
