package org.saldo.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Counts how often the same content has been seen in a file. Contents are told apart by 128 bits of their SHA-256, so
 * that a million of them take some forty megabytes and not their texts.
 */
public final class Occurrences {

    private static final char END_OF_TEXT = '\u001f';
    private static final int SLOT = 3;

    private final MessageDigest digest = sha256();
    private long[] slots = new long[SLOT * 1024];
    private int used;

    /** What was counted: the content's fingerprint in 32 hexadecimal digits, and that it is there for the n-th time. */
    public record Counted(String fingerprint, int occurrence) {
    }

    public Counted count(String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text).append(END_OF_TEXT);
        }
        byte[] hash = digest.digest(joined.toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        int slot = slotOf(bytes.getLong(), bytes.getLong());
        slots[slot + 2]++;
        Counted counted = new Counted(HexFormat.of().formatHex(hash, 0, 16), (int) slots[slot + 2]);
        if (counted.occurrence() == 1 && ++used * SLOT * 2 > slots.length) {
            grow();
        }
        return counted;
    }

    /** The slot that holds the two halves of a fingerprint, or the free one that now does. */
    private int slotOf(long high, long low) {
        int capacity = slots.length / SLOT;
        int slot = (int) Long.remainderUnsigned(low, capacity) * SLOT;
        while (slots[slot + 2] != 0 && (slots[slot] != high || slots[slot + 1] != low)) {
            slot = (slot + SLOT) % slots.length;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        return slot;
    }

    private void grow() {
        long[] before = Arrays.copyOf(slots, slots.length);
        slots = new long[before.length * 2];
        for (int i = 0; i < before.length; i += SLOT) {
            if (before[i + 2] != 0) {
                slots[slotOf(before[i], before[i + 1]) + 2] = before[i + 2];
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
