package org.saldo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounces of mail servers that write no delivery report. */
class PlainBounceTest {

    private static final String ORIGINAL = "From: hub@seller.example\nTo: pay@acme.example\nSubject: Reminder\n"
            + "Message-ID: <abc123@seller.example>\n\nDear\n";
    private static final String EXIM = "Return-Path: <>\nX-Failed-Recipients: pay@acme.example\nAuto-Submitted: auto-replied\n"
            + "From: Mail Delivery System <Mailer-Daemon@mx.acme.example>\nTo: hub@seller.example\n"
            + "Subject: Mail delivery failed: returning message to sender\n\n"
            + "This message was created automatically by mail delivery software.\n\n"
            + "A message that you sent could not be delivered to one or more of its\n"
            + "recipients. This is a permanent error. The following address(es) failed:\n\n  pay@acme.example\n"
            + "    SMTP error from remote mail server after RCPT TO:<pay@acme.example>:\n"
            + "    550 5.1.1 <pay@acme.example>: User unknown\n\n------ This is a copy of the message. ------\n\n" + ORIGINAL;
    private static final String QMAIL = "Return-Path: <>\nFrom: MAILER-DAEMON@acme.example\nTo: hub@seller.example\n"
            + "Subject: failure notice\n\nHi. This is the qmail-send program at acme.example.\n"
            + "I'm afraid I wasn't able to deliver your message to the following addresses.\n"
            + "This is a permanent error; I've given up. Sorry it didn't work out.\n\n<pay@acme.example>:\n"
            + "Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n" + ORIGINAL;

    @Test
    void eximSaysWhoFailedInAHeader() {
        assertThat(read(EXIM).report()).contains(new InboundMail.Report("failed",
                "550 5.1.1 <pay@acme.example>: User unknown", "pay@acme.example", "<abc123@seller.example>"));
    }

    @Test
    void qmailNamesTheAddressAndThenTheReason() {
        assertThat(read(QMAIL).report()).contains(new InboundMail.Report("failed",
                "Sorry, no mailbox here by that name. (#5.1.1)", "pay@acme.example", "<abc123@seller.example>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Não foi possível entregar a sua mensagem a:", "Impossibile recapitare il messaggio a:",
        "Uw bericht kon niet worden bezorgd bij:", "您的邮件无法投递：", "Su mensaje no se ha podido entregar a:",
        "Votre message n'a pas pu être remis à :", "Ihre Nachricht ist unzustellbar:"})
    void aServerMaySayItInItsLanguage(String sentence) {
        String mail = "Return-Path: <>\nFrom: postmaster@acme.example\nTo: hub@seller.example\nSubject: x\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
                + sentence + "\n<pay@acme.example>\n550 5.1.1 x\n\n" + ORIGINAL;
        assertThat(read(mail).report().map(InboundMail.Report::recipient)).hasValue("pay@acme.example");
        assertThat(read(mail.replace(sentence, "...")).report()).isEmpty();
    }

    @Test
    void aPersonWhoQuotesABounceIsNoMailServer() {
        String person = QMAIL.replace("Return-Path: <>\n", "").replace("MAILER-DAEMON@acme.example", "ana@acme.example");
        assertThat(read(person).report()).isEmpty();
    }

    @Test
    void anAbsenceNoteThatQuotesTheMailIsNoBounce() {
        assertThat(read("Return-Path: <>\nFrom: pay@acme.example\nAuto-Submitted: auto-replied\nSubject: out of office\n\n"
                + "I am back on Monday.\n\n" + ORIGINAL).report()).isEmpty();
    }

    private static InboundMail read(String mail) {
        return new MailReader(MailLimits.USUAL, "", 0).read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
