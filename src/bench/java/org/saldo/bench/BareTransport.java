package org.saldo.bench;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.saldo.delivery.OutgoingMail;

/** The mail library by itself, over one connection that is kept. */
final class BareTransport {

    private static final Address[] READER = {new InternetAddress()};

    static {
        ((InternetAddress) READER[0]).setAddress("pay@acme.example");
    }

    private final int port;
    private final Session session = Session.getInstance(new Properties());

    BareTransport(int port) {
        this.port = port;
    }

    /** Makes each mail with its attachment and sends it. @param atOnce with TCP_NODELAY */
    void send(List<OutgoingMail> mails, boolean atOnce) throws MessagingException, IOException {
        try (SMTPTransport transport = connected(atOnce)) {
            for (OutgoingMail mail : mails) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(mail.from());
                message.setRecipients(Message.RecipientType.TO, mail.to().get(0));
                message.setSubject(mail.subject());
                MimeMultipart readable = new MimeMultipart("alternative");
                readable.addBodyPart(text(mail.text(), "plain"));
                readable.addBodyPart(text(mail.html(), "html"));
                MimeBodyPart both = new MimeBodyPart();
                both.setContent(readable);
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(new ByteArrayDataSource(mail.attachments().get(0).bytes(),
                        "application/pdf")));
                message.setContent(new MimeMultipart(both, file));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    /** Sends what was made before. */
    void sendReady(List<byte[]> mails) throws MessagingException, IOException {
        try (SMTPTransport transport = connected(true)) {
            for (byte[] mail : mails) {
                transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), READER);
            }
        }
    }

    private SMTPTransport connected(boolean atOnce) throws MessagingException, IOException {
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp://127.0.0.1:" + port));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(atOnce);
        transport.connect(socket);
        return transport;
    }
}
