package org.saldo.camel;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers of a mail reach an exchange: a short list of those that a person could read in any mail. A sender
 * cannot name a file, a bean's method or a folder to move to that way (CVE-2026-33454), whatever the case of the
 * letters and whatever header a later release gives a meaning to.
 */
public final class MailHeaders implements HeaderFilterStrategy {

    private static final Set<String> READ = Set.of("from", "to", "cc", "subject", "date", "message-id", "in-reply-to",
            "references", "auto-submitted", "precedence", "content-type");
    private static final Set<String> NEVER_SENT = Set.of("camel", "org.apache.camel.", "mail.smtp.", "mail.smtps.");

    /** Out: nothing of Camel's own leaves the house. */
    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NEVER_SENT.stream().anyMatch(lower::startsWith);
    }

    /** In: true keeps the header out. */
    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !READ.contains(name.toLowerCase(Locale.ROOT));
    }
}
