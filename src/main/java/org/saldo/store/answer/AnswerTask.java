package org.saldo.store.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.statement.StatementRow;

/**
 * A mail that a person has to look at. {@code statement} and {@code customer} are empty when they are not known.
 *
 * @param ended    how it was decided, in words, when it was
 * @param reading  how it was read, when it answers a reminder, or a statement by more than a yes
 * @param found    what is in the books of the payment that it speaks of, as of now
 */
public record AnswerTask(long id, String company, String customer, Optional<StatementRow> statement, long reply,
                         TaskReason reason, Optional<Outcome> suggestion, Channel channel, String sender,
                         String subject, String authenticated, String words,
                         String meaning, String rawSha256, Instant receivedAt, Optional<String> ended,
                         Optional<ReminderAnswerRow> reading, List<String> found) {

    public AnswerTask {
        found = List.copyOf(found);
    }

    AnswerTask as(ReminderAnswerRow row, List<String> inTheBooks) {
        return new AnswerTask(id, company, customer, statement, reply, reason, suggestion, channel, sender, subject,
                authenticated, words, meaning, rawSha256, receivedAt, ended, Optional.of(row), inTheBooks);
    }

    /** How people name it. */
    public String label() {
        return "T-" + id;
    }

    /** What it is about, from whom, and what is to be done, in one line. */
    public String line() {
        return label() + "  " + receivedAt.toString().substring(0, 10) + "  "
                + (customer.isEmpty() ? "customer unknown" : customer)
                + statement.map(row -> " " + row.key().currency() + " " + row.key().number() + " (" + row.closing() + ")")
                .orElse("") + "  from " + (sender.isEmpty() ? "nobody" : sender) + ": " + reason.english()
                + suggestion.map(outcome -> "; suggested: " + outcome.word()).orElse("")
                + reading.filter(any -> suggestion.isEmpty()).map(ReminderAnswerRow::suggestion).filter(what -> !what.isEmpty())
                .map(what -> "; suggested: " + what).orElse("")
                + (found.isEmpty() ? "" : "; in the books: " + String.join("; ", found));
    }
}
