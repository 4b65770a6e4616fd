package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;

/** The mail servers of {@code src/test/mail/servers}, what stands in their mailboxes, and a hub beside them. */
final class RealServers {

    static final Duration SOON = Duration.ofSeconds(90);
    static final int SMTP = 2525;
    private static final int IMAP = 2143;
    private static final String PASSWORD = "secret";

    private final Path folder;
    private final String us;

    /**
     * With the shipped settings and one company.
     *
     * @param us       the address that customers see and answer to
     * @param accounts of the bank, as companies.yaml has them
     */
    RealServers(Path folder, String us, String accounts) throws IOException {
        this.folder = folder;
        this.us = us;
        settings(accounts);
    }

    /** Skips a test without them, and fails it where saldo.ci says that they have to be there. */
    static void required() {
        boolean run = System.getenv("SALDO_MAIL_SERVERS") != null;
        String missing = "no mail server: src/test/mail/servers start FOLDER, then SALDO_MAIL_SERVERS=FOLDER";
        assertThat(run || !Boolean.getBoolean("saldo.ci")).as(missing).isTrue();
        Assumptions.assumeTrue(run, missing);
    }

    Installation installed() {
        return new Installation(folder.resolve("config"), Path.of("routes"), folder.resolve("data"))
                .with("mail.customers", "on").with("mail.host", "127.0.0.1").with("mail.port", Integer.toString(SMTP))
                .with("mail.security", "none").with("mail.from", us).with("deliver.cron", "0 0 0 1 1 ? 2099")
                .with("replies.url", "imap:127.0.0.1:" + IMAP).with("replies.user", us)
                .with("replies.password", PASSWORD).with("replies.authserv-id", "mx.seller.test");
    }

    private void settings(String accounts) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(folder.resolve(file.toString()).getParent());
                Files.copy(file, folder.resolve(file.toString()));
            }
        }
        Files.writeString(folder.resolve("config/policies/companies.yaml"), """
                companies:
                  - {id: main, name: Nordlicht Pumpen GmbH, address: [Kai 1, 20457 Hamburg], country: DE, language: en,
                     time-zone: Europe/Berlin, mode: SUBLEDGER, reply-to: %s, accounts: %s, finance-mail: []}
                """.formatted(us, accounts));
        Path statements = folder.resolve("config/policies/statements.yaml");
        Files.writeString(statements, Files.readString(statements)
                .replace("send-to-customers: false", "send-to-customers: true"));
    }

    void take(Installation hub, FileKind kind, String text, LocalDate day) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + "-" + day + ".csv"), text);
        assertThat(hub.jobs().intake().takeIn(Incoming.command(file, Optional.of(kind), Optional.empty(), false, "test"), day)
                .rejections()).isEmpty();
    }

    /** The state of each customer's latest mail. */
    static Map<String, String> states(Installation hub, LocalDate day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hub.jobs().export().export(new ExportQuestion(ExportKind.MAILS, day, Optional.empty(), "", ExportFormat.CSV), out);
        Map<String, String> states = new TreeMap<>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                .forEach(cells -> states.put(cells[3], Stream.of(cells).filter(cell ->
                        cell.matches("PENDING|SENDING|ACCEPTED|IN_DOUBT|FAILED|BOUNCED|CANCELLED")).findFirst().orElse("?")));
        return states;
    }

    private static Store mailbox(String user) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", IMAP, user, PASSWORD);
        return store;
    }

    static long mailsIn(String user, String name) throws MessagingException {
        try (Store store = mailbox(user)) {
            Folder found = store.getFolder(name);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    /** The last mail, once there is one more than so many. */
    static MimeMessage newest(String user, long before) throws MessagingException {
        await().atMost(SOON).until(() -> mailsIn(user, "INBOX") > before);
        try (Store store = mailbox(user); Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return new MimeMessage((MimeMessage) inbox.getMessage(inbox.getMessageCount()));
        }
    }

    /** To whom the mail says that answers go. */
    static void answer(MimeMessage mail, String from, String text) throws MessagingException {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", Integer.toString(SMTP));
        Message reply = mail.reply(false);
        MimeMessage sent = new MimeMessage(Session.getInstance(smtp));
        sent.setFrom(new InternetAddress(from));
        sent.setRecipients(Message.RecipientType.TO, reply.getRecipients(Message.RecipientType.TO));
        sent.setSubject(reply.getSubject(), "utf-8");
        sent.setHeader("In-Reply-To", mail.getMessageID());
        sent.setText(text + "\n\n> " + mail.getSubject() + "\n", "utf-8");
        Transport.send(sent);
    }
}
