package org.saldo.intake;

import java.util.Optional;

/**
 * A row of a file after reading: its record, or why there is none. {@code raw} is what stood in its fields, so that a
 * refused row can be handed back as it was.
 */
public record ReadRow<T>(long line, String[] raw, Optional<T> record, Optional<Rejection> rejection) {

    public static <T> ReadRow<T> of(long line, String[] raw, T record) {
        return new ReadRow<>(line, raw, Optional.of(record), Optional.empty());
    }

    public static <T> ReadRow<T> refused(String[] raw, Rejection rejection) {
        return new ReadRow<>(rejection.line(), raw, Optional.empty(), Optional.of(rejection));
    }
}
