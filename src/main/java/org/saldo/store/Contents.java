package org.saldo.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
 * that are kept already, and a PDF without its fonts, which are kept once for all; each is put together when it is asked
 * for, and whether it is the same again, its hash says.
 */
public final class Contents {

    /** So many fit into their column; a mail with more files is kept whole. */
    private static final int PARTS_MOST = 20;

    /** Bytes, and which other contents stand in them. */
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
        Map<String, byte[]> fonts = new HashMap<>();
        bySha256.forEach((sha256, bytes) -> kept.put(sha256, withoutFonts(bytes, fonts)));
        fonts.forEach((sha256, font) -> kept.put(sha256, new Kept(font, List.of())));
        keep(batch, kept);
    }

    /** @param fonts of documents before it, by their hashes; those of this one are added */
    private static Kept withoutFonts(byte[] bytes, Map<String, byte[]> fonts) {
        List<PdfFonts.Place> places = PdfFonts.in(bytes, PARTS_MOST);
        if (places.isEmpty()) {
            return new Kept(bytes, List.of());
        }
        ByteArrayOutputStream own = new ByteArrayOutputStream(bytes.length);
        List<ContentPart> parts = new ArrayList<>();
        int written = 0;
        for (PdfFonts.Place place : places) {
            own.write(bytes, written, place.from() - written);
            parts.add(new ContentPart(own.size(), true, sha256(bytes, place, fonts)));
            written = place.to();
        }
        own.write(bytes, written, bytes.length - written);
        return new Kept(own.toByteArray(), parts);
    }

    /** The documents of a house have the same few fonts: to compare them takes less than a hash of each. */
    private static String sha256(byte[] bytes, PdfFonts.Place place, Map<String, byte[]> fonts) {
        for (Map.Entry<String, byte[]> known : fonts.entrySet()) {
            if (Arrays.equals(known.getValue(), 0, known.getValue().length, bytes, place.from(), place.to())) {
                return known.getKey();
            }
        }
        byte[] font = Arrays.copyOfRange(bytes, place.from(), place.to());
        String sha256 = sha256(font);
        fonts.put(sha256, font);
        return sha256;
    }

    /** Keeps the bytes of mails, each under its SHA-256. */
    public static void putMails(Batch batch, List<MimeMail> mails) {
        Set<String> there = there(batch.handle(), mails.stream().flatMap(mail -> mail.content().files().stream())
                .map(MailBytes.Enclosed::sha256).distinct().toList());
        Map<String, Kept> kept = new HashMap<>();
        for (MimeMail mail : mails) {
            MailBytes content = mail.content().without(mail.content().files().size() > PARTS_MOST ? Set.of() : there);
            kept.put(mail.sha256(), new Kept(content.text(), content.files().stream()
                    .map(file -> new ContentPart(file.startsAt(), false, file.sha256())).toList()));
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

    /** The bytes of a mail. @throws StoreException when they are not kept, or are not what was written */
    public static byte[] ofMail(Handle handle, long mailId) {
        OfMails read = ofMails(handle, List.of(mailId));
        if (!read.faults().isEmpty()) {
            throw new StoreException("mail " + mailId + ": its bytes " + read.faults().get(mailId));
        }
        return read.bytes().get(mailId);
    }

    /** The bytes of mails by their ids, each proved by its hash; of a mail that cannot be had as it was written, why. */
    public record OfMails(Map<Long, byte[]> bytes, Map<Long, String> faults) {
    }

    /** The bytes of mails: what is wrong with one says nothing of the others. */
    public static OfMails ofMails(Handle handle, List<Long> mails) {
        record Of(long mail, String sha256, byte[] bytes, String parts) {
        }
        List<Of> found = handle.createQuery("""
                        SELECT m.mail_id, c.sha256, b.bytes, c.parts
                        FROM UNNEST(CAST(:mails AS BIGINT ARRAY)) AS n(mail_id) JOIN mail m ON m.mail_id = n.mail_id
                            JOIN content c ON c.sha256 = m.content_sha256
                            JOIN content_bytes b ON b.content_id = c.content_id""")
                .bindArray("mails", Long.class, mails)
                .map((row, context) -> new Of(row.getLong(1), row.getString(2), row.getBytes(3), row.getString(4))).list();
        Map<Long, Kept> kept = new HashMap<>();
        found.forEach(each -> kept(each.bytes(), each.parts()).ifPresent(content -> kept.put(each.mail(), content)));
        Map<String, byte[]> files = files(handle, List.copyOf(kept.values()));
        OfMails read = new OfMails(new HashMap<>(), new HashMap<>());
        mails.forEach(mail -> read.faults().put(mail, "are missing from the database"));
        found.forEach(each -> {
            Optional<byte[]> bytes = Optional.ofNullable(kept.get(each.mail())).flatMap(content -> whole(content, files));
            if (bytes.filter(whole -> sha256(whole).equals(each.sha256())).isPresent()) {
                read.bytes().put(each.mail(), bytes.get());
                read.faults().remove(each.mail());
            } else {
                read.faults().put(each.mail(), bytes.isPresent() ? "are not those that were written"
                        : "cannot be put together: a part of them is missing");
            }
        });
        return read;
    }

    private static Optional<Kept> kept(byte[] bytes, String parts) {
        try {
            return Optional.of(new Kept(bytes, ContentPart.read(parts)));
        } catch (StoreException damaged) {
            return Optional.empty();
        }
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
                .bind("sha256", sha256).map((row, context) -> kept(row.getBytes(1), row.getString(2))).findOne()
                .flatMap(found -> found);
    }

    /** The files that stand in these, whole, by their hashes: those of mails, which have fonts, or fonts, which have nothing. */
    private static Map<String, byte[]> files(Handle handle, List<Kept> kept) {
        Map<String, Kept> files = parts(handle, kept);
        Map<String, Kept> fonts = parts(handle, List.copyOf(files.values()));
        Map<String, byte[]> plain = new HashMap<>();
        fonts.forEach((sha256, font) -> plain.put(sha256, font.bytes()));
        Map<String, byte[]> whole = new HashMap<>();
        files.forEach((sha256, file) -> whole(file, plain).ifPresent(bytes -> whole.put(sha256, bytes)));
        return whole;
    }

    private static Map<String, Kept> parts(Handle handle, List<Kept> kept) {
        List<String> hashes = kept.stream().flatMap(each -> each.parts().stream()).map(ContentPart::sha256).distinct().toList();
        Map<String, Kept> parts = new HashMap<>();
        if (!hashes.isEmpty()) {
            KeyList.query(handle, """
                    SELECT c.sha256, b.bytes, c.parts FROM {keys} JOIN content c ON c.sha256 = n.sought
                        JOIN content_bytes b ON b.content_id = c.content_id""", hashes)
                    .map((row, context) -> Map.entry(row.getString(1), kept(row.getBytes(2), row.getString(3))))
                    .forEach(part -> part.getValue().ifPresent(readable -> parts.put(part.getKey(), readable)));
        }
        return parts;
    }

    private static Optional<byte[]> whole(Kept kept, Map<String, byte[]> files) {
        int reached = 0;
        for (ContentPart part : kept.parts()) {
            if (!files.containsKey(part.sha256()) || part.startsAt() < reached || part.startsAt() > kept.bytes().length) {
                return Optional.empty();
            }
            reached = part.startsAt();
        }
        if (kept.parts().isEmpty()) {
            return Optional.of(kept.bytes());
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(kept.bytes().length * 2);
        int written = 0;
        for (ContentPart part : kept.parts()) {
            byte[] file = files.get(part.sha256());
            whole.write(kept.bytes(), written, part.startsAt() - written);
            whole.writeBytes(part.asItIs() ? file : MailBytes.encoded(file));
            written = part.startsAt();
        }
        whole.write(kept.bytes(), written, kept.bytes().length - written);
        return Optional.of(whole.toByteArray());
    }

    public static String sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    /** Of the code of an answer's token, in hexadecimal: the books keep this, never the code. */
    public static String sha256(String code) {
        return sha256(code.getBytes(StandardCharsets.US_ASCII));
    }
}
