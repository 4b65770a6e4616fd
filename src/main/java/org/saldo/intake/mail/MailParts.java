package org.saldo.intake.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.intake.mail.InboundMail.Attachment;
import org.saldo.intake.mail.InboundMail.Report;

/** Walks over the parts of a mail within its limits: text, attachments, and what a mail server reports. */
final class MailParts {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{3,250}>)");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final int REPORT_LONGEST = 20_000;
    private static final int RECIPIENTS_MOST = 100;
    private static final int DIAGNOSTIC_LONGEST = 150;

    private final MailLimits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int parts;
    private final List<Report> reports = new ArrayList<>();
    private String original = "";

    MailParts(MailLimits limits) {
        this.limits = limits;
    }

    String text() {
        return text.toString().strip();
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<String> faults() {
        return faults;
    }

    /** What is reported of each recipient, all of it about the mail that came back. */
    List<Report> reports() {
        return reports.stream().map(each -> new Report(each.action(), each.status(), each.recipient(), original)).toList();
    }

    void read(Part part, int depth) {
        try {
            walk(part, depth);
        } catch (MessagingException | IOException | RuntimeException broken) {
            faults.add("a part cannot be read: " + String.valueOf(broken.getMessage()));
        }
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (++parts > limits.parts() || depth > limits.depth()) {
            faults.add("it has more parts than are read");
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/") && part.getContent() instanceof Multipart multipart) {
            several(multipart, type, depth);
        } else if (type.equals("message/delivery-status")) {
            status(decoded(part, REPORT_LONGEST));
        } else if ((type.equals("message/rfc822") || type.equals("text/rfc822-headers")) && !reports.isEmpty()) {
            Matcher id = MESSAGE_ID.matcher(decoded(part, REPORT_LONGEST));
            original = id.find() ? id.group(1) : original;
        } else if (isFile(part, type)) {
            attach(part, type);
        } else if (type.equals("text/html")) {
            text.append(HtmlText.of(readable(part))).append('\n');
        } else if (type.startsWith("text/")) {
            text.append(readable(part)).append('\n');
        }
    }

    /** What is beyond the limit may say something else, so that a mail that is cut off counts as one that is not read. */
    private String readable(Part part) throws MessagingException, IOException {
        int left = limits.characters() - text.length();
        String some = decoded(part, left + 1);
        if (some.length() > left) {
            faults.add("it has more text than is read");
            return some.substring(0, Math.max(0, left));
        }
        return some;
    }

    private void several(Multipart multipart, String type, int depth) throws MessagingException {
        int count = multipart.getCount();
        Part chosen = type.equals("multipart/alternative") ? plainest(multipart, count) : null;
        for (int i = 0; i < count && parts <= limits.parts(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (chosen == null || part == chosen || isFile(part, type(part))) {
                read(part, depth + 1);
            }
        }
    }

    /** The plain text when it says anything, else the HTML, else whatever comes last. */
    private Part plainest(Multipart multipart, int count) throws MessagingException {
        Part best = null;
        for (int i = 0; i < count; i++) {
            Part part = multipart.getBodyPart(i);
            String type = type(part);
            if (type.equals("text/plain") && !isBlank(part)) {
                return part;
            }
            best = best == null || !type(best).equals("text/html") ? part : best;
        }
        return best;
    }

    private boolean isBlank(Part part) {
        try {
            return decoded(part, 1000).isBlank();
        } catch (MessagingException | IOException | RuntimeException broken) {
            return true;
        }
    }

    /** Fields of the mail, and after an empty line of each recipient (RFC 3464, section 2.1). */
    private void status(String text) {
        for (String fields : BLANK_LINE.split(text, RECIPIENTS_MOST)) {
            String action = field(fields, "action").toLowerCase(Locale.ROOT);
            if (!action.isEmpty()) {
                reports.add(new Report(action, code(fields), field(fields, "final-recipient")
                        .replaceFirst("(?i)^\\s*rfc822\\s*;\\s*", ""), ""));
            }
        }
    }

    private static String code(String fields) {
        String code = field(fields, "status");
        String words = field(fields, "diagnostic-code").replaceFirst("(?i)^smtp\\s*;\\s*", "");
        return code.matches("5[.][05][.]0") && !words.isEmpty()
                ? code + " " + words.substring(0, Math.min(DIAGNOSTIC_LONGEST, words.length())) : code;
    }

    private static String field(String fields, String name) {
        return fields.lines().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
    }

    /** A signature of the mail itself and a picture within its text are no files that the sender brings. */
    private static boolean isFile(Part part, String type) throws MessagingException {
        if (type.endsWith("-signature") || type.equals("application/pgp-encrypted")) {
            return false;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        boolean picture = type.startsWith("image/") && !attached && part.getHeader("Content-ID") != null;
        return !picture && (attached || name(part).isPresent() || !type.startsWith("text/") && !type.startsWith("multipart/"));
    }

    private static String disposition(Part part) {
        try {
            return Optional.ofNullable(part.getDisposition()).orElse("");
        } catch (MessagingException broken) {
            return Part.ATTACHMENT;
        }
    }

    private static Optional<String> name(Part part) {
        try {
            return Optional.ofNullable(part.getFileName()).map(MailReader::decoded);
        } catch (MessagingException broken) {
            return Optional.of("attachment");
        }
    }

    private void attach(Part part, String type) throws MessagingException, IOException {
        if (attachments.size() >= limits.attachments()) {
            faults.add("it brings more files than are read");
            return;
        }
        attachments.add(new Attachment(name(part).orElse("attachment"), type, bytes(part, limits.bytes())));
    }

    private static String type(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException | RuntimeException broken) {
            return "application/octet-stream";
        }
    }

    private static String decoded(Part part, int most) throws MessagingException, IOException {
        byte[] bytes = bytes(part, 4 * most);
        String text = new String(bytes, charset(part));
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }
}
