package org.saldo.job.statement;

import java.util.Optional;
import org.saldo.statement.HeldBack;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.IssuedStatement;

/**
 * A statement as a file, with the mail that brings it to its customer, or why there is none. {@code fault} says why it could
 * not be drawn; then there is no file.
 */
record Drawn(Draft draft, Optional<IssuedStatement> issued, Optional<ReplyToken> token, Optional<OutboxStore.Rendered> mail,
             Optional<HeldBack> held, String fault) {

    static Drawn failed(Draft draft, RuntimeException failure) {
        return new Drawn(draft, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                String.valueOf(failure.getMessage()));
    }

    /** The bytes as they leave the house; none where there is no file. */
    byte[] pdf() {
        return issued.map(IssuedStatement::pdf).orElse(new byte[0]);
    }

    boolean isFile() {
        return fault.isEmpty();
    }
}
