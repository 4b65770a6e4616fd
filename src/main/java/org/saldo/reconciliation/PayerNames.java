package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of customers, whole or cut, as banks write them. */
final class PayerNames {

    /** A shorter name says nothing that is worth remembering. */
    static final int SHORTEST = 4;
    private static final int SHORTEST_CUT = 6;
    private static final int MOST_HINTS = 5;
    private static final int MOST_KEPT = 100_000;

    private final Map<String, List<String>> byName = new HashMap<>();
    private final NavigableMap<String, List<String>> byStart = new TreeMap<>();
    private final NavigableMap<String, List<String>> byReversedEnd = new TreeMap<>();
    /** The customers of payers' names as banks write them, which come again and again. */
    private final Map<String, List<String>> asWritten = new HashMap<>();

    void add(String customer, String name, String legalName) {
        asWritten.clear();
        Stream.of(name, legalName).flatMap(text -> NameKey.spellings(text).stream()).distinct()
                .filter(key -> !key.isEmpty()).forEach(key -> {
                    put(byName, key, customer);
                    byStart.put(key, byName.get(key));
                    byReversedEnd.put(reversed(key), byName.get(key));
                });
    }

    /** The customers of this name. */
    List<String> of(String payerName) {
        List<String> known = asWritten.get(payerName);
        if (known == null) {
            known = byName.getOrDefault(NameKey.of(payerName), List.of());
            if (asWritten.size() >= MOST_KEPT) {
                asWritten.clear();
            }
            asWritten.put(payerName, known);
        }
        return known;
    }

    /** The customers of whose names the key is the start or the end, the first few of them. */
    List<String> cut(String key) {
        if (key.length() < SHORTEST_CUT) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        collect(byStart, key, found);
        collect(byReversedEnd, reversed(key), found);
        return found.stream().distinct().sorted().limit(MOST_HINTS).toList();
    }

    private static void collect(NavigableMap<String, List<String>> names, String start, List<String> found) {
        for (Map.Entry<String, List<String>> entry : names.tailMap(start, true).entrySet()) {
            if (!entry.getKey().startsWith(start) || found.size() >= 2 * MOST_HINTS) {
                return;
            }
            found.addAll(entry.getValue());
        }
    }

    private static void put(Map<String, List<String>> index, String key, String customer) {
        List<String> customers = index.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!customers.contains(customer)) {
            customers.add(customer);
            customers.sort(null);
        }
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
