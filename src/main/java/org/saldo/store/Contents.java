package org.saldo.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.saldo.delivery.Sha256;

/** What was sent or made, kept as bytes under its SHA-256: the same bytes are kept once. */
final class Contents {

    private Contents() {
    }

    /** Keeps the bytes in the batch's transaction and returns their SHA-256 in hexadecimal. */
    static String put(Batch batch, byte[] bytes) {
        String sha256 = sha256(bytes);
        putAll(batch, Map.of(sha256, bytes));
        return sha256;
    }

    /** Keeps many bytes at once, each under the SHA-256 that is given for it. */
    static void putAll(Batch batch, Map<String, byte[]> bySha256) {
        Map<String, byte[]> fresh = new TreeMap<>(bySha256);
        fresh.keySet().removeAll(KeyList.query(batch.handle(), """
                        SELECT c.sha256 FROM {keys} JOIN content c ON c.sha256 = n.sought""", List.copyOf(fresh.keySet()))
                .mapTo(String.class).list());
        if (!fresh.isEmpty()) {
            KeyClash.asConflict(fresh.size() == 1 ? "content " + fresh.keySet().iterator().next()
                    : "one of " + fresh.size() + " contents", () -> insert(batch, fresh));
        }
    }

    private static void insert(Batch batch, Map<String, byte[]> fresh) {
        try (PreparedBatch bytes = batch.handle().prepareBatch(
                     "INSERT INTO content_bytes (content_id, bytes) VALUES (:id, :bytes)");
             PreparedBatch hashes = batch.handle().prepareBatch(
                     "INSERT INTO content (sha256, content_id) VALUES (:sha256, :id)")) {
            fresh.forEach((sha256, content) -> {
                long id = batch.nextRowId();
                bytes.bind("id", id).bind("bytes", content).add();
                hashes.bind("sha256", sha256).bind("id", id).add();
            });
            bytes.execute();
            hashes.execute();
        }
    }

    /** @throws StoreException when nothing is kept under this hash */
    static byte[] get(Handle handle, String sha256) {
        return find(handle, sha256).orElseThrow(() ->
                new StoreException("content " + sha256 + " is missing from the database"));
    }

    /** What is kept under this hash. */
    static Optional<byte[]> find(Handle handle, String sha256) {
        return handle.createQuery("""
                        SELECT b.bytes FROM content c JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE c.sha256 = :sha256""")
                .bind("sha256", sha256).map((row, context) -> row.getBytes(1)).findOne();
    }

    /** The bytes of a mail. @throws StoreException when they are not kept */
    static byte[] ofMail(Handle handle, long mailId) {
        return handle.createQuery("""
                        SELECT b.bytes FROM mail m JOIN content c ON c.sha256 = m.content_sha256
                            JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE m.mail_id = :id""")
                .bind("id", mailId).map((row, context) -> row.getBytes(1)).findOne()
                .orElseThrow(() -> new StoreException("the bytes of mail " + mailId + " are missing from the database"));
    }

    static String sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }
}
