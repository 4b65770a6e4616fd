package org.saldo.intake.mail;

import jakarta.mail.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server's word that a mail did not arrive, in a form of its own: that of Exim ({@code X-Failed-Recipients}), of
 * qmail (QSBMF), and what looks like them. It counts when a server wrote it and the mail that came back is named in it.
 */
final class PlainBounce {

    private static final Pattern ORIGINAL = Pattern.compile("(?im)^[> \\t]*message-id:\\s*(<[^<>\\s]{3,250}>)");
    private static final Pattern NAMED = Pattern.compile("(?m)^[> \\t]*<?([^\\s<>:,;]{1,100}@[^\\s<>:,;]{1,150})>?:?[ \\t]*$");
    private static final Pattern REASON = Pattern.compile("(?m)^.*(?<![\\d.])([45]\\d\\d[ -]|#?[45]\\.\\d{1,3}\\.\\d{1,3}).*$");
    private static final Pattern GIVEN_UP = Pattern.compile("(?i)permanent|could not be delivered|not able to deliver|"
            + "wasn't able to deliver|undeliver|delivery (to the following recipients? )?(has )?failed|unzustellbar|"
            + "no se pudo entregar|no se ha podido entregar|n'a pas pu être|não pôde ser entregue|não foi possível entregar|"
            + "impossibile recapitare|mancato recapito|non è stato possibile|onbestelbaar|niet worden (bezorgd|afgeleverd)|"
            + "无法(投递|送达)|投递失败|未能送达|退信");
    private static final int REASON_LONGEST = 200;
    private static final int RECIPIENTS_MOST = 100;

    private PlainBounce() {
    }

    /** @param text what a person would read, the original's headers among it */
    static List<InboundMail.Report> of(List<Header> headers, Optional<String> from, String text) {
        Matcher original = ORIGINAL.matcher(text);
        String failed = header(headers, "x-failed-recipients");
        boolean server = !failed.isEmpty() || header(headers, "return-path").equals("<>")
                || from.filter(address -> address.startsWith("mailer-daemon@") || address.startsWith("postmaster@")).isPresent();
        if (!server || !original.find() || failed.isEmpty() && !GIVEN_UP.matcher(text).find()) {
            return List.of();
        }
        String before = text.substring(0, original.start());
        Matcher named = NAMED.matcher(before);
        String shown = named.find() ? named.group(1) : "";
        Matcher reason = REASON.matcher(before);
        String status = reason.find() ? reason.group().strip() : "";
        return Arrays.stream((failed.isEmpty() ? shown : failed).split(",")).map(String::strip).distinct()
                .limit(RECIPIENTS_MOST).map(recipient -> new InboundMail.Report("failed",
                        status.substring(0, Math.min(REASON_LONGEST, status.length())), recipient.toLowerCase(Locale.ROOT),
                        original.group(1))).toList();
    }

    private static String header(List<Header> headers, String name) {
        return headers.stream().filter(header -> header.getName().equalsIgnoreCase(name)).map(Header::getValue)
                .map(String::strip).findFirst().orElse("");
    }
}
