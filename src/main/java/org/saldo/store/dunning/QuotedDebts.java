package org.saldo.store.dunning;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose open documents a payment's text names, before anybody has looked at the payment. It is generous: blanks and signs in
 * and around a number do not matter, for who is taken by mistake is only reminded a little later.
 */
final class QuotedDebts {

    private static final int MOST_PIECES = 5;

    private final Map<String, Set<String>> owers = new HashMap<>();

    /** @param byDocument the customers that owe a document, by its number */
    QuotedDebts(Map<String, Set<String>> byDocument) {
        byDocument.forEach((document, customers) -> {
            add(document, customers);
            add(document.replaceFirst("/\\d+$", ""), customers);
        });
    }

    private void add(String document, Set<String> customers) {
        String key = String.join("", pieces(document));
        if (!key.isEmpty()) {
            owers.computeIfAbsent(key, any -> new TreeSet<>()).addAll(customers);
        }
    }

    Set<String> customers(String text) {
        Set<String> customers = new TreeSet<>();
        String[] pieces = pieces(text);
        for (int i = 0; i < pieces.length; i++) {
            StringBuilder joined = new StringBuilder();
            for (int j = i; j < Math.min(i + MOST_PIECES, pieces.length); j++) {
                customers.addAll(owers.getOrDefault(joined.append(pieces[j]).toString(), Set.of()));
            }
        }
        return customers;
    }

    private static String[] pieces(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().split(" ");
    }
}
