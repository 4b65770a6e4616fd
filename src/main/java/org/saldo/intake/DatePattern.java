package org.saldo.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** A way to write a day, such as {@code dd.MM.yyyy}; only days that exist are understood. */
public record DatePattern(String pattern, DateTimeFormatter formatter) {

    /** @throws IllegalArgumentException when it is no date pattern */
    public static DatePattern of(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        LocalDateTime sample = LocalDateTime.of(2026, 2, 3, 4, 5, 6);
        if (!LocalDate.parse(sample.format(formatter), formatter).equals(sample.toLocalDate())) {
            throw new IllegalArgumentException(pattern + " does not tell the whole date");
        }
        return new DatePattern(pattern, formatter);
    }

    Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
