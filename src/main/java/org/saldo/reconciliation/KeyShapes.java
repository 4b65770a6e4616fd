package org.saldo.reconciliation;

/** The lengths of some keys with the character that they begin with: what has another shape need not be looked for. */
final class KeyShapes {

    private static final int LONGEST = 64;

    private final long[] firsts = new long[LONGEST];

    void add(String key) {
        firsts[key.length() % LONGEST] |= 1L << key.charAt(0);
    }

    /** Whether some key may be that long and begin so; of one that is there always true. */
    boolean mayHave(int length, char first) {
        return (firsts[length % LONGEST] & 1L << first) != 0;
    }
}
