package org.saldo.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SendResult;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Throttle;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.mail.DueMail;
import org.saldo.store.mail.OutboxQueue;

/**
 * Sends what is due in the outbox, oldest first, over kept connections. A mail leaves this process at most once; when
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
    private final int connections;

    /** Over one connection. @param lastLook is asked before each mail goes */
    public DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook) {
        this(ledger, leases, smtp, backoff, lastLook, new Throttle(0, 0), 1);
    }

    private DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook,
            Throttle throttle, int connections) {
        this.ledger = ledger;
        this.leases = leases;
        this.smtp = smtp;
        this.backoff = backoff;
        this.lastLook = lastLook;
        this.throttle = throttle;
        this.connections = connections;
    }

    /** The same, with no more mails a minute than these limits allow; the others wait for a later run. */
    public DeliveryJob within(Throttle limits) {
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, limits, connections);
    }

    /** The same over so many connections at once, each with one mail at a time. */
    public DeliveryJob over(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("mail needs a connection, not " + count);
        }
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, throttle, count);
    }

    /** Drains the outbox, unless another process is doing so. An interrupted thread stops after the present mails. */
    public DeliveryReport run() {
        return leases.whileHolding(LEASE, () -> new Run(new OutboxQueue(ledger)).drain()).orElse(DeliveryReport.ELSEWHERE);
    }

    private final class Run {

        private final OutboxQueue queue;
        private final List<DeliveryReport.Cancelled> cancelled = new ArrayList<>();
        private final Throttle pace = throttle.fresh();

        Run(OutboxQueue queue) {
            this.queue = queue;
        }

        DeliveryReport drain() {
            int recovered = queue.recover();
            Instant now = ledger.now();
            if (pace.limits()) {
                queue.sentSince(now.minus(Throttle.WINDOW)).forEach(sent -> pace.sent(sent.recipients(), sent.at()));
            }
            DeliveryLines lines = new DeliveryLines(connections, () -> new DeliveryLine(ledger, smtp, backoff));
            try (lines) {
                List<DueMail> page = queue.due(now, Optional.empty(), PAGE);
                while (!page.isEmpty() && sendAll(lines, page)) {
                    page = queue.due(now, Optional.of(page.get(page.size() - 1)), PAGE);
                }
            }
            return new DeliveryReport(lines.count(SendResult.Outcome.ACCEPTED),
                    lines.count(SendResult.Outcome.TRY_AGAIN) - lines.givenUp(),
                    lines.count(SendResult.Outcome.REFUSED) + lines.givenUp(), lines.count(SendResult.Outcome.IN_DOUBT),
                    recovered, cancelled, queue.waiting(), lines.unreachable(), false);
        }

        private boolean sendAll(DeliveryLines lines, List<DueMail> page) {
            for (DueMail mail : page) {
                List<String> recipients = DeliveryLine.recipients(mail);
                if (lastLook.asksHowOthersFared(mail)) {
                    lines.settle();
                }
                if (!pace.allows(recipients, ledger.now()) || stopped(mail)) {
                    lines.settleAlone();
                } else if (lines.send(mail)) {
                    pace.sent(recipients, ledger.now());
                } else {
                    return false;
                }
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
            }
            return true;
        }

        private boolean stopped(DueMail mail) {
            if (lastLook.held(mail).isPresent()) {
                return true;
            }
            Optional<String> reason = lastLook.cancelled(mail);
            reason.ifPresent(why -> cancelled.add(new DeliveryReport.Cancelled(mail.id(), mail.customer(), why)));
            return reason.isPresent();
        }
    }
}
