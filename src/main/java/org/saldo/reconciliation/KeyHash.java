package org.saldo.reconciliation;

/** A hash of a run of characters that follows from the hashes of the runs before its end and before its start. */
final class KeyHash {

    private static final long FACTOR = 0x5851F42D4C957F2DL;
    private static final int LONGEST = 4096;
    private static final long[] POWERS = powers();

    private KeyHash() {
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i <= LONGEST; i++) {
            powers[i] = powers[i - 1] * FACTOR;
        }
        return powers;
    }

    /** The hash of what {@code before} stands for with one more character. */
    static long next(long before, char c) {
        return before * FACTOR + c + 1;
    }

    /** The hash of the run between two places, from what {@link #next} gave for each of them. */
    static long between(long start, long end, int length) {
        return mixed(end - start * POWERS[length]);
    }

    static long of(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long once = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return once ^ once >>> 33;
    }
}
