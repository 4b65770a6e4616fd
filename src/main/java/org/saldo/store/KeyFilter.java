package org.saldo.store;

/**
 * Says of a reference key that no document has it, or that one may have it (one time in some hundred wrongly). It saves
 * asking the database about every word of a remittance text; 16 bits a key.
 */
final class KeyFilter {

    private static final int BITS_PER_KEY = 16;
    private static final int PROBES = 4;

    private final long[] bits;
    private final long mask;

    KeyFilter(long keys) {
        long wanted = Math.max(1024, keys * BITS_PER_KEY);
        long size = Long.highestOneBit(Math.min(wanted, 1L << 36) - 1) << 1;
        this.bits = new long[Math.toIntExact(size >>> 6)];
        this.mask = size - 1;
    }

    void add(String key) {
        long hash = hash(key);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bitOf(hash, probe);
            bits[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    boolean mayHave(String key) {
        long hash = hash(key);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bitOf(hash, probe);
            if ((bits[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bitOf(long hash, int probe) {
        return hash + probe * (hash >>> 32 | 1) & mask;
    }

    /** FNV-1a over the characters, then mixed so that every bit depends on all. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
