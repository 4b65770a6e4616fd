package org.saldo.job;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SendResult;
import org.saldo.delivery.ServerUnreachable;
import org.saldo.delivery.SmtpSender;
import org.saldo.delivery.SmtpSettings;
import org.saldo.store.Ledger;
import org.saldo.store.mail.AddressMarks;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;

/**
 * A kept connection to the mail server, with at most one mail on it. Only that one may be in doubt when this process dies.
 * For one thread at a time.
 */
final class DeliveryLine implements AutoCloseable {

    private final Ledger ledger;
    private final OutboxQueue queue;
    private final SmtpSender sender;
    private final Backoff backoff;
    private final AddressMarks marks;
    private final int[] outcomes = new int[SendResult.Outcome.values().length];
    private Optional<OutboxQueue.Taken> taken = Optional.empty();
    private Optional<String> unreachable = Optional.empty();
    private int givenUp;

    DeliveryLine(Ledger ledger, SmtpSettings smtp, Backoff backoff) {
        this.ledger = ledger;
        this.queue = new OutboxQueue(ledger);
        this.sender = new SmtpSender(smtp);
        this.backoff = backoff;
        this.marks = new AddressMarks(ledger);
    }

    /**
     * Claims the mail, sends it and keeps what became of it; false, and nothing done, when there is no server. That the mail
     * before was taken is noted in the transaction that claims this one.
     */
    boolean send(DueMail mail) {
        if (!connected()) {
            return false;
        }
        Optional<byte[]> claimed = queue.claim(mail.id(), taken);
        taken = Optional.empty();
        claimed.ifPresent(bytes -> settle(mail, sender.send(bytes, recipients(mail))));
        return true;
    }

    /** Notes that the last mail was taken, when that has not been done. */
    void noteTaken() {
        Optional<OutboxQueue.Taken> last = taken;
        taken = Optional.empty();
        last.ifPresent(queue::accepted);
    }

    boolean hasTaken() {
        return taken.isPresent();
    }

    /** Why there is no server. */
    Optional<String> unreachable() {
        return unreachable;
    }

    int count(SendResult.Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** How many of those that could be tried again were tried often enough. */
    int givenUp() {
        return givenUp;
    }

    @Override
    public void close() {
        sender.close();
    }

    private boolean connected() {
        if (!sender.isClosed()) {
            return true;
        }
        noteTaken();
        try {
            sender.connect();
            return true;
        } catch (ServerUnreachable failure) {
            unreachable = Optional.of(failure.getMessage());
            return false;
        }
    }

    private void settle(DueMail mail, SendResult result) {
        outcomes[result.outcome().ordinal()]++;
        switch (result.outcome()) {
            case ACCEPTED -> taken = Optional.of(new OutboxQueue.Taken(mail.id(), result.reply(), ledger.now()));
            case REFUSED -> {
                queue.failed(mail.id(), result.reply());
                marks.refused(mail, result.refused(), LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC));
            }
            case IN_DOUBT -> queue.inDoubt(mail.id(), result.reply());
            case TRY_AGAIN -> postpone(mail, result.reply());
        }
    }

    private void postpone(DueMail mail, String reply) {
        backoff.after(mail.attempts() + 1).ifPresentOrElse(
                wait -> queue.postponed(mail.id(), reply, ledger.now().plus(wait)),
                () -> {
                    givenUp++;
                    queue.failed(mail.id(), "given up after " + (mail.attempts() + 1) + " attempts: " + reply);
                });
    }

    static List<String> recipients(DueMail mail) {
        return Arrays.asList(mail.recipients().split(", "));
    }
}
