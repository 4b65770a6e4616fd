package org.saldo.store.answer;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.statement.StatementRow;

/**
 * A signed or sealed paper that one person has filed and that waits for a second one.
 *
 * @param scan    the hash under which its scan is kept
 * @param filedBy the first person, as the books name her
 * @param ended   how it was decided, in words, when it was
 */
public record WaitingPaper(long id, StatementRow statement, Outcome outcome, Grade grade, String signedBy, String role,
                           LocalDate signedOn, String scan, String filedBy, String reason, Optional<String> ended) {

    /** How people name it. */
    public String label() {
        return "SC-" + id;
    }

    /** What it says, who filed it and what is to be done, in one line. */
    public String line() {
        return label() + "  " + statement.key().customer().number() + " " + statement.key().currency() + " "
                + statement.key().number() + " (" + statement.closing() + ")  " + says() + ": filed by " + filedBy
                + ", waits for a second person";
    }

    /** What it says of its statement: {@code confirmed, sealed by Ana Ruiz on 2026-11-02}. */
    public String says() {
        return outcome.word() + ", " + grade.word() + " by " + signedBy + " on " + signedOn;
    }
}
