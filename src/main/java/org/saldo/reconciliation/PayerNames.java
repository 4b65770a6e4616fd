package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of customers, whole or cut, as banks write them. */
final class PayerNames {

    /** A shorter name says nothing that is worth remembering. */
    static final int SHORTEST = 4;
    private static final int SHORTEST_CUT = 6;
    private static final int MOST_HINTS = 5;

    private final CompanyForms forms;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final NavigableMap<String, List<String>> byStart = new TreeMap<>();
    private final NavigableMap<String, List<String>> byReversedEnd = new TreeMap<>();
    /** The first letters of names, and the last ones reversed: most other names begin and end in another way. */
    private final Set<String> starts = new HashSet<>();
    private final Set<String> reversedEnds = new HashSet<>();

    PayerNames(CompanyForms forms) {
        this.forms = forms;
    }

    void add(String customer, String name, String legalName) {
        Stream.of(name, legalName).flatMap(text -> forms.spellings(text).stream()).distinct()
                .filter(key -> !key.isEmpty()).forEach(key -> {
                    put(byName, key, customer);
                    put(byStart, starts, key, byName.get(key));
                    put(byReversedEnd, reversedEnds, reversed(key), byName.get(key));
                });
    }

    private static void put(Map<String, List<String>> names, Set<String> starts, String key, List<String> customers) {
        names.put(key, customers);
        if (key.length() >= SHORTEST_CUT) {
            starts.add(key.substring(0, SHORTEST_CUT));
        }
    }

    /** The customers of this name. */
    List<String> of(String payerName) {
        return byName.getOrDefault(forms.of(payerName), List.of());
    }

    /** The customers of whose names the key is the start or the end, the first few of them. */
    List<String> cut(String key) {
        if (key.length() < SHORTEST_CUT) {
            return List.of();
        }
        List<String> found = new ArrayList<>(0);
        if (starts.contains(key.substring(0, SHORTEST_CUT))) {
            collect(byStart, key, found);
        }
        String reversed = reversed(key);
        if (reversedEnds.contains(reversed.substring(0, SHORTEST_CUT))) {
            collect(byReversedEnd, reversed, found);
        }
        return found.isEmpty() ? List.of() : found.stream().distinct().sorted().limit(MOST_HINTS).toList();
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
