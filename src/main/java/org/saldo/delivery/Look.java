package org.saldo.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a company's statements look: its colour ({@code 0xRRGGBB}) and its logo, and which sections and columns they have, in
 * which order.
 */
public record Look(int accent, Optional<Logo> logo, List<StatementSection> sections, List<MovementColumn> movementColumns,
                   List<ItemColumn> itemColumns) {

    /** What holds where nothing else is said. */
    public static final Look PLAIN = new Look(0x0B5C6B, Optional.empty(), List.of(StatementSection.values()),
            List.of(MovementColumn.values()), List.of(ItemColumn.values()));

    private static final double CONTRAST_LEAST = 4.5;

    /** @throws IllegalArgumentException when a statement could not be read or would not prove itself, beginning with the key */
    public Look {
        sections = List.copyOf(sections);
        movementColumns = List.copyOf(movementColumns);
        itemColumns = List.copyOf(itemColumns);
        if (contrastToWhite(accent) < CONTRAST_LEAST) {
            throw new IllegalArgumentException("colour: is too light to be read on white; take a darker one");
        }
        require(sections, "sections", Arrays.stream(StatementSection.values()).filter(StatementSection::isNeeded)
                .toArray(StatementSection[]::new));
        require(movementColumns, "movement-columns", MovementColumn.DATE, MovementColumn.AMOUNT, MovementColumn.BALANCE);
        require(itemColumns, "item-columns", ItemColumn.DOCUMENT, ItemColumn.OPEN);
    }

    @SafeVarargs
    private static <T> void require(List<T> shown, String key, T... needed) {
        if (shown.stream().distinct().count() < shown.size()) {
            throw new IllegalArgumentException(key + ": one stands there twice; keep one");
        }
        for (T each : needed) {
            if (!shown.contains(each)) {
                throw new IllegalArgumentException(key + ": a statement cannot be without "
                        + each.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "; add it");
            }
        }
    }

    /** The contrast ratio of WCAG 2.1, from 1 to 21. */
    private static double contrastToWhite(int rgb) {
        double luminance = 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
