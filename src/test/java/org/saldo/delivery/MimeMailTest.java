package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {

    private static final Instant DATE = Instant.parse("2026-10-31T08:00:00Z");
    private static final OutgoingMail.Attachment FILE =
            new OutgoingMail.Attachment("Übersicht.pdf", "application/pdf", new byte[] {1, 2, 3});
    private static final MessageKey KEY = new MessageKey("secret");

    @Test
    void theSameMailGivesTheSameBytes() {
        assertThat(MimeMail.of(mail("key", "Grüße"), KEY, DATE).bytes())
                .isEqualTo(MimeMail.of(mail("key", "Grüße"), KEY, DATE).bytes());
    }

    @Test
    void theMessageIdFollowsFromTheBusinessKeyAndTheSecret() {
        String id = MimeMail.of(mail("key", "Hello"), KEY, DATE).messageId();
        assertThat(id).matches("<[0-9a-f]{40}@seller\\.example>");
        assertThat(MimeMail.of(mail("key", "Other words"), KEY, DATE.plusSeconds(9)).messageId()).isEqualTo(id);
        assertThat(MimeMail.of(mail("key 2", "Hello"), KEY, DATE).messageId()).isNotEqualTo(id);
        assertThat(MimeMail.of(mail("key", "Hello"), new MessageKey("other"), DATE).messageId()).isNotEqualTo(id);
    }

    @Test
    void aReaderFindsWhatWasWritten() throws Exception {
        MimeMessage message = parsed(MimeMail.of(mail("key", "Grüße aus 汉堡"), KEY, DATE));
        assertThat(message.getSubject()).isEqualTo("Grüße aus 汉堡");
        assertThat(message.getSentDate().toInstant()).isEqualTo(DATE);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("answers@seller.example"));
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).contains("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Zwölf Boxkämpfer =_ fünf\r\nzweite Zeile");
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>Zwölf</p>");
        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("Übersicht.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: thief@evil.example", "Hello\nX: y", "Hello\rX: y", "Hello\0", "Hello\u2028x"})
    void aSubjectThatCouldAddAHeaderIsRefused(String subject) {
        assertThatThrownBy(() -> mail("key", subject)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a@", "@b.example", "a b@c.example", "x@y.example\r\nBcc: t@evil.example",
        "a@x.example, b@y.example", "friends: a@x.example;", "müller@x.example", "a..b@x.example", "a@x.example\0",
        "\"a\r\n\"@x.example", "<script>@x.example>"})
    void anAddressThatIsNotOnePlainMailboxIsRefused(String address) {
        assertThat(MailAddress.problemOf(address)).isPresent();
        assertThatThrownBy(() -> to(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDisplayNameIsEncodedAndCannotBreakOut() throws Exception {
        OutgoingMail mail = to("\"Müller, Söhne\" <pay@acme.example>");
        MimeMail rendered = MimeMail.of(mail, KEY, DATE);
        assertThat(rendered.recipients()).containsExactly("pay@acme.example");
        assertThat(parsed(rendered).getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) parsed(rendered).getAllRecipients()[0]).getPersonal()).isEqualTo("Müller, Söhne");
    }

    @Test
    void aFileStandsApartFromTheMailsTextAndBothAreTheSameBytesAgain() throws Exception {
        MimeMail rendered = MimeMail.of(mail("key", "Hello"), KEY, DATE);
        byte[] whole = rendered.bytes();
        MailBytes.Enclosed file = rendered.content().files().get(0);
        assertThat(rendered.content().files()).hasSize(1);
        assertThat(rendered.content().text().length + MailBytes.encoded(file.file()).length).isEqualTo(whole.length);
        assertThat(rendered.content().without(Set.of(file.sha256())).text()).isEqualTo(rendered.content().text());
        assertThat(rendered.content().without(Set.of()).files()).isEmpty();
        assertThat(rendered.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)));
    }

    @Test
    void anAttachmentNameCannotAddAHeader() {
        assertThatThrownBy(() -> new OutgoingMail.Attachment("a.pdf\r\nX: y", "application/pdf", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void switchedOffNothingGoesToACustomerButFinanceGetsItsMail() {
        assertThat(CustomerMail.parse("off").admit(mail("key", "Hello"))).isEmpty();
        OutgoingMail finance = new OutgoingMail("main", MailKind.FINANCE, "", "f", "hub@seller.example",
                List.of("finance@seller.example"), "", "Reminders", "text", "", List.of(), "en");
        assertThat(CustomerMail.parse("off").admit(finance)).hasValue(finance);
        assertThat(CustomerMail.parse("redirect:test@seller.example").admit(finance)).hasValue(finance);
    }

    @Test
    void redirectedMailGoesToOneReaderAndSaysWhomItWasMeantFor() {
        OutgoingMail redirected = CustomerMail.parse("redirect:test@seller.example").admit(mail("key", "Hello")).orElseThrow();
        MimeMail rendered = MimeMail.of(redirected, KEY, DATE);
        assertThat(rendered.recipients()).containsExactly("test@seller.example");
        assertThat(new String(rendered.bytes(), StandardCharsets.US_ASCII)).contains("\"for pay@acme.example\"");
    }

    @Test
    void aMisspeltSwitchIsRefused() {
        assertThatThrownBy(() -> CustomerMail.parse("yes")).hasMessageContaining("off, redirect:ADDRESS or on");
    }

    @Test
    void absenceNotesComeBackToTheMailsWhoseAnswersAreRead() throws Exception {
        String header = "X-Auto-Response-Suppress";
        OutgoingMail reminder = mail("key", "Hello");
        OutgoingMail summary = new OutgoingMail("main", MailKind.FINANCE, "", "key", "hub@seller.example",
                List.of("finance@seller.example"), "", "Hello", "text", "", List.of(), "en");
        assertThat(parsed(MimeMail.of(reminder, KEY, DATE)).getHeader(header)).isNull();
        assertThat(parsed(MimeMail.of(summary, KEY, DATE)).getHeader(header)).containsExactly("OOF, AutoReply");
        assertThat(parsed(MimeMail.of(reminder, KEY, DATE, AutoReplies.parse("statement"))).getHeader(header))
                .containsExactly("OOF, AutoReply");
        assertThat(AutoReplies.parse("statement, Reminder")).isEqualTo(AutoReplies.USUAL);
        assertThat(AutoReplies.parse("none").welcome()).isEmpty();
        assertThatThrownBy(() -> AutoReplies.parse("finance")).isInstanceOf(IllegalArgumentException.class);
    }

    private static OutgoingMail mail(String key, String subject) {
        return new OutgoingMail("main", MailKind.REMINDER, "C-1", key, "Seller <hub@seller.example>",
                List.of("pay@acme.example"), "answers@seller.example", subject, "Zwölf Boxkämpfer =_ fünf\nzweite Zeile",
                "<p>Zwölf</p>", List.of(FILE), "de");
    }

    private static OutgoingMail to(String address) {
        return new OutgoingMail("main", MailKind.REMINDER, "C-1", "key", "hub@seller.example", List.of(address), "",
                "Hello", "text", "", List.of(), "de");
    }

    private static MimeMessage parsed(MimeMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }
}
