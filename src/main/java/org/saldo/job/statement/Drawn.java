package org.saldo.job.statement;

import java.util.Optional;
import org.saldo.statement.HeldBack;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.IssuedStatement;

/**
 * A statement as a file, with the mail that brings it to its customer, or why there is none. {@code fault} says why it could
 * not be drawn, as {@code held} does; then there is no file.
 */
record Drawn(Draft draft, Optional<IssuedStatement> issued, Optional<ReplyToken> token, Optional<OutboxStore.Rendered> mail,
             Optional<HeldBack> held, String fault) {

    static Drawn failed(Draft draft, HeldBack.Reason reason, String fault) {
        return new Drawn(draft, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new HeldBack(
                draft.customer().id(), draft.statement().key().currency().getCurrencyCode(), reason, fault)), fault);
    }

    /** One that was drawn to see whether it can be; nothing of it is kept. */
    static Drawn tried(Draft draft, Optional<HeldBack> held) {
        return new Drawn(draft, Optional.empty(), Optional.empty(), Optional.empty(), held, "");
    }

    /** The bytes as they leave the house; none where there is no file. */
    byte[] pdf() {
        return issued.map(IssuedStatement::pdf).orElse(new byte[0]);
    }

    boolean isFile() {
        return fault.isEmpty();
    }
}
