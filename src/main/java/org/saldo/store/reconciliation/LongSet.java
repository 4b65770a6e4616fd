package org.saldo.store.reconciliation;

/** Row ids without an object for each: a run looks at millions of receipts. Ids are above 0 and never removed. */
final class LongSet {

    private static final int SMALLEST = 64;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** Whether it was not in before. */
    boolean add(long id) {
        int slot = slotOf(id);
        if (slots[slot] == id) {
            return false;
        }
        slots[slot] = id;
        if (++size > slots.length / 2) {
            grow();
        }
        return true;
    }

    private int slotOf(long id) {
        int mask = slots.length - 1;
        int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long id : before) {
            if (id != 0) {
                slots[slotOf(id)] = id;
            }
        }
    }
}
