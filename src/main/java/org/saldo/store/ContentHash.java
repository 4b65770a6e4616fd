package org.saldo.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what the content of a record is known again: 128 bits of the SHA-256 of its values, in 32 hexadecimal digits. */
public final class ContentHash {

    private static final char END_OF_VALUE = '\u001f';
    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final StringBuilder text = new StringBuilder(512);

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new StoreException("this Java has no SHA-256", impossible);
        }
    }

    /** The hash of the values that stand at {@code positions}. */
    public String of(Object[] values, int[] positions) {
        text.setLength(0);
        for (int position : positions) {
            RowDigest.appendCanonical(text, values[position]);
            text.append(END_OF_VALUE);
        }
        byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
