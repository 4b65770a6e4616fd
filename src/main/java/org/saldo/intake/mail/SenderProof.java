package org.saldo.intake.mail;

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

    static SenderProof none(String why) {
        return new SenderProof(Heard.Proof.NONE, why);
    }
}
