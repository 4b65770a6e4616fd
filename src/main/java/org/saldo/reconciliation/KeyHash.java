package org.saldo.reconciliation;

/** A hash of a key, of a text or of a run of characters in one. */
final class KeyHash {

    private static final long FACTOR = 0x5851F42D4C957F2DL;

    private KeyHash() {
    }

    static long of(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    /** The same of the characters from one place to before another. */
    static long of(char[] text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = next(hash, text[i]);
        }
        return mixed(hash);
    }

    private static long next(long before, char c) {
        return before * FACTOR + c + 1;
    }

    private static long mixed(long hash) {
        long once = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return once ^ once >>> 33;
    }
}
