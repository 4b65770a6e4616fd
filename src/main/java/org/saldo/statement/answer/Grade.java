package org.saldo.statement.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much an answer weighs as evidence, the least first: a mail from an address on file, a mail from a contact whom the
 * customer has authorised, a signed document, a document with the company's seal.
 */
public enum Grade {
    EMAIL, AUTHORISED, SIGNED, SEALED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it comes on paper or as a scan that a person files. */
    public boolean isFiled() {
        return this == SIGNED || this == SEALED;
    }

    public static Optional<Grade> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Grade::word).collect(Collectors.joining(", "));
    }
}
