package org.saldo.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SendResult;
import org.saldo.delivery.ServerUnreachable;
import org.saldo.delivery.SmtpSender;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Throttle;
import org.saldo.store.AddressMarks;
import org.saldo.store.DueMail;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxQueue;

/**
 * Sends what is due in the outbox, oldest first, over one kept connection. A mail leaves this process at most once; when
 * it cannot be known whether it did, a person decides. A dead mail server costs time and no mail.
 */
public final class DeliveryJob {

    static final String LEASE = "deliver";

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final Leases leases;
    private final SmtpSettings smtp;
    private final Backoff backoff;
    private final LastLook lastLook;
    private final Throttle throttle;

    /** @param lastLook is asked before each mail goes */
    public DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook) {
        this(ledger, leases, smtp, backoff, lastLook, new Throttle(0, 0));
    }

    private DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook,
            Throttle throttle) {
        this.ledger = ledger;
        this.leases = leases;
        this.smtp = smtp;
        this.backoff = backoff;
        this.lastLook = lastLook;
        this.throttle = throttle;
    }

    /** The same, with no more mails a minute than these limits allow; the others wait for a later run. */
    public DeliveryJob within(Throttle limits) {
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, limits);
    }

    /** Drains the outbox, unless another process is doing so. An interrupted thread stops after the present mail. */
    public DeliveryReport run() {
        return leases.whileHolding(LEASE, () -> {
            try (SmtpSender sender = new SmtpSender(smtp)) {
                return new Run(new OutboxQueue(ledger), sender).drain();
            }
        }).orElse(DeliveryReport.ELSEWHERE);
    }

    private final class Run {

        private final OutboxQueue queue;
        private final SmtpSender sender;
        private final int[] outcomes = new int[SendResult.Outcome.values().length];
        private final List<DeliveryReport.Cancelled> cancelled = new ArrayList<>();
        private final Throttle pace = throttle.fresh();
        private final AddressMarks marks = new AddressMarks(ledger);
        private Optional<String> unreachable = Optional.empty();
        private Optional<OutboxQueue.Taken> taken = Optional.empty();
        private int givenUp;

        Run(OutboxQueue queue, SmtpSender sender) {
            this.queue = queue;
            this.sender = sender;
        }

        DeliveryReport drain() {
            int recovered = queue.recover();
            Instant now = ledger.now();
            if (pace.limits()) {
                queue.sentSince(now.minus(Throttle.WINDOW)).forEach(sent -> pace.sent(sent.recipients(), sent.at()));
            }
            try {
                List<DueMail> page = queue.due(now, Optional.empty(), PAGE);
                while (!page.isEmpty() && sendAll(page)) {
                    page = queue.due(now, Optional.of(page.get(page.size() - 1)), PAGE);
                }
            } finally {
                noteTaken();
            }
            return new DeliveryReport(count(SendResult.Outcome.ACCEPTED), count(SendResult.Outcome.TRY_AGAIN) - givenUp,
                    count(SendResult.Outcome.REFUSED) + givenUp, count(SendResult.Outcome.IN_DOUBT), recovered, cancelled,
                    queue.waiting(), unreachable, false);
        }

        private boolean sendAll(List<DueMail> page) {
            for (DueMail mail : page) {
                if (lastLook.asksHowOthersFared(mail)) {
                    noteTaken();
                }
                if (!pace.allows(recipients(mail), ledger.now()) || stopped(mail)) {
                    noteTaken();
                } else if (connected()) {
                    send(mail);
                } else {
                    return false;
                }
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
            }
            return true;
        }

        /** That the mail before was taken is noted in the transaction that takes this one: one commit a mail. */
        private void send(DueMail mail) {
            Optional<byte[]> claimed = queue.claim(mail.id(), taken);
            taken = Optional.empty();
            claimed.ifPresent(bytes -> {
                pace.sent(recipients(mail), ledger.now());
                settle(mail, sender.send(bytes, recipients(mail)));
            });
        }

        private void noteTaken() {
            taken.ifPresent(queue::accepted);
            taken = Optional.empty();
        }

        private boolean stopped(DueMail mail) {
            if (lastLook.held(mail).isPresent()) {
                return true;
            }
            Optional<String> reason = lastLook.cancelled(mail);
            reason.ifPresent(why -> cancelled.add(new DeliveryReport.Cancelled(mail.id(), mail.customer(), why)));
            return reason.isPresent();
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

        private int count(SendResult.Outcome outcome) {
            return outcomes[outcome.ordinal()];
        }

        private static List<String> recipients(DueMail mail) {
            return Arrays.asList(mail.recipients().split(", "));
        }
    }
}
