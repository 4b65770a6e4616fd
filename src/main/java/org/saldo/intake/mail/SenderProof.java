package org.saldo.intake.mail;

import org.saldo.statement.answer.Heard;

/** What our own mail server says about the sender, and in its words why. */
public record SenderProof(Heard.Proof proof, String words) {

    static SenderProof none(String why) {
        return new SenderProof(Heard.Proof.NONE, why);
    }
}
