package org.saldo.intake.mail;

import java.util.Locale;
import org.saldo.statement.answer.Heard;

/** What our own mail server says about the sender, and in its words why. */
public record SenderProof(Heard.Proof proof, String words) {

    /**
     * Whether these words, as they were kept, say that our mail server vouched for the domain of this address. The words of a
     * proof that fell short name results too; only those of {@link AuthenticationResults} for the very domain count.
     */
    public static boolean vouches(String words, String address) {
        return AuthenticationResults.isPassed(words, address.substring(address.lastIndexOf('@') + 1));
    }

    /** What our mail server must have found before it vouches for a sender. */
    public enum By {
        /** DMARC, or DKIM of the sender's domain. */
        DMARC_OR_DKIM,
        /** SPF of the sender's domain too, which everybody passes who may send by one of its hosts. */
        SPF_TOO;

        /** @throws IllegalArgumentException when it is neither {@code dmarc-or-dkim} nor {@code spf-too} */
        public static By parse(String word) {
            return By.valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static SenderProof none(String why) {
        return new SenderProof(Heard.Proof.NONE, why);
    }
}
