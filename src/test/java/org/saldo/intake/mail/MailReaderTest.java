package org.saldo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.intake.mail.InboundMail.Nature;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Heard.Proof;

/** Mails from their bytes: who sent them, what proves it, what they say; and those that were made to harm. */
class MailReaderTest {

    private static final String SOUND = "Authentication-Results: mx.saldo.example; dmarc=pass header.from=acme.example\n"
            + "From: Anna Muster <Anna@ACME.example>\nTo: receivables+st-abc@nordlicht.example\n";
    private final MailReader reader = new MailReader(MailLimits.USUAL, "mx.saldo.example", 0);

    @Test
    void aPlainReplyIsReadAsItStands() {
        InboundMail mail = read(SOUND + "Subject: =?utf-8?B?UmU6IEtvbnRvYXVzenVn?=\n [ST-1]\nIn-Reply-To: <b@x>\n"
                + "References: <a@x>\n <b@x>\nContent-Type: text/plain; charset=iso-8859-1\n\nEinverstanden, Gr\u00fc\u00dfe\n");
        assertThat(mail.from()).hasValue("anna@acme.example");
        assertThat(mail.recipients()).containsExactly("receivables+st-abc@nordlicht.example");
        assertThat(mail.subject()).isEqualTo("Re: Kontoauszug [ST-1]");
        assertThat(mail.answersTo()).containsExactly("<b@x>", "<a@x>");
        assertThat(mail.text()).isEqualTo("Einverstanden, Gr\u00fc\u00dfe");
        assertThat(mail.proof().proof()).isEqualTo(Proof.PASSED);
        assertThat(mail.heard()).isEqualTo(Heard.Nature.PERSON);
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void spfOfTheSendersDomainProvesItOnlyWhereThatIsSet() {
        byte[] mail = bytes("Authentication-Results: mx.saldo.example; spf=pass smtp.mailfrom=bounce@acme.example\n"
                + "From: anna@acme.example\n\nok\n");
        SenderProof alone = reader.read(mail).proof();
        assertThat(alone.proof()).isEqualTo(Proof.NONE);
        assertThat(alone.words()).contains("SPF alone, which replies.proof does not count");
        assertThat(SenderProof.vouches(alone.words(), "anna@acme.example")).isFalse();
        SenderProof set = new MailReader(MailLimits.USUAL, "mx.saldo.example", 0, SenderProof.By.SPF_TOO).read(mail).proof();
        assertThat(set.proof()).isEqualTo(Proof.PASSED);
        assertThat(SenderProof.vouches(set.words(), "anna@acme.example")).isTrue();
        assertThat(new MailReader(MailLimits.USUAL, "mx.saldo.example", 0, SenderProof.By.SPF_TOO).read(bytes(
                "Authentication-Results: mx.saldo.example; spf=pass smtp.mailfrom=x@evil.example\n"
                        + "From: anna@acme.example\n\nok\n")).proof().proof()).isEqualTo(Proof.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mx.saldo.example; dmarc=pass header.from=acme.example | PASSED",
        "MX.saldo.example 1; dkim=pass (2048-bit key) header.d=acme.example header.s=s1 | PASSED",
        "mx.saldo.example; spf=pass smtp.mailfrom=bounce@acme.example; dkim=none | NONE",
        "mx.saldo.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=x@evil.example | NONE",
        "mx.saldo.example; dmarc=pass header.from=evil.example | NONE",
        "mx.saldo.example; dkim=pass header.d=example | NONE",
        "mx.saldo.example; dkim=pass header.d=notacme.example | NONE",
        "mx.saldo.example; dmarc=fail header.from=acme.example; dkim=pass header.d=acme.example | FAILED",
        "mx.saldo.example; spf=fail smtp.mailfrom=x@acme.example; dkim=fail header.d=acme.example | FAILED",
        "mx.saldo.example; none | NONE",
        "mx.evil.example; dmarc=pass header.from=acme.example | NONE",
        "mx.evil.example (mx.saldo.example; dmarc=pass header.from=acme.example) | NONE",
        "mx.saldo.example; spf=none smtp.mailfrom=\"x; dmarc=pass header.from=acme.example\"@evil.example | NONE",
        "mx.saldo.example; spf=none (dmarc=pass header.from=acme.example) | NONE",
        "mx.saldo.example; spf=none reason=\"; dkim=pass header.d=acme.example\" | NONE"})
    void onlyOurOwnServersResultForTheSendersDomainProvesIt(String results, Proof proof) {
        InboundMail mail = read("Authentication-Results: " + results + "\nFrom: anna@acme.example\n\nok\n");
        assertThat(mail.proof().proof()).as(mail.proof().words()).isEqualTo(proof);
    }

    @Test
    void theTopmostResultCountsAndWhatLiesBelowOurOwnServersDoesNot() {
        String pass = "Authentication-Results: mx.saldo.example; dmarc=pass header.from=acme.example\n";
        String none = "Authentication-Results: mx.saldo.example; dmarc=none header.from=acme.example\n";
        String rest = "From: anna@acme.example\n\nok\n";
        assertThat(read(none + pass + rest).proof().proof()).isEqualTo(Proof.NONE);
        MailReader strict = new MailReader(MailLimits.USUAL, "mx.saldo.example", 1);
        String received = "Received: from somewhere\n";
        assertThat(strict.read(bytes(pass + received + rest)).proof().proof()).isEqualTo(Proof.PASSED);
        assertThat(strict.read(bytes(received + pass + received + rest)).proof().proof()).isEqualTo(Proof.PASSED);
        assertThat(strict.read(bytes(received + received + pass + rest)).proof().proof()).isEqualTo(Proof.NONE);
        assertThat(new MailReader(MailLimits.USUAL, "", 0).read(bytes(pass + rest)).proof().proof()).isEqualTo(Proof.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"From: a@acme.example, b@evil.example", "From: Group: a@acme.example;",
        "X-From: a@acme.example", "From: nobody"})
    void aMailWithoutExactlyOneSenderHasNone(String line) {
        InboundMail mail = read(SOUND.lines().findFirst().orElseThrow() + "\n" + line + "\n\nok\n");
        assertThat(mail.from()).isEmpty();
        assertThat(mail.proof().proof()).isEqualTo(Proof.NONE);
        assertThat(read("From: a@acme.example\nFrom: b@acme.example\n\nok\n").from()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Auto-Submitted: auto-replied | AUTOMATIC", "Auto-Submitted: no | PERSON",
        "X-Autoreply: yes | AUTOMATIC", "Precedence: auto_reply | AUTOMATIC", "Return-Path: <> | AUTOMATIC",
        "X-Auto-Response-Suppress: All | PERSON", "List-Id: <x.example> | LIST", "Precedence: bulk | AUTOMATIC",
        "Auto-Submitted: auto-generated; owner-email=x@y | AUTOMATIC"})
    void whatAMachineWroteIsKnownByItsHeaders(String line, Nature nature) {
        assertThat(read(SOUND + line + "\n\nI agree\n").nature()).isEqualTo(nature);
    }

    @Test
    void aDeliveryReportNamesTheMailThatFailed() {
        InboundMail mail = read("From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status;"
                + " boundary=b\n\n--b\nContent-Type: text/plain\n\nsorry\n--b\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ap@acme.example\nAction: failed\nStatus: 5.1.1\n"
                + "--b\nContent-Type: message/rfc822\n\nMessage-ID: <0123@nordlicht.example>\nSubject: x\n\nbody\n--b--\n");
        assertThat(mail.report()).hasValue(new InboundMail.Report("failed", "5.1.1", "ap@acme.example",
                "<0123@nordlicht.example>"));
        assertThat(mail.heard()).isEqualTo(Heard.Nature.UNDELIVERED);
        assertThat(mail.attachments()).isEmpty();
        InboundMail receipt = read("From: a@acme.example\nContent-Type: multipart/report; report-type=disposition-notification;"
                + " boundary=b\n\n--b\n\nread\n--b--\n");
        assertThat(receipt.heard()).isEqualTo(Heard.Nature.MACHINE);
    }

    @Test
    void aDeliveryReportTellsOfEachOfItsRecipients() {
        InboundMail mail = read("From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status;"
                + " boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
                + "Final-Recipient: rfc822; boss@acme.example\nAction: relayed\nStatus: 2.0.0\n\n"
                + "Final-Recipient: rfc822; ap@acme.example\nAction: failed\nStatus: 5.1.1\n \n"
                + "Final-Recipient: rfc822; old@acme.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 gone\n\n"
                + "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <0123@nordlicht.example>\n--b--\n");
        assertThat(mail.reports()).containsExactly(
                new InboundMail.Report("relayed", "2.0.0", "boss@acme.example", "<0123@nordlicht.example>"),
                new InboundMail.Report("failed", "5.1.1", "ap@acme.example", "<0123@nordlicht.example>"),
                new InboundMail.Report("failed", "5.0.0 550 gone", "old@acme.example", "<0123@nordlicht.example>"));
        assertThat(mail.report().orElseThrow().recipient()).isEqualTo("ap@acme.example");
        assertThat(mail.heard()).isEqualTo(Heard.Nature.UNDELIVERED);
    }

    @Test
    void plainTextGoesBeforeHtmlAndHtmlKeepsWhatIsQuoted() {
        String html = "<html><head><style>p{}</style></head><body><p>We do <b>not</b> agree:&nbsp;INV&#45;1</p>"
                + "<script>alert('agreed')</script><!-- agreed --><div class=\"gmail_quote\"><div>On Monday:</div>"
                + "<blockquote>If you agree,<br>write: Agreed.</blockquote></div><p>Regards &amp; Gr&uuml;&szlig;e</p>";
        InboundMail both = read(SOUND + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\n"
                + "Content-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n");
        assertThat(both.text()).isEqualTo("plain");
        InboundMail alone = read(SOUND + "Content-Type: text/html; charset=utf-8\n\n" + html);
        assertThat(alone.text().lines().filter(line -> !line.isBlank())).containsExactly("We do not agree: INV-1",
                "> On Monday:", "> > If you agree,", "> > write: Agreed.", "Regards & Gr\u00fc\u00dfe");
    }

    @Test
    void filesAreAttachmentsButNotPicturesInTheTextNorSignatures() {
        InboundMail mail = read(SOUND + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee file\n--b\n"
                + "Content-Type: text/csv\nContent-Disposition: attachment; filename=\"../../list.csv\"\n\na,b\n"
                + "--b\nContent-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n\nx\n"
                + "--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--\n");
        assertThat(mail.attachments()).extracting(InboundMail.Attachment::name).containsExactly("../../list.csv");
        assertThat(mail.text()).isEqualTo("see file");
    }

    @Test
    void whatWasMadeToHarmIsToldAsAFaultAndNeverThrown() {
        StringBuilder nested = new StringBuilder(SOUND);
        for (int i = 0; i < 3000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        String parts = SOUND + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nagreed\n".repeat(5000);
        for (String hostile : List.of(nested.toString(), parts, SOUND + "\n" + "--x\n".repeat(30_000),
                SOUND + "Content-Type: text/plain\n\n" + "agreed ".repeat(100_000),
                SOUND + "Content-Type: text/plain\nContent-Transfer-Encoding: rot13\n\nagreed")) {
            assertThat(read(hostile).heard()).as(hostile.substring(150, 200)).isEqualTo(Heard.Nature.UNREADABLE);
        }
        assertThat(reader.read(new byte[] {0, 1, 2, (byte) 0xff}).from()).isEmpty();
        assertThat(reader.read(new byte[0]).text()).isEmpty();
        assertThat(read(SOUND + "Content-Type: multipart/mixed; boundary=\n\nagreed").text()).doesNotContain("agreed");
        MailReader small = new MailReader(MailLimits.USUAL.withBytes(100), "", 0);
        assertThat(small.read(bytes(SOUND + "\n" + "x".repeat(200))).faults()).containsExactly("it has more bytes than are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b\r\r\r", "--b\n\n", "--b\r\n\r\n"})
    void aMailOfVeryManyPartsIsNotTakenApartHoweverItsLinesEnd(String part) {
        byte[] mail = (SOUND + "Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(19_000) + "--b--\n")
                .getBytes(StandardCharsets.US_ASCII);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(reader.read(mail).faults())
                .containsExactly("it has more lines than are read"));
    }

    @Test
    void aMailOfEmptyLinesAloneIsNotReadHoweverTheyEnd() {
        MailReader small = new MailReader(MailLimits.USUAL.withBytes(400_000), "", 0);
        for (String end : List.of("\r", "\n", "\r\n")) {
            assertThat(small.read((SOUND + "\n" + end.repeat(20_000)).getBytes(StandardCharsets.US_ASCII)).faults())
                    .containsExactly("it has more lines than are read");
            assertThat(small.read((SOUND + "\n" + end.repeat(5_000)).getBytes(StandardCharsets.US_ASCII)).faults()).isEmpty();
        }
    }

    @Test
    void brokenCharsetsAndHeadersDoNotStopIt() {
        InboundMail mail = read(SOUND + "Subject: =?no-such-charset?B?AAAA?= [ST-1]\n"
                + "Content-Type: text/plain; charset=\"../../etc\"\n\nagreed\n");
        assertThat(mail.subject()).contains("[ST-1]");
        assertThat(mail.text()).isEqualTo("agreed");
        assertThat(read(SOUND + "Subject: a\r\n\tBcc: x@y.example\u0000\n\nok").subject()).doesNotContain("\n", "\u0000");
        assertThat(HtmlText.of("<".repeat(50_000))).isNotNull();
        assertThat(HtmlText.of("<div>".repeat(50_000) + "&".repeat(50_000))).hasSize(50_000);
    }

    private InboundMail read(String mail) {
        return reader.read(bytes(mail));
    }

    private static byte[] bytes(String mail) {
        Charset charset = mail.contains("iso-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
    }
}
