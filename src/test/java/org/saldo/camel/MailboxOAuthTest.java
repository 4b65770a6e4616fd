package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes with access tokens instead of passwords, by the shipped routes, a token server and an IMAP server of its own. */
class MailboxOAuthTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String token = "T-1";
    private GreenMail mails;
    private GreenMailUser mailbox;
    private HttpServer tokens;

    @BeforeEach
    void open() throws IOException {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mails.start();
        mailbox = mails.setUser("answers@nordlicht.example", "answers", "T-1");
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ("{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + token + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tokens.start();
    }

    @AfterEach
    void close() {
        tokens.stop(0);
        mails.stop();
    }

    @Test
    void repliesAndFilesAreReadFromMailboxesThatWantAccessTokens() throws Exception {
        try (Installation hub = installed("replies").with("intake.mail.url", "imap:127.0.0.1:" + port())
                .with("intake.mail.user", "files").with("intake.mail.mechanisms", "XOAUTH2")
                .with("intake.mail.senders", "erp@nordlicht.example").start()) {
            GreenMailUser files = mails.setUser("files@nordlicht.example", "files", "T-1");
            files.deliver(mail("erp@nordlicht.example", "nothing attached"));
            mailbox.deliver(mail("someone@alster.example", "We do not agree."));
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(mailsIn(mailbox, "Processed")).isEqualTo(1);
                assertThat(mailsIn(files, "Failed")).as("read, and of no use").isEqualTo(1);
            });
            assertThat(hub.jobs().answers().desk().list("")).singleElement().asString().contains("someone@alster.example");
        }
        assertThat(asked).as("one token for both").containsExactly(
                "grant_type=client_credentials&client_id=saldo&client_secret=s3cret&scope=mail");
    }

    @Test
    void theCheckLogsInByTokenTooAndTellsNoSecret() {
        try (Installation hub = installed("replies")) {
            assertThat(faults(hub)).isEmpty();
            mailbox.setPassword("another");
            assertThat(faults(hub)).singleElement().asString().contains("replies.url", "mail.oauth")
                    .doesNotContain("T-1").doesNotContain("s3cret");
        }
    }

    private static List<String> faults(Installation hub) {
        try (org.saldo.job.Jobs jobs = org.saldo.job.Jobs.openForService(hub.folders(), hub.properties(), Installation.CLOCK);
             Beans beans = new Beans(hub.properties(), jobs, Installation.CLOCK)) {
            return beans.unreachable();
        }
    }

    private Installation installed(String keys) {
        return new Installation(folder.resolve("data")).with(keys + ".url", "imap:127.0.0.1:" + port())
                .with(keys + ".user", "answers").with(keys + ".mechanisms", "XOAUTH2")
                .with("mail.oauth.token-url", "http://127.0.0.1:" + tokens.getAddress().getPort() + "/token")
                .with("mail.oauth.client-id", "saldo").with("mail.oauth.client-secret", "s3cret")
                .with("mail.oauth.scope", "mail");
    }

    private int port() {
        return mails.getImap().getPort();
    }

    private static MimeMessage mail(String from, String text) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(("From: " + from + "\r\nTo: answers@nordlicht.example\r\n"
                + "Subject: statement\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private int mailsIn(GreenMailUser user, String name) {
        var found = mails.getManagers().getImapHostManager().getFolder(user, name);
        return found == null ? 0 : found.getMessageCount();
    }
}
