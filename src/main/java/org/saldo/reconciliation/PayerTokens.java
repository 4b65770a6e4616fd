package org.saldo.reconciliation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.saldo.ledger.ReferenceKey;

/**
 * Tax ids and numbers of customers, as a text may name them: only what is long enough to be nothing else by chance, and
 * only as a whole token. One of two customers names neither.
 */
final class PayerTokens {

    private static final int SHORTEST_TAX_ID = 8;
    private static final int FEWEST_TAX_DIGITS = 6;
    private static final int SHORTEST_NUMBER = 5;
    private static final int FEWEST_DIGITS = 3;
    /** A number without letters is easily something else: an order, a date, an amount. */
    private static final int SHORTEST_PLAIN_NUMBER = 9;
    private static final int COUNTRY = 2;
    private static final int SMALLEST_FILTER = 1 << 10;
    private static final int BITS_PER_TOKEN = 16;

    /** Whose token it is. */
    private final Map<String, TreeSet<String>> customers = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final KeyShapes shapes = new KeyShapes();
    private long[] filter = new long[SMALLEST_FILTER / Long.SIZE];

    void add(String customer, String taxId) {
        String number = ReferenceKey.of(customer);
        int digits = digitsOf(number);
        if (digits == number.length() ? digits >= SHORTEST_PLAIN_NUMBER
                : number.length() >= SHORTEST_NUMBER && digits >= FEWEST_DIGITS) {
            put(number, customer);
        }
        String tax = ReferenceKey.of(taxId);
        putTaxId(tax, customer);
        if (tax.length() > COUNTRY && digitsOf(tax.substring(0, COUNTRY)) == 0) {
            putTaxId(tax.substring(COUNTRY), customer);
        }
    }

    /** A payment reference that is this customer's alone. */
    void addReference(String reference, String customer) {
        String key = ReferenceKey.of(reference);
        references.add(key);
        put(key, customer);
    }

    /** Whether it is a customer's payment reference, which counts in groups with blanks as well: it has check digits. */
    boolean isReference(String key) {
        return references.contains(key);
    }

    private void putTaxId(String key, String customer) {
        if (key.length() >= SHORTEST_TAX_ID && digitsOf(key) >= FEWEST_TAX_DIGITS) {
            put(key, customer);
        }
    }

    private void put(String key, String customer) {
        shapes.add(key);
        customers.computeIfAbsent(key, any -> new TreeSet<>()).add(customer);
        if (customers.size() * BITS_PER_TOKEN > filter.length * Long.SIZE) {
            filter = new long[filter.length * 2];
            customers.keySet().forEach(this::mark);
        }
        mark(key);
    }

    private void mark(String key) {
        long hash = KeyHash.of(key);
        filter[wordOf(hash)] |= 1L << hash;
    }

    private int wordOf(long hash) {
        return (int) (hash >>> 6) & filter.length - 1;
    }

    boolean isEmpty() {
        return customers.isEmpty();
    }

    /** The lengths of tokens that begin so, as {@link KeyShapes}. */
    long lengths(char first) {
        return shapes.lengths(first);
    }

    /** Whether nobody has a token of this hash, for certain. */
    boolean lacks(long hash) {
        return (filter[wordOf(hash)] & 1L << hash) == 0;
    }

    /** Whose token this is; nobody's when it is that of two. */
    List<String> of(String key) {
        TreeSet<String> found = customers.get(key);
        return found == null || found.size() > 1 ? List.of() : List.copyOf(found);
    }

    /** Whose tokens are among these. */
    List<String> of(Collection<String> keys) {
        return keys.stream().flatMap(key -> of(key).stream()).distinct().sorted().toList();
    }

    private static int digitsOf(String key) {
        int digits = 0;
        for (int i = 0; i < key.length(); i++) {
            digits += key.charAt(i) >= '0' && key.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }
}
