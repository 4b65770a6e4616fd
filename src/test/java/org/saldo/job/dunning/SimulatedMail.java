package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reminder as it came out of the wire, read as its customer reads it. */
record SimulatedMail(String raw, String subject, String text) {

    private static final Pattern ROW = Pattern.compile("(?m)^(INV-\\d+) +.*? (\\d+) +EUR [\\d,.]+ +EUR ([\\d,]+\\.\\d\\d)  .+$");
    private static final Pattern SUBJECT = Pattern.compile("(?:eminder|inal notice): EUR ([\\d,]+\\.\\d\\d)");
    private static final Pattern TO = Pattern.compile("(?m)^To: (\\S+@payer\\d+\\.example)");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.*>)");
    private static final Pattern INTEREST = Pattern.compile("(?m)^Interest under § 288 BGB [^:]+: EUR ([\\d,]+\\.\\d\\d)$");

    SimulatedMail(String raw) throws MessagingException, IOException {
        this(raw, new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private SimulatedMail(String raw, MimeMessage message) throws MessagingException, IOException {
        this(raw, message.getSubject(), plain(message).orElseThrow().replace("\r\n", "\n"));
    }

    static String id(String raw) {
        return found(MESSAGE_ID, raw);
    }

    String to() {
        return found(TO, raw);
    }

    /** Of each item its number, the days and what is open. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            rows.add(row.group(1) + " " + row.group(2) + " " + row.group(3).replace(",", ""));
        }
        return rows;
    }

    String amountOfSubject() {
        return found(SUBJECT, subject).replace(",", "");
    }

    /** Empty when the mail says nothing of interest. */
    Optional<String> interest() {
        return INTEREST.matcher(text).results().map(found -> found.group(1).replace(",", "")).findFirst();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static Optional<String> plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = plain(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
