package org.saldo.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which mails let automatic answers come back. An absence note tells until when nobody reads, and a former colleague's whom to
 * write to instead; both are read as answers. All other mails ask Exchange for none, by X-Auto-Response-Suppress.
 */
public record AutoReplies(Set<MailKind> welcome) {

    private static final String NONE = "none";

    /** What {@link #parse} reads, in words. */
    public static final String EXPECTED = "a list of statement, reminder and acknowledgement, or none";

    /** Statements and reminders, whose answers are read. */
    public static final AutoReplies USUAL = new AutoReplies(EnumSet.of(MailKind.STATEMENT, MailKind.REMINDER));

    public AutoReplies {
        welcome = Set.copyOf(welcome);
    }

    /**
     * Reads kinds of mails such as {@code statement, reminder}, or {@code none}.
     *
     * @throws IllegalArgumentException when one of them is no kind of mail to customers
     */
    public static AutoReplies parse(String text) {
        return new AutoReplies(Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty() && !word.equals(NONE))
                .map(AutoReplies::kind).collect(Collectors.toSet()));
    }

    private static MailKind kind(String word) {
        return Arrays.stream(MailKind.values()).filter(MailKind::isForCustomers)
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of mail to customers"));
    }

    boolean isWelcomeTo(OutgoingMail mail) {
        return welcome.contains(mail.kind());
    }
}
