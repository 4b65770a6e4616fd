package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.ScriptedServer.Step;
import org.saldo.delivery.SendResult.Outcome;
import org.saldo.delivery.SmtpSettings.Security;

/** Real TLS on real sockets: whom the sender trusts, and that without it nothing is said in the clear. */
class SmtpTlsTest {

    private static final String PASSWORD = "s3cret-Pass";
    private static final String LOGIN = Base64.getEncoder()
            .encodeToString(("\0hub\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final byte[] MAIL = "From: hub@seller.example\r\nTo: pay@acme.example\r\nSubject: s\r\n\r\ntext\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate ofAnotherHost;

    @BeforeAll
    static void makeCertificates() {
        ours = TestCertificate.of(folder, "ip:127.0.0.1");
        ofAnotherHost = TestCertificate.of(folder, "dns:mail.elsewhere.example");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "SMTPS"})
    void aTrustedServerGetsLoginAndMailEncrypted(Security security) throws Exception {
        try (ScriptedServer server = new ScriptedServer(security, ours)) {
            ours.trusted(() -> {
                try (SmtpSender sender = connected(server, security)) {
                    assertThat(sender.send(MAIL, List.of("pay@acme.example")).outcome()).isEqualTo(Outcome.ACCEPTED);
                    assertThat(sender.send(MAIL, List.of("pay@acme.example")).outcome()).isEqualTo(Outcome.ACCEPTED);
                }
                return null;
            });
            assertThat(server.taken()).hasSize(2);
            assertThat(server.sessions()).isEqualTo(1);
            assertThat(server.plain()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "SMTPS"})
    void aCertificateThatNobodyVouchesForIsRefused(Security security) {
        try (ScriptedServer server = new ScriptedServer(security, ours)) {
            assertThat(refusal(server, security)).contains("certificate is not trusted", "javax.net.ssl.trustStore",
                    "the mails wait, nothing is lost");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "SMTPS"})
    void theCertificateOfAnotherHostIsRefused(Security security) throws Exception {
        try (ScriptedServer server = new ScriptedServer(security, ofAnotherHost)) {
            String refusal = ofAnotherHost.trusted(() -> refusal(server, security));
            assertThat(refusal).contains("certificate is for another host", "127.0.0.1",
                    "name the server as its certificate does");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 TLS not available", "502 no such command", ScriptedServer.HANG_UP})
    void withoutTheTlsThatItOfferedNothingIsSent(String reply) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Security.STARTTLS, ours).at(Step.STARTTLS, reply)) {
            ours.trusted(() -> assertThat(refusal(server, Security.STARTTLS)).contains("STARTTLS"));
        }
    }

    @Test
    void aServerThatOffersNoTlsIsToldNothing() {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThat(refusal(server, Security.STARTTLS)).contains("STARTTLS is required", "how the connection is protected");
        }
    }

    @Test
    void aServerWithoutTlsOnThePortOfSmtpsIsSaidSo() {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThat(refusal(server, Security.SMTPS)).contains("how the connection is protected");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "SMTPS"})
    void aRefusedLoginDoesNotTellThePassword(Security security) throws Exception {
        try (ScriptedServer server = new ScriptedServer(security, ours).at(Step.AUTH, "535 5.7.8 wrong user or password")) {
            String refusal = ours.trusted(() -> refusal(server, security));
            assertThat(refusal).contains("535 5.7.8 wrong user or password", "MAIL_PASSWORD");
        }
    }

    /** What connecting says, after making sure that nobody heard or read a secret. */
    private static String refusal(ScriptedServer server, Security security) {
        try (SmtpSender sender = new SmtpSender(settings(server, security))) {
            ServerUnreachable refusal = catchThrowableOfType(ServerUnreachable.class, sender::connect);
            assertThat(sender.isClosed()).isTrue();
            assertThat(server.taken()).isEmpty();
            assertThat(server.plain()).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*"));
            StringWriter trace = new StringWriter();
            refusal.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(PASSWORD).doesNotContain(LOGIN);
            assertThat(refusal.getMessage()).doesNotContain("\n");
            return refusal.getMessage();
        }
    }

    private static SmtpSender connected(ScriptedServer server, Security security) {
        SmtpSender sender = new SmtpSender(settings(server, security));
        sender.connect();
        return sender;
    }

    private static SmtpSettings settings(ScriptedServer server, Security security) {
        return new SmtpSettings("127.0.0.1", server.port(), security, "hub", PASSWORD, Duration.ofSeconds(5), "");
    }
}
