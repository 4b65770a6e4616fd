package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.ledger.ReferenceKey;

/** One company's customers by account and by name: whom a receipt's payer may be. Complete once every customer was added. */
public final class PayerDirectory {

    private static final int SHORTEST_CUT_NAME = 6;
    private static final int MOST_HINTS = 5;
    private static final int MOST_NAMES_KEPT = 100_000;

    private final Map<String, List<String>> byAccount = new HashMap<>();
    private final NavigableMap<String, List<String>> byName = new TreeMap<>();
    private final NavigableMap<String, List<String>> byReversedName = new TreeMap<>();
    private final Map<String, String> parents = new HashMap<>();
    /** The customers of payers' names as banks write them, which come again and again. */
    private final Map<String, List<String>> asWritten = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** Adds a customer; empty texts say nothing. */
    public void add(String customer, String name, String legalName, String iban, String parent) {
        names.put(customer, name);
        asWritten.clear();
        put(byAccount, ReferenceKey.of(iban), customer);
        Stream.of(name, legalName).flatMap(text -> NameKey.spellings(text).stream()).distinct()
                .forEach(key -> addName(key, customer));
        if (!parent.isEmpty()) {
            parents.put(customer, parent);
        }
    }

    private void addName(String key, String customer) {
        put(byName, key, customer);
        put(byReversedName, reversed(key), customer);
    }

    /** Whether the customer is known; the documents of one that is not are waiting for it. */
    public boolean knows(String customer) {
        return names.containsKey(customer);
    }

    /** Who the payer is by account, else by name; two customers at the same rank are nobody. */
    public Payer identify(String payerName, String payerIban) {
        List<String> accounts = byAccount.getOrDefault(ReferenceKey.of(payerIban), List.of());
        List<String> sameName = customersNamed(payerName);
        if (accounts.size() == 1) {
            String customer = accounts.get(0);
            boolean contradicted = !sameName.isEmpty() && !sameName.contains(customer);
            Words evidence = Words.of("account ", payerIban, " is that of ", customer);
            return Payer.known(Payer.Proof.ACCOUNT, customer, contradicted,
                    contradicted ? evidence.and("; but the name is that of ", String.join(", ", sameName)) : evidence);
        }
        if (!accounts.isEmpty()) {
            return Payer.oneOf(Payer.Proof.ACCOUNT, accounts, Words.of("account ", payerIban, " is on file for ",
                    String.join(", ", accounts)));
        }
        if (sameName.size() == 1) {
            return Payer.known(Payer.Proof.NAME, sameName.get(0), false, Words.of("name '", payerName, "' is that of ",
                    sameName.get(0), " alone"));
        }
        if (!sameName.isEmpty()) {
            return Payer.oneOf(Payer.Proof.NAME, sameName, Words.of("name '", payerName, "' is that of ",
                    String.join(", ", sameName)));
        }
        String key = NameKey.of(payerName);
        List<String> hints = key.length() < SHORTEST_CUT_NAME ? List.of() : cutNames(key);
        return Payer.unknown(hints, hints.isEmpty() ? Words.of("neither account nor name is on file")
                : Words.of("name '", payerName, "' may be a part of that of ", String.join(", ", hints)));
    }

    private List<String> customersNamed(String payerName) {
        List<String> known = asWritten.get(payerName);
        if (known == null) {
            known = byName.getOrDefault(NameKey.of(payerName), List.of());
            if (asWritten.size() >= MOST_NAMES_KEPT) {
                asWritten.clear();
            }
            asWritten.put(payerName, known);
        }
        return known;
    }

    /** Whether the identified payer is by master data the parent of {@code customer}. */
    boolean paysFor(Payer payer, String customer) {
        return payer.customer().isPresent() && payer.customer().get().equals(parents.get(customer));
    }

    private List<String> cutNames(String key) {
        List<String> found = new ArrayList<>();
        collect(byName, key, found);
        collect(byReversedName, reversed(key), found);
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
        if (!key.isEmpty()) {
            List<String> customers = index.computeIfAbsent(key, any -> new ArrayList<>(1));
            if (!customers.contains(customer)) {
                customers.add(customer);
                customers.sort(null);
            }
        }
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
