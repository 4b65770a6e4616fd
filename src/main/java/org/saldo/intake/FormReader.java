package org.saldo.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads the form of the page of a statement (RFC 7578, multipart/form-data). Fields that the page does not have are left
 * out; of a field that is there twice the first counts.
 */
public final class FormReader {

    private static final int PARTS_MOST = 5000;
    private static final int TEXT_LONGEST = 2000;
    private static final int NAME_LONGEST = 100;
    private static final String REASON = "reason-";
    private static final String AMOUNT = "amount-";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private Optional<PageForm.Upload> file = Optional.empty();

    private FormReader() {
    }

    /** @throws FormRefused when it is none, or has more than {@code bytesMax} bytes */
    public static PageForm read(String contentType, InputStream body, int bytesMax) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new FormRefused("it is no form of the page");
        }
        try {
            byte[] bytes = body.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new FormRefused("it has more than " + bytesMax + " bytes", true);
            }
            requireFewParts(bytes);
            FormReader reader = new FormReader();
            reader.read(new MimeMultipart(new ByteArrayDataSource(bytes, contentType)));
            return reader.form();
        } catch (MessagingException | IOException unreadable) {
            throw new FormRefused("it cannot be read");
        }
    }

    /** Before it is taken apart, which costs time and memory for each part: each begins with a line of dashes. */
    private static void requireFewParts(byte[] bytes) {
        int dashed = 0;
        for (int at = 0; at + 1 < bytes.length; at++) {
            boolean begins = at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
            dashed += begins && bytes[at] == '-' && bytes[at + 1] == '-' ? 1 : 0;
        }
        if (dashed > PARTS_MOST) {
            throw new FormRefused("it has more than " + PARTS_MOST + " fields");
        }
    }

    private void read(MimeMultipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String[] said = part.getHeader("Content-Disposition");
            if (said == null) {
                continue;
            }
            ContentDisposition disposition = new ContentDisposition(said[0]);
            String name = Optional.ofNullable(disposition.getParameter("name")).orElse("");
            byte[] bytes = part.getInputStream().readAllBytes();
            if (disposition.getParameter("filename") == null) {
                texts.putIfAbsent(name, clean(new String(bytes, StandardCharsets.UTF_8), TEXT_LONGEST));
            } else if (name.equals("file") && bytes.length > 0 && file.isEmpty()) {
                file = Optional.of(new PageForm.Upload(SafeName.of(utf8(disposition.getParameter("filename"))), bytes));
            }
        }
    }

    /** Browsers write names in UTF-8, where a mail's header has one byte a character. */
    private static String utf8(String header) {
        return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String clean(String text, int longest) {
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }

    private PageForm form() {
        return new PageForm("agree".equals(texts.get("answer")), line("person"), line("role"),
                "yes".equals(texts.get("entitled")), lines(), texts.getOrDefault("note", ""), file);
    }

    private String line(String field) {
        return clean(texts.getOrDefault(field, "").replace('\n', ' '), NAME_LONGEST);
    }

    private List<PageForm.Line> lines() {
        TreeSet<String> keys = new TreeSet<>();
        texts.forEach((name, text) -> {
            if (!text.isEmpty() && (name.startsWith(REASON) || name.startsWith(AMOUNT))) {
                keys.add(name.substring(name.indexOf('-') + 1));
            }
        });
        List<PageForm.Line> lines = new ArrayList<>();
        keys.forEach(key -> lines.add(new PageForm.Line(key, line(REASON + key), line(AMOUNT + key))));
        return lines;
    }
}
