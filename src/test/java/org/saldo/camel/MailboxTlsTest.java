package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.TestCertificate;
import org.saldo.job.Jobs;
import org.slf4j.LoggerFactory;

/** The shipped mailbox route over real IMAPS: a server that cannot prove who it is gets no password and gives no mail. */
class MailboxTlsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "pass word&1";

    @TempDir
    Path folder;

    private TestCertificate certificate;
    private GreenMail server;
    private GreenMailUser mailbox;

    @BeforeEach
    void startServer() {
        certificate = TestCertificate.of(folder, "ip:127.0.0.1");
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, certificate.file().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, TestCertificate.PASSWORD);
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});
        server.start();
        mailbox = server.setUser("intake@saldo.example", "intake", PASSWORD);
        mailbox.deliver(GreenMailUtil.createTextEmail("intake@saldo.example", "stranger@elsewhere.example", "hello", "text",
                server.getImaps().getServerSetup()));
    }

    @AfterEach
    void stopServer() {
        server.stop();
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    @Test
    void onlyAServerThatProvesWhoItIsIsRead() throws Exception {
        assertThat(faults("127.0.0.1")).singleElement().asString().contains("application.properties:",
                "intake.mail.url", "certificate is not trusted", "javax.net.ssl.trustStore").doesNotContain(PASSWORD);
        String log = logUntil("PKIX", () -> assertThat(unread()).isEqualTo(1));
        assertThat(log).doesNotContain(PASSWORD);
        certificate.trusted(() -> {
            assertThat(faults("127.0.0.1")).isEmpty();
            assertThat(faults("localhost")).singleElement().asString().contains("certificate is for another host");
            try (Installation hub = installed("127.0.0.1")) {
                hub.start();
                await().dontCatchUncaughtExceptions().atMost(SOON).untilAsserted(() ->
                        assertThat(server.getManagers().getImapHostManager().getFolder(mailbox, "Failed"))
                                .extracting(folder -> folder.getMessageCount()).isEqualTo(1));
            }
            return null;
        });
    }

    /** What is logged until this stands in it, of a hub that reads the mailbox. */
    private String logUntil(String words, Runnable then) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        root.addAppender(events);
        try (Installation hub = installed("127.0.0.1")) {
            hub.start();
            await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> text(events).contains(words));
            then.run();
            return text(events);
        } finally {
            root.detachAppender(events);
        }
    }

    private static String text(ListAppender<ILoggingEvent> events) {
        synchronized (events) {
            return events.list.stream().map(event -> event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                    .collect(Collectors.joining("\n"));
        }
    }

    private long unread() {
        try {
            return server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().stream()
                    .filter(mail -> !mail.getFlags().contains(Flags.Flag.SEEN)).count();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> faults(String host) {
        try (Installation hub = installed(host);
             Jobs jobs = Jobs.open(hub.folders(), hub.properties(), Installation.CLOCK);
             Beans beans = new Beans(hub.properties(), jobs, Installation.CLOCK)) {
            return beans.unreachable();
        }
    }

    private Installation installed(String host) {
        return new Installation(folder.resolve("data"))
                .with("intake.mail.url", "imaps:" + host + ":" + server.getImaps().getPort())
                .with("intake.mail.user", "intake").with("intake.mail.password", PASSWORD)
                .with("intake.mail.senders", "@nordlicht.example");
    }
}
