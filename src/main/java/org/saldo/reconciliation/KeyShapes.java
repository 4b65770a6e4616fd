package org.saldo.reconciliation;

/** By the character that some keys begin with, how long they are: what has another shape need not be looked for. */
final class KeyShapes {

    /** Of a text that may be a key whatever it begins with. */
    static final long ANY = -1;

    private final long[] lengths = new long[Long.SIZE];

    void add(String key) {
        lengths[key.charAt(0) % Long.SIZE] |= 1L << key.length();
    }

    /** The lengths that keys have which begin so, and maybe others, as bits; the length 64 is 0 again. */
    long lengths(char first) {
        return lengths[first % Long.SIZE];
    }

    /** Whether the length is among these; of one that is there always true. */
    static boolean has(long lengths, int length) {
        return (lengths & 1L << length) != 0;
    }

    /** Whether all of these are below {@code length}, which is itself below 64. */
    static boolean areBelow(long lengths, int length) {
        return lengths >>> length == 0;
    }
}
