package org.saldo.job.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The mails of customers as our mail server hands them over. */
class WrittenMails {

    byte[] reply(String from, String subject, String text) {
        return mail("dmarc=pass header.from=" + from.substring(from.indexOf('@') + 1), from, subject, text, "");
    }

    byte[] unproved(String from, String subject, String text) {
        return mail("none", from, subject, text, "");
    }

    byte[] forged(String from, String subject, String text) {
        return mail("dmarc=fail header.from=" + from.substring(from.indexOf('@') + 1), from, subject, text, "");
    }

    byte[] automatic(String from, String subject, String text) {
        return mail("dmarc=pass header.from=acme.example", from, subject, text, "Auto-Submitted: auto-replied\r\n");
    }

    byte[] withFile(String from, String subject, String text, String name, String content) {
        return ("Authentication-Results: mx.saldo.example; dmarc=pass header.from=" + from.substring(from.indexOf('@') + 1)
                + "\r\nFrom: " + from + "\r\nSubject: " + subject + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "\r\n" + text + "\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\n\r\n" + content + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] withPdf(String from, String subject, String text, byte[] pdf) {
        return new String(withFile(from, subject, text, "statement.pdf", Base64.getMimeEncoder().encodeToString(pdf)),
                StandardCharsets.UTF_8).replace("text/csv", "application/pdf\r\nContent-Transfer-Encoding: base64")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In HTML only. */
    byte[] html(String from, String subject, String html) {
        return new String(reply(from, subject, html), StandardCharsets.UTF_8).replace("text/plain", "text/html")
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] bounce(String messageId) {
        return bounce(messageId, "MAILER-DAEMON@mx.example");
    }

    byte[] bounce(String messageId, String from) {
        return ("From: " + from + "\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
                + "\r\n--b\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
                + "Final-Recipient: rfc822; billing@acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\n"
                + "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mail(String results, String from, String subject, String text, String more) {
        return ("Authentication-Results: mx.saldo.example; " + results + "\r\nFrom: " + from
                + "\r\nTo: ledger@nordlicht.example\r\nSubject: " + subject + "\r\n" + more
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A reply to one of our mails, whose subject the customer has changed. */
    byte[] answering(String messageId, String from, String text) {
        return mail("dmarc=pass header.from=" + from.substring(from.indexOf('@') + 1), from, "your mail", text,
                "In-Reply-To: " + messageId + "\r\n");
    }
}
