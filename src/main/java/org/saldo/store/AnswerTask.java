package org.saldo.store;

import java.time.Instant;
import java.util.Optional;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;

/**
 * A mail that a person has to look at. {@code statement} and {@code customer} are empty when they are not known.
 *
 * @param ended how it was decided, in words, when it was
 */
public record AnswerTask(long id, String company, String customer, Optional<StatementRow> statement, long reply,
                         TaskReason reason, Optional<Outcome> suggestion, Channel channel, String sender,
                         String subject, String authenticated, String words,
                         String meaning, String rawSha256, Instant receivedAt, Optional<String> ended) {

    /** How people name it. */
    public String label() {
        return "T-" + id;
    }

    /** What it is about, from whom, and what is to be done, in one line. */
    public String line() {
        return label() + "  " + receivedAt.toString().substring(0, 10) + "  "
                + (customer.isEmpty() ? "customer unknown" : customer)
                + statement.map(row -> " " + row.key().currency() + " " + row.key().number() + " (" + row.closing() + ")")
                .orElse("") + "  from " + (sender.isEmpty() ? "nobody" : sender) + ": " + reason.sentence()
                + suggestion.map(outcome -> "; suggested: " + outcome.word()).orElse("");
    }
}
