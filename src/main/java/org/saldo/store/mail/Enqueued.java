package org.saldo.store.mail;

/** What became of a mail that a job put into the outbox; {@code mailId} is 0 when nothing was written or found. */
public record Enqueued(Outcome outcome, long mailId) {

    /** Added now; there already under the same business key; or mail to customers is switched off. */
    public enum Outcome { ADDED, ALREADY_THERE, SWITCHED_OFF }

    public boolean isNew() {
        return outcome == Outcome.ADDED;
    }
}
