package org.saldo.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.saldo.delivery.MailBytes;
import org.saldo.delivery.MimeMail;
import org.saldo.delivery.Sha256;

/**
 * What was sent or made, kept as bytes under its SHA-256: the same bytes are kept once. A mail is kept without the files
 * that are kept already, and put together when it is asked for; whether it is the same again, its hash says.
 */
public final class Contents {

    /** So many fit into their column; a mail with more files is kept whole. */
    private static final int PARTS_MOST = 20;

    /** Bytes, and which other contents stand in them as a mail encloses them. */
    private record Kept(byte[] bytes, List<ContentPart> parts) {
    }

    private Contents() {
    }

    /** Keeps the bytes in the batch's transaction and returns their SHA-256 in hexadecimal. */
    public static String put(Batch batch, byte[] bytes) {
        String sha256 = sha256(bytes);
        putAll(batch, Map.of(sha256, bytes));
        return sha256;
    }

    /** Keeps many bytes at once, each under the SHA-256 that is given for it. */
    public static void putAll(Batch batch, Map<String, byte[]> bySha256) {
        Map<String, Kept> kept = new HashMap<>();
        bySha256.forEach((sha256, bytes) -> kept.put(sha256, new Kept(bytes, List.of())));
        keep(batch, kept);
    }

    /** Keeps the bytes of mails, each under its SHA-256. */
    public static void putMails(Batch batch, List<MimeMail> mails) {
        Set<String> there = there(batch.handle(), mails.stream().flatMap(mail -> mail.content().files().stream())
                .map(MailBytes.Enclosed::sha256).distinct().toList());
        Map<String, Kept> kept = new HashMap<>();
        for (MimeMail mail : mails) {
            MailBytes content = mail.content().without(mail.content().files().size() > PARTS_MOST ? Set.of() : there);
            kept.put(mail.sha256(), new Kept(content.text(), content.files().stream()
                    .map(file -> new ContentPart(file.startsAt(), file.sha256())).toList()));
        }
        keep(batch, kept);
    }

    /** Which of these are kept. */
    private static Set<String> there(Handle handle, List<String> hashes) {
        return hashes.isEmpty() ? Set.of() : new HashSet<>(KeyList.query(handle,
                "SELECT c.sha256 FROM {keys} JOIN content c ON c.sha256 = n.sought", hashes).mapTo(String.class).list());
    }

    private static void keep(Batch batch, Map<String, Kept> bySha256) {
        Map<String, Kept> fresh = new TreeMap<>(bySha256);
        fresh.keySet().removeAll(there(batch.handle(), List.copyOf(fresh.keySet())));
        if (!fresh.isEmpty()) {
            KeyClash.asConflict(fresh.size() == 1 ? "content " + fresh.keySet().iterator().next()
                    : "one of " + fresh.size() + " contents", () -> insert(batch, fresh));
        }
    }

    private static void insert(Batch batch, Map<String, Kept> fresh) {
        try (PreparedBatch bytes = batch.handle().prepareBatch(
                     "INSERT INTO content_bytes (content_id, bytes) VALUES (:id, :bytes)");
             PreparedBatch hashes = batch.handle().prepareBatch(
                     "INSERT INTO content (sha256, content_id, parts) VALUES (:sha256, :id, :parts)")) {
            fresh.forEach((sha256, content) -> {
                long id = batch.nextRowId();
                bytes.bind("id", id).bind("bytes", content.bytes()).add();
                hashes.bind("sha256", sha256).bind("id", id).bind("parts", ContentPart.line(content.parts())).add();
            });
            bytes.execute();
            hashes.execute();
        }
    }

    /** @throws StoreException when nothing is kept under this hash, or a mail cannot be put together as it was */
    public static byte[] get(Handle handle, String sha256) {
        Optional<Kept> kept = kept(handle, sha256);
        return checked(sha256, kept, files(handle, kept.stream().toList()));
    }

    /** The bytes of a mail. @throws StoreException when they are not kept, or cannot be put together as they were */
    public static byte[] ofMail(Handle handle, long mailId) {
        return ofMails(handle, List.of(mailId)).get(mailId);
    }

    /** The bytes of mails, by their ids. @throws StoreException when some are not kept, or cannot be put together as they were */
    public static Map<Long, byte[]> ofMails(Handle handle, List<Long> mails) {
        record Of(long mail, String sha256, Kept kept) {
        }
        List<Of> found = handle.createQuery("""
                        SELECT m.mail_id, b.bytes, c.parts, c.sha256
                        FROM UNNEST(CAST(:mails AS BIGINT ARRAY)) AS n(mail_id) JOIN mail m ON m.mail_id = n.mail_id
                            JOIN content c ON c.sha256 = m.content_sha256
                            JOIN content_bytes b ON b.content_id = c.content_id""")
                .bindArray("mails", Long.class, mails)
                .map((row, context) -> new Of(row.getLong(1), row.getString(4), read(row))).list();
        Map<String, byte[]> files = files(handle, found.stream().map(Of::kept).toList());
        Map<Long, byte[]> whole = new HashMap<>();
        found.forEach(each -> whole.put(each.mail(), checked(each.sha256(), Optional.of(each.kept()), files)));
        mails.stream().filter(mail -> !whole.containsKey(mail)).findFirst().ifPresent(mail -> {
            throw new StoreException("the bytes of mail " + mail + " are missing from the database");
        });
        return whole;
    }

    private static byte[] checked(String sha256, Optional<Kept> kept, Map<String, byte[]> files) {
        byte[] bytes = kept.flatMap(each -> whole(each, files)).orElseThrow(() ->
                new StoreException("content " + sha256 + " is missing from the database"));
        if (kept.filter(each -> !each.parts().isEmpty()).isPresent() && !sha256(bytes).equals(sha256)) {
            throw new StoreException("content " + sha256 + ": with its files it is not what was written; saldo verify says more");
        }
        return bytes;
    }

    /** What is kept under this hash; nothing when a part of it is not. */
    public static Optional<byte[]> find(Handle handle, String sha256) {
        return kept(handle, sha256).flatMap(kept -> whole(kept, files(handle, List.of(kept))));
    }

    private static Optional<Kept> kept(Handle handle, String sha256) {
        return handle.createQuery("""
                        SELECT b.bytes, c.parts FROM content c JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE c.sha256 = :sha256""")
                .bind("sha256", sha256).map((row, context) -> read(row)).findOne();
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(row.getBytes("bytes"), ContentPart.read(row.getString("parts")));
    }

    /** The files that stand in these, by their hashes; a file has no parts of its own. */
    private static Map<String, byte[]> files(Handle handle, List<Kept> kept) {
        List<String> hashes = kept.stream().flatMap(each -> each.parts().stream()).map(ContentPart::sha256).distinct().toList();
        Map<String, byte[]> files = new HashMap<>();
        if (!hashes.isEmpty()) {
            KeyList.query(handle, """
                    SELECT c.sha256, b.bytes FROM {keys} JOIN content c ON c.sha256 = n.sought
                        JOIN content_bytes b ON b.content_id = c.content_id WHERE c.parts = ''""", hashes)
                    .map((row, context) -> files.put(row.getString(1), row.getBytes(2))).list();
        }
        return files;
    }

    private static Optional<byte[]> whole(Kept kept, Map<String, byte[]> files) {
        if (kept.parts().stream().anyMatch(part -> !files.containsKey(part.sha256()))) {
            return Optional.empty();
        }
        return Optional.of(kept.parts().isEmpty() ? kept.bytes() : new MailBytes(kept.bytes(), kept.parts().stream()
                .map(part -> new MailBytes.Enclosed(part.startsAt(), part.sha256(), files.get(part.sha256()))).toList()).whole());
    }

    public static String sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    /** Of the code of an answer's token, in hexadecimal: the books keep this, never the code. */
    public static String sha256(String code) {
        return sha256(code.getBytes(StandardCharsets.US_ASCII));
    }
}
