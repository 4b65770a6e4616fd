package org.saldo.store.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.statement.StatementRow;

/**
 * An answer to a statement as it stands in the books. {@code grade} is empty where nobody answered; {@code evidence} is
 * the hash under which the mail or scan is kept.
 */
public record AnswerRow(long id, StatementRow statement, Outcome outcome, Optional<Grade> grade, Channel channel, String person,
                        String role, LocalDate answeredOn, Instant receivedAt, String authenticated, Optional<String> evidence,
                        String words, String reason, String recordedBy, Instant knownAt) {

    /** How people name it. */
    public String label() {
        return "Y-" + id;
    }
}
