package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A reply as it was written, before anybody has read it.
 *
 * @param subject of the mail, or empty
 * @param text plain text with all that it quotes; an HTML mail as its text
 * @param sender the name that the mail gives its sender, or empty; it says nothing in the text
 * @param sentOn the day on which it was written, from which "tomorrow" is counted
 * @param language the customer's, as ISO 639-1, or empty; it only decides where the words do not
 * @param hasAttachment whether something other than the pictures of a signature is attached
 * @param asked what it answers
 */
public record WrittenReply(String subject, String text, String sender, LocalDate sentOn, String language,
        boolean hasAttachment, Asked asked) {

    public WrittenReply {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(sentOn, "sentOn");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(asked, "asked");
    }
}
