package org.saldo.intake.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.intake.mail.InboundMail.Nature;

/**
 * Reads mails from their bytes.
 *
 * @param server   the name under which our own mail server writes Authentication-Results; empty: nobody is vouched for
 * @param ownHops  how many Received lines our own servers add; a result below them is the sender's own. 0: not looked at
 * @param by       what it must have found before a sender is vouched for
 */
public record MailReader(MailLimits limits, String server, int ownHops, SenderProof.By by) {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()\\[\\]]{1,100}@[^\\s<>,;:\"()\\[\\]]{1,150}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}.'’,-]{1,30}( [\\p{L}\\p{M}.'’-]{1,30}){0,3}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");
    private static final Set<String> RECIPIENTS = Set.of("to", "cc", "delivered-to", "x-original-to", "envelope-to");
    private static final Set<String> AUTOMATIC_PRECEDENCE = Set.of("auto_reply", "bulk", "junk");
    private static final int HEADER_LONGEST = 8000;
    private static final int IDS_MOST = 50;

    /** One that does not count SPF alone. */
    public MailReader(MailLimits limits, String server, int ownHops) {
        this(limits, server, ownHops, SenderProof.By.DMARC_OR_DKIM);
    }

    /** The mail; what cannot be read of it stands among its faults. */
    public InboundMail read(byte[] raw) {
        Optional<String> bomb = bomb(raw);
        if (bomb.isPresent()) {
            return unreadable(bomb.get());
        }
        try {
            MimeMessage message = new MimeMessage(SESSION, new SharedByteArrayInputStream(raw));
            return read(message);
        } catch (MessagingException | RuntimeException broken) {
            return unreadable("it is no mail: " + broken.getMessage());
        }
    }

    /** A line ends as the mail library sees it: at CR, LF or both. */
    private Optional<String> bomb(byte[] raw) {
        if (raw.length > limits.bytes()) {
            return Optional.of("it has more bytes than are read");
        }
        int lines = 0;
        int dashed = 0;
        for (int i = 0; i + 2 < raw.length; i++) {
            if (raw[i] == '\n' || raw[i] == '\r' && raw[i + 1] != '\n') {
                lines++;
                dashed += raw[i + 1] == '-' && raw[i + 2] == '-' ? 1 : 0;
            }
        }
        return lines > limits.lines() || dashed > limits.dashedLines() ? Optional.of("it has more lines than are read")
                : Optional.empty();
    }

    private static InboundMail unreadable(String fault) {
        return new InboundMail(Optional.empty(), "", List.of(), "", List.of(), Nature.PERSON, SenderProof.none("unreadable"),
                "", List.of(), List.of(), List.of(fault));
    }

    private InboundMail read(MimeMessage message) throws MessagingException {
        List<Header> headers = new ArrayList<>(Collections.list(message.getAllHeaders()));
        Optional<String> from = SenderCheck.from(headers);
        MailParts parts = new MailParts(limits);
        parts.read(message, 0);
        List<String> recipients = new ArrayList<>();
        headers.stream().filter(header -> RECIPIENTS.contains(lower(header.getName())))
                .forEach(header -> find(ADDRESS, shortened(header.getValue())).forEach(each -> recipients.add(lower(each))));
        List<InboundMail.Report> reports = parts.reports();
        return new InboundMail(from, name(headers), recipients.stream().distinct().limit(IDS_MOST).toList(),
                decoded(first(headers, "subject")), answersTo(headers), nature(message, headers),
                new SenderCheck(server, ownHops, by).proof(headers, from), parts.text(), parts.attachments(),
                reports.isEmpty() ? PlainBounce.of(headers, from, parts.text()) : reports, parts.faults());
    }

    /** The display name of the one sender: up to four words of letters, since what is called a name is not read as a text. */
    private static String name(List<Header> headers) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(shortened(first(headers, "from")), true);
            String name = parsed.length == 1 ? Optional.ofNullable(parsed[0].getPersonal()).orElse("").strip() : "";
            return NAME.matcher(name).matches() ? name : "";
        } catch (AddressException unreadable) {
            return "";
        }
    }

    /** RFC 3834, and what programs write that do not know it. X-Auto-Response-Suppress is a wish, not a sign. */
    private static Nature nature(MimeMessage message, List<Header> headers) throws MessagingException {
        String type = lower(Optional.ofNullable(message.getContentType()).orElse(""));
        if (type.startsWith("multipart/report")) {
            return type.contains("disposition-notification") ? Nature.READ_RECEIPT : Nature.DELIVERY_REPORT;
        }
        String submitted = lower(first(headers, "auto-submitted")).split("[;\\s]", 2)[0];
        boolean automatic = !submitted.isEmpty() && !submitted.equals("no") || !all(headers, "x-autoreply").isEmpty()
                || !all(headers, "x-autorespond").isEmpty() || first(headers, "return-path").strip().equals("<>")
                || AUTOMATIC_PRECEDENCE.contains(lower(first(headers, "precedence")).strip());
        if (automatic) {
            return Nature.AUTOMATIC;
        }
        boolean list = !all(headers, "list-id").isEmpty() || lower(first(headers, "precedence")).strip().equals("list");
        return list ? Nature.LIST : Nature.PERSON;
    }

    private static List<String> answersTo(List<Header> headers) {
        Set<String> ids = new LinkedHashSet<>(find(MESSAGE_ID, shortened(first(headers, "in-reply-to"))));
        List<String> references = new ArrayList<>(find(MESSAGE_ID, shortened(first(headers, "references"))));
        Collections.reverse(references);
        ids.addAll(references);
        return ids.stream().limit(IDS_MOST).toList();
    }

    private static List<String> find(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static List<String> all(List<Header> headers, String name) {
        return headers.stream().filter(header -> header.getName().equalsIgnoreCase(name)).map(Header::getValue).toList();
    }

    private static String first(List<Header> headers, String name) {
        return all(headers, name).stream().findFirst().orElse("");
    }

    /** A header's text without encoded words, folding and control characters. */
    static String decoded(String header) {
        String plain = shortened(MimeUtility.unfold(header));
        try {
            plain = MimeUtility.decodeText(plain);
        } catch (UnsupportedEncodingException | RuntimeException unknownCharset) {
            // the raw text is shown instead
        }
        return plain.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String shortened(String value) {
        return value.length() <= HEADER_LONGEST ? value : value.substring(0, HEADER_LONGEST);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
