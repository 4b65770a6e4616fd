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
        return checked(handle, sha256, kept(handle, sha256));
    }

    /** The bytes of a mail. @throws StoreException when they are not kept, or cannot be put together as they were */
    public static byte[] ofMail(Handle handle, long mailId) {
        record Of(String sha256, Kept kept) {
        }
        Of mail = handle.createQuery("""
                        SELECT b.bytes, c.parts, c.sha256 FROM mail m JOIN content c ON c.sha256 = m.content_sha256
                            JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE m.mail_id = :id""")
                .bind("id", mailId).map((row, context) -> new Of(row.getString(3), read(row))).findOne()
                .orElseThrow(() -> new StoreException("the bytes of mail " + mailId + " are missing from the database"));
        return checked(handle, mail.sha256(), Optional.of(mail.kept()));
    }

    private static byte[] checked(Handle handle, String sha256, Optional<Kept> kept) {
        byte[] bytes = kept.flatMap(each -> whole(handle, each)).orElseThrow(() ->
                new StoreException("content " + sha256 + " is missing from the database"));
        if (kept.filter(each -> !each.parts().isEmpty()).isPresent() && !sha256(bytes).equals(sha256)) {
            throw new StoreException("content " + sha256 + ": with its files it is not what was written; saldo verify says more");
        }
        return bytes;
    }

    /** What is kept under this hash; nothing when a part of it is not. */
    public static Optional<byte[]> find(Handle handle, String sha256) {
        return kept(handle, sha256).flatMap(kept -> whole(handle, kept));
    }

    private static Optional<Kept> kept(Handle handle, String sha256) {
        return handle.createQuery("""
                        SELECT b.bytes, c.parts FROM content c JOIN content_bytes b ON b.content_id = c.content_id
                        WHERE c.sha256 = :sha256""")
                .bind("sha256", sha256).map((row, context) -> read(row)).findOne();
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(row.getBytes(1), ContentPart.read(row.getString(2)));
    }

    private static Optional<byte[]> whole(Handle handle, Kept kept) {
        List<MailBytes.Enclosed> files = new ArrayList<>();
        for (ContentPart part : kept.parts()) {
            find(handle, part.sha256()).ifPresent(file ->
                    files.add(new MailBytes.Enclosed(part.startsAt(), part.sha256(), file)));
        }
        return files.size() < kept.parts().size() ? Optional.empty()
                : Optional.of(files.isEmpty() ? kept.bytes() : new MailBytes(kept.bytes(), files).whole());
    }

    public static String sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    /** Of the code of an answer's token, in hexadecimal: the books keep this, never the code. */
    public static String sha256(String code) {
        return sha256(code.getBytes(StandardCharsets.US_ASCII));
    }
}
