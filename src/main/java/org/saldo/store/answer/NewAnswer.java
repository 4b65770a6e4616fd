package org.saldo.store.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.statement.StatementRow;

/**
 * An answer that is to be recorded for the hash of its statement.
 *
 * @param person        who answered: an address or a name, empty when nobody did
 * @param authenticated in words, how it is known that it was he
 * @param evidence      the hash of the mail or scan, kept before
 * @param words         what was read, and why it counts
 * @param reply         the id of the mail that brought it
 */
public record NewAnswer(StatementRow statement, Outcome outcome, Optional<Grade> grade, Channel channel, String person,
                        String role, LocalDate answeredOn, Instant receivedAt, String authenticated, Optional<String> evidence,
                        String words, String reason, Optional<Long> reply) {

    /** Nobody answered, or what was answered counts no longer. */
    public static NewAnswer ofNobody(StatementRow statement, Outcome outcome, Channel channel, LocalDate day, Instant now,
                                     String words) {
        return new NewAnswer(statement, outcome, Optional.empty(), channel, "", "", day, now, "", Optional.empty(), words, "",
                Optional.empty());
    }
}
