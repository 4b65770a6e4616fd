package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saldo.delivery.ScriptedServer.Step;

/** Logging in by access tokens, against a token server and a mail server of the test's own. */
class SmtpOAuthTest {

    private static final byte[] MAIL = "From: hub@seller.example\r\nSubject: s\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<String> asked = new ArrayList<>();
    private final ScriptedServer mails = new ScriptedServer();
    private HttpServer tokens;
    private int status = 200;
    private String more = "";
    private Instant now = Instant.parse("2026-10-29T08:00:00Z");

    @BeforeEach
    void open() throws IOException {
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = (status == 200 ? "{\"token_type\":\"Bearer\", \"expires_in\": 600, \"access_token\":\"T-"
                    + asked.size() + "\"" + more + "}" : "{\"error\":\"invalid_client\",\"error_description\":\"no\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tokens.start();
    }

    @AfterEach
    void close() {
        tokens.stop(0);
        mails.close();
    }

    @Test
    void theAuthLineCarriesUserAndTokenOfClientCredentials() {
        try (SmtpSender sender = new SmtpSender(settings(client("")))) {
            sender.connect();
            assertThat(sender.send(MAIL, List.of("pay@acme.example")).outcome()).isEqualTo(SendResult.Outcome.ACCEPTED);
        }
        assertThat(asked).containsExactly("grant_type=client_credentials&client_id=saldo&client_secret=s%26cret"
                + "&scope=https%3A%2F%2Fmail.example%2F.default");
        assertThat(auth()).containsExactly("user=hub@seller.example\u0001auth=Bearer T-1\u0001\u0001");
    }

    @Test
    void aTokenIsUsedUntilAMinuteBeforeItsEndAndARefreshTokenIsReplaced() {
        AccessTokens source = client("first");
        more = ",\"refresh_token\":\"second\"";
        assertThat(source.token()).isEqualTo("T-1");
        now = now.plusSeconds(539);
        assertThat(source.token()).isEqualTo("T-1");
        now = now.plusSeconds(1);
        assertThat(source.token()).isEqualTo("T-2");
        assertThat(asked.get(0)).contains("grant_type=refresh_token", "refresh_token=first");
        assertThat(asked.get(1)).contains("refresh_token=second");
    }

    @Test
    void aTokenThatTheMailServerDoesNotWantIsAskedForAnewOnce() {
        mails.at(Step.AUTH, "535 5.7.3 expired");
        try (SmtpSender sender = new SmtpSender(settings(client("")))) {
            sender.connect();
            assertThat(auth()).hasSize(2).last().asString().contains("Bearer T-2");
        }
        mails.at(Step.AUTH, "535 5.7.3 no").at(Step.AUTH, "535 5.7.3 no");
        try (SmtpSender sender = new SmtpSender(settings(client("")))) {
            assertThatThrownBy(sender::connect).isInstanceOf(ServerUnreachable.class)
                    .hasMessageContaining("the login is refused").hasMessageContaining("mail.oauth");
        }
    }

    @Test
    void withoutATokenTheMailsWaitAndNoSecretIsTold() {
        status = 401;
        try (SmtpSender sender = new SmtpSender(settings(client("")))) {
            assertThatThrownBy(sender::connect).isInstanceOf(ServerUnreachable.class)
                    .hasMessageContaining("gives no token (401, invalid_client); check mail.oauth.client-id")
                    .hasMessageContaining("nothing is lost").message().doesNotContain("s&cret").doesNotContain("s%26cret");
        }
        assertThatThrownBy(() -> new AccessTokens(URI.create("http://login.example/token"),
                new AccessTokens.Client("a", "b", "", ""), Duration.ofSeconds(5), () -> now))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is no https address");
    }

    private AccessTokens client(String refresh) {
        return new AccessTokens(URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                new AccessTokens.Client("saldo", "s&cret", refresh, "https://mail.example/.default"), Duration.ofSeconds(5),
                () -> now);
    }

    private SmtpSettings settings(AccessTokens source) {
        return new SmtpSettings("127.0.0.1", mails.port(), SmtpSettings.Security.NONE, "hub@seller.example", "",
                Duration.ofSeconds(5), "", Optional.of(source));
    }

    private List<String> auth() {
        return mails.plain().stream().filter(line -> line.startsWith("AUTH XOAUTH2 "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(13)), StandardCharsets.US_ASCII)).toList();
    }
}
