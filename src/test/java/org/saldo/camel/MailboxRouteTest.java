package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.store.JobRuns;

/** The shipped mailbox route against a real IMAP server: what is taken in, and what a hostile mail cannot do. */
class MailboxRouteTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Acme GmbH,DE,de,EUR,ap@acme.example,,NET30,
            """;

    @TempDir
    Path folder;

    private GreenMail server;
    private GreenMailUser mailbox;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.start();
        mailbox = server.setUser("intake@saldo.example", "intake", "pass word&1");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void anAttachmentOfAKnownSenderIsTakenIn() throws Exception {
        try (Installation hub = started()) {
            deliver(mail("Erp <erp@nordlicht.example>", "customers.csv", CUSTOMERS));
            await().atMost(SOON).untilAsserted(() -> assertThat(count("Processed")).isEqualTo(1));
            assertThat(summaries(hub)).anyMatch(line -> line.contains("1 read = 1 accepted"));
            await().atMost(SOON).untilAsserted(() -> assertThat(count("INBOX")).isZero());
        }
    }

    @Test
    void aMailOfAnybodyElseGoesToFailedUnread() throws Exception {
        try (Installation hub = started()) {
            deliver(mail("erp@nordlicht.example.attacker.example", "customers.csv", CUSTOMERS));
            await().atMost(SOON).untilAsserted(() -> assertThat(count("Failed")).isEqualTo(1));
            assertThat(summaries(hub)).isEmpty();
        }
    }

    @Test
    void anAttachmentThatIsTooLongIsNotTakenIn() throws Exception {
        try (Installation hub = installed().with("intake.mail.max-bytes", "20").start()) {
            deliver(mail("erp@nordlicht.example", "customers.csv", CUSTOMERS));
            await().atMost(SOON).untilAsserted(() -> assertThat(count("Failed")).isEqualTo(1));
            assertThat(hub.jobs().statusStore().waiting()).allMatch(waiting -> waiting.count() == 0);
        }
    }

    /** CVE-2026-33454: headers of a mail reached the exchange and chose files, folders and methods. */
    @Test
    void noHeaderOfAMailSteersTheExchange() throws Exception {
        try (Installation hub = started()) {
            MimeMessage hostile = mail("erp@nordlicht.example", "customers.csv", CUSTOMERS);
            for (String name : List.of("CamelFileName", "CAmelBeanMethodName", "CamelBeanMethodName", "moveTo", "MOVETO",
                    "copyTo", "delete", "org.apache.camel.MoveTo", "mail.smtp.host", "CamelJdbcParameters")) {
                hostile.addHeader(name, "../../../stolen");
            }
            hostile.saveChanges();
            deliver(hostile);
            await().atMost(SOON).untilAsserted(() -> assertThat(count("Processed")).isEqualTo(1));
            assertThat(summaries(hub)).anyMatch(line -> line.contains("1 read = 1 accepted"));
        }
    }

    @Test
    void theNameOfAnAttachmentIsNotAPath() throws Exception {
        try (Installation hub = started()) {
            deliver(mail("erp@nordlicht.example", "../../../../outside/customers.csv", CUSTOMERS));
            await().atMost(SOON).untilAsserted(() -> assertThat(count("Processed")).isEqualTo(1));
            assertThat(summaries(hub)).anyMatch(line -> line.contains("1 read = 1 accepted"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("data");
        }
    }

    private Installation started() {
        return installed().start();
    }

    private Installation installed() {
        return new Installation(folder.resolve("data"))
                .with("intake.mail.url", "imap:127.0.0.1:" + server.getImap().getPort())
                .with("intake.mail.user", "intake").with("intake.mail.password", "pass word&1")
                .with("intake.mail.senders", "boss@nordlicht.example, @nordlicht.example");
    }

    private static MimeMessage mail(String from, String attachment, String text) throws Exception {
        MimeMessage mail = new MimeMessage((jakarta.mail.Session) null);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipients(Message.RecipientType.TO, "intake@saldo.example");
        mail.setSubject("today's export");
        MimeBodyPart body = new MimeBodyPart();
        body.setText("see attached");
        MimeBodyPart file = new MimeBodyPart();
        file.setText(text, "utf-8", "csv");
        file.setFileName(attachment);
        Multipart parts = new MimeMultipart(body, file);
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    private void deliver(MimeMessage mail) {
        mailbox.deliver(mail);
    }

    private int count(String name) throws IOException {
        try {
            var found = server.getManagers().getImapHostManager().getFolder(mailbox, name);
            return found == null ? 0 : found.getMessageCount();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    private static List<String> summaries(Installation hub) {
        return hub.jobs().runs().latest().stream().filter(run -> run.outcome() == JobRuns.Outcome.DONE)
                .map(JobRuns.Run::summary).toList();
    }
}
