package org.saldo.camel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.saldo.intake.FormReader;
import org.saldo.intake.FormRefused;
import org.saldo.job.answer.AnswerPageJob;
import org.saldo.settings.HubProperties;

/**
 * Where the route of the pages hands over a request: the bean {@code answerPages}. What a browser may do with a page is
 * said in its headers: nothing but show it and post its form back; its address is told to nobody.
 */
public final class AnswerPages {

    private final AnswerPageJob job;
    private final Today today;
    private final InstantSource clock;
    private final int bytesMax;
    private final SecureRandom random = new SecureRandom();

    AnswerPages(AnswerPageJob job, Today today, InstantSource clock, HubProperties properties) {
        this.job = job;
        this.today = today;
        this.clock = clock;
        this.bytesMax = properties.whole("answers.page.max-bytes");
    }

    /** GET: shows, and changes nothing. */
    public void show(Exchange exchange) {
        String codes = codes(exchange);
        String nonce = nonce();
        respond(exchange, job.show(codes, path(codes), nonce, clock.instant()), nonce);
    }

    /** POST: takes the answer; what was posted is read only when there is a page that waits for it. */
    public void answer(Exchange exchange) {
        String codes = codes(exchange);
        String nonce = nonce();
        Message request = exchange.getMessage();
        String type = request.getHeader(Exchange.CONTENT_TYPE, String.class);
        PageServer.Posted posted = request.getBody(PageServer.Posted.class);
        try {
            AnswerPageJob.Visitor visitor = new AnswerPageJob.Visitor(request.getHeader(PageServer.CLIENT, String.class),
                    request.getHeader(PageServer.PROGRAM, String.class));
            respond(exchange, job.answer(codes, () -> FormReader.read(type, posted.bytes(), bytesMax), visitor, path(codes),
                    nonce, clock.instant(), today.day()), nonce);
        } catch (FormRefused refused) {
            respond(exchange, refused.isTooLong() ? 413 : 400, refused.getMessage(), "text/plain; charset=utf-8", nonce);
        }
    }

    private static String codes(Exchange exchange) {
        return exchange.getMessage().getHeader(PageServer.CODES, "", String.class).toUpperCase(Locale.ROOT);
    }

    private static String path(String codes) {
        return PageServer.PATH + codes;
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void respond(Exchange exchange, Optional<String> html, String nonce) {
        if (html.isPresent()) {
            respond(exchange, 200, html.get(), "text/html; charset=utf-8", nonce);
        } else {
            respond(exchange, 404, "There is no such page.", "text/plain; charset=utf-8", nonce);
        }
    }

    private static void respond(Exchange exchange, int status, String body, String type, String nonce) {
        Message response = exchange.getMessage();
        response.removeHeaders("*");
        response.setBody(body);
        response.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        response.setHeader(Exchange.CONTENT_TYPE, type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
