package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;

/**
 * A month's statements and their answers over a real Postfix and a real Dovecot, with a mailbox that is not there, one that
 * refuses and one that is full. {@code src/test/mail/servers start FOLDER} starts them; SALDO_MAIL_SERVERS says that they run.
 * Without them it is skipped, and fails where saldo.ci says that they have to be there.
 */
class RealMailIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final int SMTP = 2525;
    private static final int IMAP = 2143;
    private static final String PASSWORD = "secret";
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Acme GmbH,DE,de,EUR,acme@customer.test,,NET30,
            C-2,Lumen S.L.,ES,es,EUR,lumen@customer.test,,NET30,
            C-3,Gone B.V.,NL,en,EUR,gone@customer.test,,NET30,
            C-4,Closed Ltd,GB,en,EUR,refused@customer.test,,NET30,
            C-5,Full SARL,FR,fr,EUR,full@customer.test,,NET30,
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1,C-1,2026-09-01,2026-10-01,EUR,1000.00
            INVOICE,INV-2,C-2,2026-09-01,2026-10-01,EUR,400.00
            INVOICE,INV-3,C-3,2026-10-10,2026-11-09,EUR,300.00
            INVOICE,INV-4,C-4,2026-10-10,2026-11-09,EUR,200.00
            INVOICE,INV-5,C-5,2026-10-10,2026-11-09,EUR,100.00
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void serversRun() {
        boolean run = System.getenv("SALDO_MAIL_SERVERS") != null;
        String missing = "no mail server: src/test/mail/servers start FOLDER, then SALDO_MAIL_SERVERS=FOLDER";
        assertThat(run || !Boolean.getBoolean("saldo.ci")).as(missing).isTrue();
        Assumptions.assumeTrue(run, missing);
    }

    @Test
    void statementsGoOutAnswersAndFailuresComeBackAndEachIsWhatItIs() throws Exception {
        settings();
        long before = mailsIn("hub@seller.test", "Processed");
        try (Installation hub = installed().start()) {
            take(hub, FileKind.CUSTOMERS, CUSTOMERS);
            take(hub, FileKind.INVOICES, INVOICES);
            assertThat(hub.jobs().statements().run(YearMonth.of(2026, 10), Optional.empty(), TODAY, false).made()).isEqualTo(5);
            hub.jobs().delivery().run();
            assertThat(states(hub)).containsEntry("C-1", "ACCEPTED").containsEntry("C-3", "ACCEPTED")
                    .containsEntry("C-4", "FAILED").containsEntry("C-5", "PENDING");

            MimeMessage acme = newest("acme@customer.test");
            assertThat(files(acme)).anyMatch(name -> name.endsWith(".pdf"));
            answer(acme, "acme@customer.test", "Einverstanden.\n\nMit freundlichen Grüßen\nJo");
            answer(acme, "forged@customer.test", "Einverstanden.");
            answer(newest("lumen@customer.test"), "lumen@customer.test", "No estamos conformes con la factura INV-2.");
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn("hub@seller.test", "Processed")).isEqualTo(before + 4));

            assertThat(hub.jobs().explain().explain("C-1")).contains("confirmed, by acme@customer.test");
            assertThat(hub.jobs().explain().explain("C-2")).doesNotContain("confirmed, by");
            assertThat(states(hub)).containsEntry("C-3", "BOUNCED");
            assertThat(hub.jobs().answers().desk().list("")).hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("C-2", "suggested: disputed"))
                    .anySatisfy(line -> assertThat(line).contains("C-3", "could not be delivered"))
                    .anySatisfy(line -> assertThat(line).contains("not its own"));
            assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
        }
    }

    private Installation installed() {
        return new Installation(folder.resolve("config"), Path.of("routes"), folder.resolve("data"))
                .with("mail.customers", "on").with("mail.host", "127.0.0.1").with("mail.port", Integer.toString(SMTP))
                .with("mail.security", "none").with("mail.from", "hub@seller.test").with("deliver.cron", "0 0 0 1 1 ? 2099")
                .with("replies.url", "imap:127.0.0.1:" + IMAP).with("replies.user", "hub@seller.test")
                .with("replies.password", PASSWORD).with("replies.authserv-id", "mx.seller.test");
    }

    private void settings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(folder.resolve(file.toString()).getParent());
                Files.copy(file, folder.resolve(file.toString()));
            }
        }
        Files.writeString(folder.resolve("config/policies/companies.yaml"), """
                companies:
                  - {id: main, name: Nordlicht Pumpen GmbH, address: [Kai 1, 20457 Hamburg], country: DE, language: en,
                     time-zone: Europe/Berlin, mode: SUBLEDGER, reply-to: hub@seller.test, accounts: [], finance-mail: []}
                """);
        Path statements = folder.resolve("config/policies/statements.yaml");
        Files.writeString(statements, Files.readString(statements)
                .replace("send-to-customers: false", "send-to-customers: true"));
    }

    private void take(Installation hub, FileKind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), text);
        hub.jobs().intake().takeIn(Incoming.command(file, Optional.of(kind), Optional.empty(), false, "test"), TODAY);
    }

    /** The state of each customer's mail. */
    private static Map<String, String> states(Installation hub) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        hub.jobs().export().export(new ExportQuestion(ExportKind.MAILS, TODAY, Optional.empty(), "", ExportFormat.CSV), out);
        Map<String, String> states = new TreeMap<>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                .forEach(cells -> states.put(cells[3], Stream.of(cells).filter(cell ->
                        cell.matches("PENDING|SENDING|ACCEPTED|IN_DOUBT|FAILED|BOUNCED|CANCELLED")).findFirst().orElse("?")));
        return states;
    }

    private static List<String> files(MimeMessage mail) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            names.add(String.valueOf(parts.getBodyPart(i).getFileName()));
        }
        return names;
    }

    private static Store mailbox(String user) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", IMAP, user, PASSWORD);
        return store;
    }

    private static long mailsIn(String user, String name) throws MessagingException {
        try (Store store = mailbox(user)) {
            Folder found = store.getFolder(name);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    private static MimeMessage newest(String user) throws MessagingException {
        await().atMost(SOON).until(() -> mailsIn(user, "INBOX") > 0);
        try (Store store = mailbox(user); Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return new MimeMessage((MimeMessage) inbox.getMessage(inbox.getMessageCount()));
        }
    }

    private static void answer(MimeMessage statement, String from, String text) throws MessagingException {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", Integer.toString(SMTP));
        MimeMessage mail = (MimeMessage) statement.reply(false);
        MimeMessage sent = new MimeMessage(Session.getInstance(smtp));
        sent.setFrom(new InternetAddress(from));
        sent.setRecipients(Message.RecipientType.TO, "hub@seller.test");
        sent.setSubject(mail.getSubject(), "utf-8");
        sent.setHeader("In-Reply-To", statement.getMessageID());
        sent.setText(text + "\n\n> " + statement.getSubject() + "\n", "utf-8");
        Transport.send(sent);
    }
}
