package org.saldo.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was sent or made, kept as bytes under its SHA-256: the same bytes are kept once. */
final class Contents {

    private Contents() {
    }

    /** Keeps the bytes in the caller's transaction and returns their SHA-256 in hexadecimal. */
    static String put(Handle handle, byte[] bytes) {
        String sha256 = sha256(bytes);
        boolean known = handle.createQuery("SELECT COUNT(*) FROM content WHERE sha256 = :sha256")
                .bind("sha256", sha256).mapTo(Long.class).one() > 0;
        if (!known) {
            KeyClash.asConflict("content " + sha256, () -> handle.createUpdate(
                            "INSERT INTO content (sha256, bytes) VALUES (:sha256, :bytes)")
                    .bind("sha256", sha256).bind("bytes", bytes).execute());
        }
        return sha256;
    }

    /** Keeps many bytes at once, each under the SHA-256 that is given for it. */
    static void putAll(Handle handle, Map<String, byte[]> bySha256) {
        if (bySha256.isEmpty()) {
            return;
        }
        Map<String, byte[]> fresh = new TreeMap<>(bySha256);
        fresh.keySet().removeAll(KeyList.query(handle, """
                        SELECT c.sha256 FROM {keys} JOIN content c ON c.sha256 = n.sought""", List.copyOf(fresh.keySet()))
                .mapTo(String.class).list());
        try (PreparedBatch inserts = handle.prepareBatch("INSERT INTO content (sha256, bytes) VALUES (:sha256, :bytes)")) {
            fresh.forEach((sha256, bytes) -> inserts.bind("sha256", sha256).bind("bytes", bytes).add());
            if (inserts.size() > 0) {
                KeyClash.asConflict("one of " + inserts.size() + " contents", inserts::execute);
            }
        }
    }

    /** @throws StoreException when nothing is kept under this hash */
    static byte[] get(Handle handle, String sha256) {
        return handle.createQuery("SELECT bytes FROM content WHERE sha256 = :sha256").bind("sha256", sha256)
                .map((row, context) -> row.getBytes(1)).findOne()
                .orElseThrow(() -> new StoreException("content " + sha256 + " is missing from the database"));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
