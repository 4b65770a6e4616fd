package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whom payers that master data do not know have paid for. One payment proves nothing: an account or a name speaks for a
 * customer once enough payments have confirmed it, and none has confirmed it for another customer; who has paid for two
 * (a factor, a group treasury) speaks for nobody. What is confirmed in a run counts from {@link #learn()} on, so that it
 * does not matter in which order the payments of a run were looked at.
 */
final class LearnedPayers {

    private final int needed;
    private final Map<Confirmation.Kind, Map<String, Entry>> entries = new EnumMap<>(Confirmation.Kind.class);
    private final List<Entry> changed = new ArrayList<>();

    /** The payments that have confirmed a key, by customer, and what follows from them. */
    private static final class Entry {

        private final Map<String, List<String>> payments = new TreeMap<>();
        private Optional<String> customer = Optional.empty();
        private Set<String> customers = Set.of();
    }

    /** @param needed how many confirmations count as proof; two at least */
    LearnedPayers(int needed) {
        if (needed < 2) {
            throw new IllegalArgumentException("one payment proves nothing of a payer; at least 2 confirmations are needed");
        }
        this.needed = needed;
        for (Confirmation.Kind kind : Confirmation.Kind.values()) {
            entries.put(kind, new HashMap<>());
        }
    }

    /** Whether a confirmation of this key for this customer would still prove something. */
    boolean wants(Confirmation.Kind kind, String key, String customer) {
        Entry entry = entries.get(kind).get(key);
        if (key.isEmpty() || entry == null) {
            return !key.isEmpty();
        }
        List<String> known = entry.payments.get(customer);
        return known == null ? entry.payments.size() < Confirmation.MOST_CUSTOMERS : known.size() < mostPayments();
    }

    private int mostPayments() {
        return Math.max(Confirmation.MOST_PAYMENTS, needed);
    }

    void confirm(Confirmation confirmed) {
        Entry entry = entries.get(confirmed.kind()).computeIfAbsent(confirmed.key(), any -> new Entry());
        entry.payments.computeIfAbsent(confirmed.customer(), any -> new ArrayList<>(2)).add(confirmed.payment());
        changed.add(entry);
    }

    /** From now on what was confirmed counts; returns the customers for whom something speaks now that did not before. */
    Set<String> learn() {
        Set<String> found = new TreeSet<>();
        for (Entry entry : changed) {
            Optional<String> before = entry.customer;
            entry.customers = Set.copyOf(entry.payments.keySet());
            entry.customer = entry.payments.size() != 1 ? Optional.empty() : entry.payments.entrySet().stream()
                    .filter(only -> only.getValue().size() >= needed).map(Map.Entry::getKey).findFirst();
            entry.customer.filter(customer -> !before.equals(Optional.of(customer))).ifPresent(found::add);
        }
        changed.clear();
        return found;
    }

    /** The only customer for whom the key has paid, often enough. */
    Optional<String> customer(Confirmation.Kind kind, String key) {
        Entry entry = entries.get(kind).get(key);
        return entry == null ? Optional.empty() : entry.customer;
    }

    /** Whether the key has paid for somebody else than {@code customer}, were it once. */
    boolean hasPaidForOthersThan(Confirmation.Kind kind, String key, String customer) {
        Entry entry = entries.get(kind).get(key);
        return entry != null && entry.customers.stream().anyMatch(other -> !other.equals(customer));
    }

    /** Whether people have often enough applied payments of the one customer to documents of the other. */
    boolean paysFor(String payer, String customer) {
        Entry entry = entries.get(Confirmation.Kind.CUSTOMER).get(payer);
        return entry != null && entry.customers.contains(customer) && entry.payments.get(customer).size() >= needed;
    }

    /** The payments that have confirmed it: {@code P-7 and P-9}. */
    String payments(Confirmation.Kind kind, String key, String customer) {
        List<String> first = entries.get(kind).get(key).payments.get(customer);
        List<String> shown = first.subList(0, Math.min(first.size(), mostPayments()));
        return String.join(", ", shown);
    }
}
