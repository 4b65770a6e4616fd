package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.Jobs;

/** Statements go out over SMTP, answers come back over SMTP and IMAP, by the shipped route: who confirms and who does not. */
class RepliesRouteTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String PASSWORD = "pass word&1";
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Alster Werft GmbH,DE,de,EUR,ap@alster.example,,NET30,
            C-2,Castilla Riegos S.L.,ES,es,EUR,pagos@castilla.example,,NET30,
            C-3,Delft Waterwerken B.V.,NL,en,EUR,ap@delft.example,,NET30,
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1,C-1,2026-09-01,2026-10-01,EUR,1000.00
            INVOICE,INV-2,C-2,2026-09-01,2026-10-01,EUR,400.00
            INVOICE,INV-3,C-3,2026-10-10,2026-11-09,EUR,300.00
            """;

    @TempDir
    Path folder;

    private GreenMail server;
    private GreenMailUser mailbox;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        mailbox = server.setUser("answers@nordlicht.example", "answers", PASSWORD);
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aStatementGoesOutAndOnlyAProvedYesComesBackAsAConfirmation() throws Exception {
        settings();
        try (Installation hub = installed().start()) {
            statementsAreSent(hub.jobs());
            MimeMessage alster = sentTo("ap@alster.example");
            MimeMessage castilla = sentTo("pagos@castilla.example");
            MimeMessage delft = sentTo("ap@delft.example");
            assertThat(alster.getSubject()).contains("[ST-2026-10-C1-");
            assertThat(alster.getReplyTo()[0].toString()).isEqualTo("answers@nordlicht.example");

            answer(alster, "ap@alster.example", "AW: ", "pass", "", "Einverstanden.\n\nMit freundlichen Grüßen\nJo");
            answer(castilla, "pagos@castilla.example", "RE: ", "pass", "", "No estamos conformes con la factura INV-2.");
            answer(delft, "ap@delft.example", "Re: ", "fail", "", "Agreed.");
            answer(delft, "ap@delft.example", "Automatic reply: ", "pass", "Auto-Submitted: auto-replied",
                    "I am out of the office until 9 November 2026.");
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn("Processed")).isEqualTo(4));

            assertThat(hub.jobs().explain().explain("C-1")).contains("confirmed, by ap@alster.example");
            assertThat(hub.jobs().answers().desk().list("")).hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("C-2", "suggested: disputed"))
                    .anySatisfy(line -> assertThat(line).contains("C-3", "not its own").doesNotContain("suggested"));
            assertThat(hub.jobs().explain().explain("C-3")).doesNotContain("confirmed by");
            assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
            answer(delft, "ap@delft.example", "Re: ", "pass", "", "Agreed.");
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn("Processed")).isEqualTo(5));
            assertThat(hub.jobs().explain().explain("C-3")).contains("confirmed, by ap@delft.example");
        }
    }

    @Test
    void aMailThatIsTooLargeGoesToFailed() throws Exception {
        settings();
        try (Installation hub = installed().with("replies.max-bytes", "2000").start()) {
            deliver("ap@alster.example", "pass", "Subject: hello\r\n", "x".repeat(3000));
            await().atMost(SOON).untilAsserted(() -> assertThat(mailsIn("Failed")).isEqualTo(1));
            assertThat(hub.jobs().answers().desk().list("")).isEmpty();
        }
    }

    private void settings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Files.writeString(folder.resolve("config/policies/companies.yaml"), """
                companies:
                  - {id: main, name: Nordlicht Pumpen GmbH, address: [Kai 1, 20457 Hamburg], country: DE, language: en,
                     time-zone: Europe/Berlin, mode: SUBLEDGER, reply-to: answers@nordlicht.example, accounts: [],
                     finance-mail: []}
                """);
        Path statements = folder.resolve("config/policies/statements.yaml");
        Files.writeString(statements, Files.readString(statements)
                .replace("send-to-customers: false", "send-to-customers: true"));
    }

    private Installation installed() {
        return new Installation(folder.resolve("config"), Path.of("routes"), folder.resolve("data"))
                .with("mail.customers", "on").with("mail.host", "127.0.0.1")
                .with("mail.port", Integer.toString(server.getSmtp().getPort())).with("mail.security", "none")
                .with("deliver.cron", "0 0 0 1 1 ? 2099")
                .with("replies.url", "imap:127.0.0.1:" + server.getImap().getPort())
                .with("replies.user", "answers").with("replies.password", PASSWORD)
                .with("replies.authserv-id", "mx.nordlicht.example");
    }

    private void statementsAreSent(Jobs jobs) throws IOException {
        take(jobs, FileKind.CUSTOMERS, CUSTOMERS);
        take(jobs, FileKind.INVOICES, INVOICES);
        assertThat(jobs.statements().run(YearMonth.of(2026, 10), Optional.empty(), TODAY, false).made()).isEqualTo(3);
        jobs.delivery().run();
    }

    private void take(Jobs jobs, FileKind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), text);
        jobs.intake().takeIn(Incoming.command(file, Optional.of(kind), Optional.empty(), false, "test"), TODAY);
    }

    private MimeMessage sentTo(String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> recipients(mail).contains(address)).findFirst()
                .orElseThrow();
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Address::toString).toList();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As a mail program answers; the first line is what the company's own mail server writes. */
    private void answer(MimeMessage statement, String from, String prefix, String dmarc, String header, String text)
            throws Exception {
        MimeMessage heads = new MimeMessage((Session) null);
        heads.setSubject(prefix + statement.getSubject(), "utf-8");
        String subject = "Subject: " + heads.getHeader("Subject", null) + "\r\n";
        deliver(from, dmarc, subject + "In-Reply-To: " + statement.getMessageID() + "\r\n"
                + (header.isEmpty() ? "" : header + "\r\n"), text);
    }

    private void deliver(String from, String dmarc, String headers, String text) throws Exception {
        String domain = from.substring(from.indexOf('@') + 1);
        byte[] raw = ("Authentication-Results: mx.nordlicht.example; dmarc=" + dmarc + " header.from=" + domain + "\r\nFrom: "
                + from + "\r\nTo: answers@nordlicht.example\r\n" + headers + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n\r\n> If you agree, write: Agreed.\r\n")
                .getBytes(StandardCharsets.UTF_8);
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        Message mail = new MimeMessage(Session.getInstance(smtp), new ByteArrayInputStream(raw));
        Transport.send(mail, new Address[] {new InternetAddress("answers@nordlicht.example")});
    }

    private int mailsIn(String name) {
        var found = server.getManagers().getImapHostManager().getFolder(mailbox, name);
        return found == null ? 0 : found.getMessageCount();
    }
}
