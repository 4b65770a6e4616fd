package org.saldo.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.SendLog;
import org.saldo.delivery.SendResult;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Throttle;
import org.saldo.ledger.Words;
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
    private final Optional<Path> log;

    /** Over one connection. @param lastLook is asked before each mail goes */
    public DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook) {
        this(ledger, leases, smtp, backoff, lastLook, new Throttle(0, 0), 1, Optional.empty());
    }

    private DeliveryJob(Ledger ledger, Leases leases, SmtpSettings smtp, Backoff backoff, LastLook lastLook,
            Throttle throttle, int connections, Optional<Path> log) {
        this.ledger = ledger;
        this.leases = leases;
        this.smtp = smtp;
        this.backoff = backoff;
        this.lastLook = lastLook;
        this.throttle = throttle;
        this.connections = connections;
        this.log = log;
    }

    /** The same, with no more mails a minute than these limits allow; the others wait for a later run. */
    public DeliveryJob within(Throttle limits) {
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, limits, connections, log);
    }

    /** The same over so many connections at once, each with one mail at a time. */
    public DeliveryJob over(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("mail needs a connection, not " + count);
        }
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, throttle, count, log);
    }

    /**
     * The same, with a log of what is on its way, so that many mails may be claimed in one transaction where the server is
     * quick: as many as go in a tenth of a second.
     *
     * @param file written by one sender at a time, on a disk of this machine
     */
    public DeliveryJob noting(Path file) {
        return new DeliveryJob(ledger, leases, smtp, backoff, lastLook, throttle, connections, Optional.of(file));
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
            Optional<SendLog> noted = log.flatMap(SendLog::open);
            try {
                int recovered = queue.recover(noted.map(SendLog::left).orElse(Map.of()));
                noted.ifPresent(SendLog::begin);
                return drain(recovered, noted);
            } finally {
                noted.ifPresent(SendLog::close);
            }
        }

        private DeliveryReport drain(int recovered, Optional<SendLog> noted) {
            Instant now = ledger.now();
            if (pace.limits()) {
                queue.sentSince(now.minus(Throttle.WINDOW)).forEach(sent -> pace.sent(sent.recipients(), sent.at()));
            }
            DeliveryLines lines = new DeliveryLines(connections, () -> new DeliveryLine(ledger, smtp, backoff, noted));
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

        /** False when no more can be sent now. */
        private boolean sendAll(DeliveryLines lines, List<DueMail> page) {
            List<DueMail> packet = new ArrayList<>();
            lastLook.expect(page);
            for (DueMail mail : page) {
                if (lastLook.asksHowOthersFared(mail)) {
                    if (!sent(lines, packet)) {
                        return false;
                    }
                    lines.settle();
                }
                List<String> recipients = mail.everybody();
                if (pace.allows(recipients, ledger.now()) && !stopped(mail)) {
                    packet.add(mail);
                    pace.sent(recipients, ledger.now());
                } else if (packet.isEmpty()) {
                    lines.settleAlone();
                }
                if (packet.size() >= lines.packet() && !sent(lines, packet)) {
                    return false;
                }
            }
            return sent(lines, packet);
        }

        private boolean sent(DeliveryLines lines, List<DueMail> packet) {
            if (packet.isEmpty()) {
                return !Thread.currentThread().isInterrupted();
            }
            List<DueMail> mails = List.copyOf(packet);
            packet.clear();
            return lines.send(mails) && !Thread.currentThread().isInterrupted();
        }

        private boolean stopped(DueMail mail) {
            if (lastLook.held(mail).isPresent()) {
                return true;
            }
            Optional<Words> reason = lastLook.cancelled(mail);
            reason.ifPresent(why -> cancelled.add(new DeliveryReport.Cancelled(mail.id(), mail.customer(), why.toString())));
            return reason.isPresent();
        }
    }
}
