package org.saldo.delivery;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The bytes of a mail in two parts: its text, and the files whose base64 (RFC 2045, 6.8) stands in it. So a file that is
 * kept anyhow need not be kept a second time within its mail, and both together are the same bytes for ever.
 *
 * @param files in the order in which they stand in the mail
 */
public record MailBytes(byte[] text, List<Enclosed> files) {

    /** A file whose base64 stands before the byte of the text at {@code startsAt}; {@code sha256} is that of the file. */
    public record Enclosed(int startsAt, String sha256, byte[] file) {
    }

    public MailBytes {
        files = List.copyOf(files);
    }

    /** A file as it stands in a mail: base64 in lines of 76 characters, no line end after the last. */
    public static byte[] encoded(byte[] file) {
        return Base64.getMimeEncoder().encode(file);
    }

    /** The bytes as they go over the wire. */
    public byte[] whole() {
        return without(Set.of()).text;
    }

    /** The same bytes with none but these files apart, which are named by their hashes. */
    public MailBytes without(Set<String> apart) {
        Writer writer = new Writer();
        int written = 0;
        for (Enclosed each : files) {
            writer.write(text, written, each.startsAt() - written);
            written = each.startsAt();
            if (apart.contains(each.sha256())) {
                writer.enclose(each.sha256(), each.file());
            } else {
                writer.writeBytes(encoded(each.file()));
            }
        }
        writer.write(text, written, text.length - written);
        return writer.written();
    }

    /** The hash of the bytes as they go over the wire, in hexadecimal. */
    public String sha256() {
        MessageDigest digest = digest();
        int hashed = 0;
        for (Enclosed each : files) {
            digest.update(text, hashed, each.startsAt() - hashed);
            digest.update(encoded(each.file()));
            hashed = each.startsAt();
        }
        digest.update(text, hashed, text.length - hashed);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes a mail as it is written, its files apart. */
    static final class Writer extends OutputStream {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 14);
        private final List<Enclosed> files = new ArrayList<>();

        @Override
        public void write(int b) {
            text.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            text.write(bytes, from, length);
        }

        private void writeBytes(byte[] bytes) {
            text.writeBytes(bytes);
        }

        /** The base64 of a file stands here. */
        void file(byte[] file) {
            enclose(Sha256.of(file), file);
        }

        private void enclose(String sha256, byte[] file) {
            files.add(new Enclosed(text.size(), sha256, file));
        }

        MailBytes written() {
            return new MailBytes(text.toByteArray(), files);
        }
    }
}
