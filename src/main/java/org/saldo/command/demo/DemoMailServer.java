package org.saldo.command.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A real SMTP and IMAP server on loopback, in this process, with the hub's mailbox and everybody else's. */
final class DemoMailServer implements AutoCloseable {

    static final String SENDER = "bank@nordlicht.example";
    static final String USER = "intake";
    static final String PASSWORD = "demo";
    private static final String MAILBOX = "intake@nordlicht.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private final GreenMailUser mailbox;

    DemoMailServer() {
        server.start();
        mailbox = server.setUser(MAILBOX, USER, PASSWORD);
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** Puts a mail with one CSV attachment into the hub's mailbox. */
    void deliver(String subject, String fileName, String csv) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(SENDER));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(MAILBOX));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(DemoYear.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
            MimeBodyPart text = new MimeBodyPart();
            text.setText("Please find the file attached.", StandardCharsets.UTF_8.name());
            MimeBodyPart file = new MimeBodyPart();
            file.setText(csv, StandardCharsets.UTF_8.name(), "csv");
            file.setFileName(fileName);
            message.setContent(new MimeMultipart(text, file));
            message.saveChanges();
            mailbox.deliver(message);
        } catch (MessagingException failure) {
            throw new IllegalStateException("the demo's mail could not be written", failure);
        }
    }

    /** How many mails the hub has not taken in yet. */
    int waiting() {
        try {
            return server.getManagers().getImapHostManager().getInbox(mailbox).getMessageCount();
        } catch (FolderException failure) {
            throw new IllegalStateException("the demo's mailbox is gone", failure);
        }
    }

    /** Writes what was sent by the hub, a file a mail, in the order of arrival; returns how many there are. */
    int saveSent(Path folder) {
        List<MimeMessage> sent = new ArrayList<>(Arrays.asList(server.getReceivedMessages()));
        try {
            Files.createDirectories(folder);
            int number = 0;
            for (MimeMessage message : sent) {
                if (!SENDER.equals(((InternetAddress) message.getFrom()[0]).getAddress())) {
                    try (OutputStream out = Files.newOutputStream(folder.resolve("%03d.eml".formatted(++number)))) {
                        message.writeTo(out);
                    }
                }
            }
            return number;
        } catch (IOException | MessagingException failure) {
            throw new IllegalStateException("the demo's mail could not be saved in " + folder, failure);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
