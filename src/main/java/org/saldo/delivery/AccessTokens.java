package org.saldo.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Access tokens of an OAuth 2.0 token server (RFC 6749), by client credentials or a refresh token. One is used until a
 * minute before it ends. A new refresh token that comes with it is used from then on, as long as this process lives.
 */
public final class AccessTokens {

    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final long USUAL_SECONDS = 300;

    private final URI server;
    private final Map<String, String> question;
    private final Duration timeout;
    private final InstantSource clock;
    private String token = "";
    private Instant until = Instant.MIN;

    /** There is no token to be had; the message says why, and nothing of the secrets. */
    public static final class NoToken extends RuntimeException {

        NoToken(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Who asks. {@code scope} may be empty; a refresh token that is empty means client credentials. */
    public record Client(String id, String secret, String refreshToken, String scope) {

        /** Without the secrets, which must not reach a log. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** @throws IllegalArgumentException when the server is not reached over https (or on this machine) */
    public AccessTokens(URI server, Client client, Duration timeout, InstantSource clock) {
        boolean local = "localhost".equals(server.getHost()) || "127.0.0.1".equals(server.getHost());
        if (server.getHost() == null || !"https".equals(server.getScheme()) && !(local && "http".equals(server.getScheme()))) {
            throw new IllegalArgumentException("'" + server + "' is no https address");
        }
        this.server = server;
        this.timeout = timeout;
        this.clock = clock;
        this.question = new LinkedHashMap<>();
        question.put("grant_type", client.refreshToken().isEmpty() ? "client_credentials" : "refresh_token");
        question.put("client_id", client.id());
        question.put("client_secret", client.secret());
        question.put("refresh_token", client.refreshToken());
        question.put("scope", client.scope());
        question.values().removeIf(String::isEmpty);
    }

    /** A token that holds for a minute at least. @throws NoToken when the server gives none */
    public synchronized String token() {
        if (!clock.instant().isBefore(until.equals(Instant.MIN) ? until : until.minus(AHEAD))) {
            ask();
        }
        return token;
    }

    /** The mail server did not want the token: the next one is asked for anew. */
    public synchronized void forget() {
        until = Instant.MIN;
    }

    private void ask() {
        HttpRequest request = HttpRequest.newBuilder(server).timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))).build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder().connectTimeout(timeout).build()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            take(response.statusCode(), response.body());
        } catch (IOException unreachable) {
            throw new NoToken("the token server " + server + " is out of reach: " + unreachable.getClass().getSimpleName()
                    + "; check mail.oauth.token-url", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoToken("stopped while the token server " + server + " was asked", stopped);
        }
    }

    private void take(int status, String body) {
        Optional<String> given = text(body, "access_token");
        if (status != 200 || given.isEmpty()) {
            throw new NoToken("the token server " + server + " gives no token (" + status
                    + text(body, "error").map(error -> ", " + error.replaceAll("[^A-Za-z0-9_ -]", "")).orElse("")
                    + "); check mail.oauth.client-id, MAIL_OAUTH_CLIENT_SECRET and MAIL_OAUTH_REFRESH_TOKEN", null);
        }
        token = given.get();
        until = clock.instant().plusSeconds(text(body, "expires_in").map(Long::parseLong).orElse(USUAL_SECONDS));
        text(body, "refresh_token").ifPresent(next -> question.computeIfPresent("refresh_token", (any, old) -> next));
    }

    /** A member of the answer's one flat JSON object: a text without escapes, or a whole number. */
    private static Optional<String> text(String json, String member) {
        Matcher found = Pattern.compile("\"" + member + "\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(\\d{1,12}))").matcher(json);
        return found.find() ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1)) : Optional.empty();
    }
}
