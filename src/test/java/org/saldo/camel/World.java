package org.saldo.camel;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** What is around the hub: a mail server with a mailbox, both on ports of their own, and the ERP's database. */
final class World implements AutoCloseable {

    private static final String PASSWORD = "pass word&1";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private final GreenMailUser mailbox;
    private final String erpUrl;
    private final Connection erp;

    World(String name) throws SQLException {
        erpUrl = "jdbc:hsqldb:mem:erp-" + name;
        erp = DriverManager.getConnection(erpUrl, "SA", "");
        server.start();
        mailbox = server.setUser("intake@saldo.example", "intake", PASSWORD);
        sql("""
                CREATE TABLE erp_customer (customer_no VARCHAR(20), name VARCHAR(80), country_code VARCHAR(2),
                    language_code VARCHAR(2), currency_code VARCHAR(3), email VARCHAR(80), iban VARCHAR(40),
                    payment_terms VARCHAR(20), sales_rep VARCHAR(20), changed_at TIMESTAMP)""");
        sql("""
                CREATE TABLE erp_invoice (doc_type VARCHAR(20), doc_no VARCHAR(20), customer_no VARCHAR(20),
                    issued_on DATE, due_on DATE, currency_code VARCHAR(3), gross_amount NUMERIC(12,2),
                    sales_rep VARCHAR(20), text VARCHAR(80), changed_at TIMESTAMP)""");
    }

    void sql(String text) throws SQLException {
        try (Statement statement = erp.createStatement()) {
            statement.execute(text);
        }
    }

    /** Tells the installation where all of this is. */
    Installation around(Installation hub) {
        return hub.with("source.url", erpUrl).with("source.user", "SA")
                .with("mail.host", "127.0.0.1").with("mail.port", Integer.toString(server.getSmtp().getPort()))
                .with("mail.security", "none")
                .with("intake.mail.url", "imap:127.0.0.1:" + server.getImap().getPort())
                .with("intake.mail.user", "intake").with("intake.mail.password", PASSWORD)
                .with("intake.mail.senders", "@nordlicht.example");
    }

    /** Puts a mail with one attachment into the mailbox. */
    void deliver(String from, String attachment, String text) throws MessagingException {
        deliver(from, attachment, text, List.of());
    }

    /** @param results the mail's lines of Authentication-Results, the topmost first */
    void deliver(String from, String attachment, String text, List<String> results) throws MessagingException {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipients(Message.RecipientType.TO, "intake@saldo.example");
        mail.setSubject("bank lines");
        MimeBodyPart body = new MimeBodyPart();
        body.setText("see attached");
        MimeBodyPart file = new MimeBodyPart();
        file.setText(text, "utf-8", "csv");
        file.setFileName(attachment);
        mail.setContent(new MimeMultipart(body, file));
        mail.saveChanges();
        for (String line : results) {
            mail.addHeader("Authentication-Results", line);
        }
        mailbox.deliver(mail);
    }

    int mailsIn(String folder) {
        var found = server.getManagers().getImapHostManager().getFolder(mailbox, folder);
        return found == null ? 0 : found.getMessageCount();
    }

    /** What the hub has sent to an address. */
    List<MimeMessage> sentTo(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, address)).toList();
    }

    /** All that the hub has sent. */
    List<MimeMessage> sent() {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> !isTo(mail, mailbox.getEmail())).toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().contains(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Headers and texts of a mail, without what is in its files. */
    static String read(MimeMessage mail) throws MessagingException, IOException {
        return mail.getSubject() + "\n" + String.join("\n", Arrays.stream(mail.getAllRecipients())
                .map(Object::toString).toList()) + "\n" + text(mail);
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                text.append(text(inner));
            }
            return text.toString();
        }
        return content instanceof String text ? text : "[" + part.getFileName() + "]";
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        sql("SHUTDOWN");
        erp.close();
    }
}
