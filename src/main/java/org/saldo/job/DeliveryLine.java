package org.saldo.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SendLog;
import org.saldo.delivery.SendResult;
import org.saldo.delivery.ServerUnreachable;
import org.saldo.delivery.SmtpSender;
import org.saldo.delivery.SmtpSettings;
import org.saldo.store.Ledger;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kept connection to the mail server, with at most one mail on it. Only that one may be in doubt when this process dies:
 * mails are claimed one by one, or, where a log says which of them was begun, a packet at a time. For one thread at a time.
 */
final class DeliveryLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLine.class);
    private static final int PACKET_MOST = 16;
    /** A packet is as large as what goes in this time: so fresh is the last look at its mails. */
    private static final Duration PACKET_LASTS = Duration.ofMillis(100);
    /** Mails of a packet that could not begin after so long go with a later run, after another look. */
    private static final Duration LOOK_HOLDS = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final OutboxQueue queue;
    private final SmtpSender sender;
    private final Backoff backoff;
    private final Optional<SendLog> log;
    private final int[] outcomes = new int[SendResult.Outcome.values().length];
    private List<OutboxQueue.Taken> taken = new ArrayList<>();
    private Optional<String> unreachable = Optional.empty();
    private int givenUp;
    private volatile int packet = 1;

    DeliveryLine(Ledger ledger, SmtpSettings smtp, Backoff backoff, Optional<SendLog> log) {
        this.ledger = ledger;
        this.queue = new OutboxQueue(ledger);
        this.sender = new SmtpSender(smtp);
        this.backoff = backoff;
        this.log = log;
    }

    /** How many mails it takes at once. */
    int packet() {
        return packet;
    }

    /**
     * Claims the mails, sends them one after the other and keeps what became of them; false when there is no server: then
     * nothing is done with those that were not begun. That mails before were taken is noted in the transaction that claims
     * these.
     */
    boolean send(List<DueMail> mails) {
        if (!connected()) {
            return false;
        }
        String name = log.isPresent() ? UUID.randomUUID().toString() : "";
        List<Long> ids = mails.stream().map(DueMail::id).toList();
        log.ifPresent(each -> each.claims(name, ids));
        OutboxQueue.Claimed claimed = queue.claim(ids, name, taken);
        taken = new ArrayList<>();
        claimed.faults().forEach((id, fault) -> LOG.error("mail {}: its bytes {}; it is not sent, see `saldo mails show {}`",
                id, fault, id));
        outcomes[SendResult.Outcome.REFUSED.ordinal()] += claimed.faults().size();
        long began = System.nanoTime();
        int begun = sendEach(mails, claimed.bytes(), began);
        if (begun > 0) {
            resize(Duration.ofNanos(System.nanoTime() - began).dividedBy(begun));
        }
        return begun == mails.size() || unreachable.isEmpty();
    }

    /** How many of them were begun, or had gone elsewhere; the others wait again. */
    private int sendEach(List<DueMail> mails, Map<Long, byte[]> claimed, long began) {
        for (int i = 0; i < mails.size(); i++) {
            DueMail mail = mails.get(i);
            boolean late = System.nanoTime() - began > LOOK_HOLDS.toNanos();
            if (i > 0 && (late || !connected())) {
                queue.release(mails.subList(i, mails.size()).stream().map(DueMail::id).filter(claimed::containsKey).toList(),
                        late ? "not begun: the server had become slow" : "not begun: the server was gone");
                return i;
            }
            if (claimed.containsKey(mail.id())) {
                log.ifPresent(each -> each.begins(mail.id()));
                settle(mail, sender.send(claimed.get(mail.id()), mail.readers(), mail.copyReaders()));
            }
        }
        return mails.size();
    }

    private void resize(Duration perMail) {
        long fits = PACKET_LASTS.toNanos() / Math.max(1, perMail.toNanos());
        packet = log.isEmpty() ? 1 : (int) Math.max(1, Math.min(PACKET_MOST, fits));
    }

    /** Notes that the last mails were taken, when that has not been done. */
    void noteTaken() {
        if (!taken.isEmpty()) {
            queue.accepted(taken);
            taken = new ArrayList<>();
        }
    }

    boolean hasTaken() {
        return !taken.isEmpty();
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
            case ACCEPTED -> {
                OutboxQueue.Taken now = new OutboxQueue.Taken(mail.id(), result.reply(), ledger.now());
                log.ifPresent(each -> each.taken(now.mailId(), now.at(), now.reply()));
                taken.add(now);
            }
            case REFUSED -> queue.refused(mail, result.reply(), result.refused());
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
}
