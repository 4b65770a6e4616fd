package org.saldo.dunning;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The closed list of reasons for which customers pay late, each with what it means: so that causes can be counted. */
public record LatenessReasons(Map<String, String> meanings) {

    /** Longest name of a reason that the books hold. */
    public static final int LONGEST = 30;

    public LatenessReasons {
        meanings = new LinkedHashMap<>(meanings);
        meanings.keySet().stream().filter(code -> !code.matches("[A-Z][A-Z0-9_]{0," + (LONGEST - 1) + "}")).findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("'" + code + "' is no name of a reason; write capitals, digits and _,"
                            + " at most " + LONGEST);
                });
    }

    /** The reason as it is kept, however it was written: {@code cash-short} is {@code CASH_SHORT}. */
    public Optional<String> named(String word) {
        String code = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Optional.of(code).filter(meanings::containsKey);
    }

    /** All of them, for messages. */
    public String names() {
        return String.join(", ", meanings.keySet());
    }
}
