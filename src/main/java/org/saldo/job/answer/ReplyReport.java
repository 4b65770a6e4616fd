package org.saldo.job.answer;

import org.saldo.statement.answer.Ruling;

/** What became of a mail that came in: {@code id} names the answer {@code Y-17}, the task {@code T-18} or the mail. */
public record ReplyReport(Outcome outcome, String id) {

    /** It confirmed by itself, waits for a person, is kept without consequence, or had come in before. */
    public enum Outcome { CONFIRMED, TASK, KEPT, KNOWN }

    static Outcome of(Ruling.Kind kind) {
        return switch (kind) {
            case CONFIRMS -> Outcome.CONFIRMED;
            case TASK -> Outcome.TASK;
            case KEPT -> Outcome.KEPT;
        };
    }
}
