package org.saldo.intake.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.statement.answer.Heard;

/**
 * Reads Authentication-Results (RFC 8601) of our own mail server, and of no other: the sender can write such a line too.
 * DMARC counts by itself; DKIM, and SPF where it is to, count when what they prove is the domain of the From line, or one above
 * it.
 */
final class AuthenticationResults {

    private static final int LINE_LONGEST = 8000;
    private static final String DMARC = "dmarc=pass header.from=";
    private static final String DKIM = "dkim=pass header.d=";
    private static final String SPF = "spf=pass smtp.mailfrom=";

    private AuthenticationResults() {
    }

    /** A result such as {@code dkim=pass header.d=acme.example}. */
    private record Result(String method, String value, Map<String, String> properties) {
    }

    /**
     * @param header    the topmost line that carries our server's name, unfolded
     * @param fromDomain of the one address in the From line
     * @param by         whether SPF alone is enough
     */
    static SenderProof judge(String header, String fromDomain, SenderProof.By by) {
        List<Result> results = results(header.substring(0, Math.min(LINE_LONGEST, header.length())));
        Optional<Result> dmarc = of(results, "dmarc").findFirst();
        if (dmarc.isPresent() && dmarc.get().value().equals("fail")) {
            return new SenderProof(Heard.Proof.FAILED, "dmarc=fail header.from=" + fromDomain);
        }
        if (dmarc.isPresent() && dmarc.get().value().equals("pass")
                && dmarc.get().properties().getOrDefault("header.from", "").equals(fromDomain)) {
            return new SenderProof(Heard.Proof.PASSED, DMARC + fromDomain);
        }
        for (Result dkim : of(results, "dkim").filter(each -> each.value().equals("pass")).toList()) {
            String domain = domain(dkim.properties().getOrDefault("header.d", dkim.properties().getOrDefault("header.i", "")));
            if (isAligned(domain, fromDomain)) {
                return new SenderProof(Heard.Proof.PASSED, DKIM + domain);
            }
        }
        Optional<Result> spf = of(results, "spf").findFirst();
        String envelope = domain(spf.map(each -> each.properties().getOrDefault("smtp.mailfrom", "")).orElse(""));
        if (spf.isPresent() && spf.get().value().equals("pass") && isAligned(envelope, fromDomain)) {
            return by == SenderProof.By.SPF_TOO ? new SenderProof(Heard.Proof.PASSED, SPF + envelope)
                    : SenderProof.none("SPF alone, which replies.proof does not count: " + SPF + envelope);
        }
        boolean failed = results.stream().anyMatch(each -> each.value().equals("fail"));
        return failed && results.stream().noneMatch(each -> each.value().equals("pass"))
                ? new SenderProof(Heard.Proof.FAILED, words(results))
                : SenderProof.none(results.isEmpty() ? "our mail server says nothing" : words(results));
    }

    /** Whether these are the words of a proof that {@link #judge} found for this domain. */
    static boolean isPassed(String words, String fromDomain) {
        return words.equals(DMARC + fromDomain) || Stream.of(DKIM, SPF).filter(words::startsWith)
                .anyMatch(method -> isAligned(words.substring(method.length()), fromDomain));
    }

    /** The name of the server that wrote the line, in lower case. */
    static String server(String header) {
        List<String> parts = parts(header.substring(0, Math.min(LINE_LONGEST, header.length())));
        return parts.isEmpty() ? "" : parts.get(0).strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Stream<Result> of(List<Result> results, String method) {
        return results.stream().filter(each -> each.method().equals(method));
    }

    private static boolean isAligned(String domain, String fromDomain) {
        return domain.contains(".") && (fromDomain.equals(domain) || fromDomain.endsWith("." + domain));
    }

    private static String domain(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static String words(List<Result> results) {
        return String.join(" ", results.stream().map(each -> each.method() + "=" + each.value()).toList());
    }

    private static List<Result> results(String header) {
        List<Result> results = new ArrayList<>();
        List<String> parts = parts(header);
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            String[] words = part.strip().toLowerCase(Locale.ROOT).split("\\s+");
            int equals = words[0].indexOf('=');
            if (equals > 0) {
                Map<String, String> properties = new HashMap<>();
                for (String word : words) {
                    int at = word.indexOf('=');
                    if (at > 0) {
                        properties.putIfAbsent(word.substring(0, at), word.substring(at + 1));
                    }
                }
                String method = words[0].substring(0, equals).split("/", 2)[0];
                results.add(new Result(method, words[0].substring(equals + 1), properties));
            }
        }
        return results;
    }

    /** Between semicolons, without comments and quotation marks, so that neither can hide or add a result. */
    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int comment = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && (quoted || comment > 0)) {
                i++;
            } else if (c == '"' && comment == 0) {
                quoted = !quoted;
            } else if (quoted) {
                part.append(Character.isWhitespace(c) || c == '=' || c == ';' ? '_' : c);
            } else if (c == '(') {
                comment++;
            } else if (c == ')' && comment > 0) {
                comment--;
                part.append(' ');
            } else if (comment == 0 && c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (comment == 0) {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
