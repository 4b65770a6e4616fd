package org.saldo.delivery;

import java.util.List;
import java.util.Objects;

/**
 * A mail as a job wants it, before it becomes bytes. {@code customer} is the customer's number, empty for mail that stays
 * in the house; {@code businessKey} says what the mail is about so that it is written once: two mails with one key are
 * the same mail. Addresses are strict, {@code replyTo} and {@code html} may be empty, {@code language} is a tag such as
 * {@code de}. Control characters are refused in everything that becomes a header. {@code copies} are readers of the house:
 * the mail is judged by what becomes of it at {@code to}, and goes without a copy that is refused.
 */
public record OutgoingMail(
        String company,
        MailKind kind,
        String customer,
        String businessKey,
        String from,
        List<String> to,
        String replyTo,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        String language,
        List<String> copies) {

    private static final int SUBJECT_LONGEST = 400;
    private static final int KEY_LONGEST = 200;

    /** A file that goes with the mail; {@code bytes} must not be changed afterwards. */
    public record Attachment(String name, String type, byte[] bytes) {

        public Attachment {
            refuseControlCharacters("attachment name", name);
            refuseControlCharacters("attachment type", type);
            if (name.isBlank() || !type.matches("[a-z]+/[a-z0-9.+-]+")) {
                throw new IllegalArgumentException("attachment '" + name + "' of type '" + type
                        + "': a name and a type such as application/pdf are needed");
            }
        }
    }

    /** Without copies. */
    public OutgoingMail(String company, MailKind kind, String customer, String businessKey, String from, List<String> to,
            String replyTo, String subject, String text, String html, List<Attachment> attachments, String language) {
        this(company, kind, customer, businessKey, from, to, replyTo, subject, text, html, attachments, language, List.of());
    }

    /** @throws IllegalArgumentException when an address, the key or the subject cannot stand in a mail */
    public OutgoingMail {
        Objects.requireNonNull(kind, "kind");
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        copies = List.copyOf(copies);
        List.of(company, customer, language).forEach(value -> refuseControlCharacters("mail", value));
        refuseControlCharacters("subject", subject);
        refuseControlCharacters("business key", businessKey);
        if (company.isBlank() || businessKey.isBlank() || businessKey.length() > KEY_LONGEST) {
            throw new IllegalArgumentException("mail '" + subject + "': company and a business key of at most "
                    + KEY_LONGEST + " characters are needed");
        }
        if (subject.isBlank() || subject.length() > SUBJECT_LONGEST) {
            throw new IllegalArgumentException("mail " + businessKey + ": a subject of at most " + SUBJECT_LONGEST
                    + " characters is needed");
        }
        if (to.isEmpty()) {
            throw new IllegalArgumentException("mail " + businessKey + ": there is nobody to send it to");
        }
        MailAddress.of(from);
        to.forEach(MailAddress::of);
        copies.forEach(MailAddress::of);
        if (!replyTo.isEmpty()) {
            MailAddress.of(replyTo);
        }
    }

    /** Whether this mail would leave the house: then {@link CustomerMail} says whether it may. */
    public boolean isForCustomer() {
        return kind.isForCustomers() && !customer.isEmpty();
    }

    /** The same mail, with copies for readers of the house. */
    OutgoingMail copiedTo(List<String> readers) {
        return new OutgoingMail(company, kind, customer, businessKey, from, to, replyTo, subject, text, html, attachments,
                language, readers);
    }

    /** The same mail to another reader, without copies; the display name says whom it was meant for. */
    OutgoingMail redirectedTo(String address) {
        String meantFor = "for " + String.join(" ", to.stream().map(each -> MailAddress.of(each).address()).toList());
        String reader = '"' + meantFor + "\" <" + MailAddress.of(address).address() + ">";
        return new OutgoingMail(company, kind, customer, businessKey, from, List.of(reader), replyTo, subject, text, html,
                attachments, language);
    }

    static void refuseControlCharacters(String what, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 127 || c == 0x2028 || c == 0x2029)) {
            throw new IllegalArgumentException(what + " '" + value.replaceAll("\\p{Cntrl}", "?")
                    + "' has a line break or another control character; take it out");
        }
    }
}
