package org.saldo.reconciliation;

/** Values by a number, without a boxed key for each: a ledger has millions of items. Values are never removed. */
final class LongMap<V> {

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private Object[] values = new Object[SMALLEST];
    private int size;

    @SuppressWarnings("unchecked")
    V get(long key) {
        return (V) values[slotOf(key)];
    }

    void put(long key, V value) {
        int slot = slotOf(key);
        size += values[slot] == null ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
        if (size > values.length / 2) {
            grow();
        }
    }

    private int slotOf(long key) {
        int mask = values.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[oldValues.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
