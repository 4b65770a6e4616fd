package org.saldo.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.saldo.delivery.SendResult;
import org.saldo.store.mail.DueMail;

/**
 * Several lines to the mail server: who hands over a mail goes on while it is sent, as long as a line is free. A single line
 * sends in the caller's thread. A line that gets no connection beside one that has one is given up quietly.
 */
final class DeliveryLines implements AutoCloseable {

    private static final int IDLE_MILLIS = 20;

    private final List<DeliveryLine> lines = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final SynchronousQueue<List<DueMail>> handed = new SynchronousQueue<>();
    private int working;
    private int busy;
    private boolean ended;
    private RuntimeException failure;

    DeliveryLines(int count, Supplier<DeliveryLine> line) {
        for (int i = 0; i < count; i++) {
            lines.add(line.get());
        }
        if (count > 1) {
            working = count;
            lines.forEach(each -> threads.add(new Thread(() -> work(each), "delivery-" + threads.size())));
            threads.forEach(Thread::start);
        }
    }

    /** How many mails go to a line at once, as the slowest would have it. */
    int packet() {
        return lines.stream().mapToInt(DeliveryLine::packet).min().orElse(1);
    }

    /** False when there is no server, or the thread is interrupted: then they are with no line. */
    boolean send(List<DueMail> mails) {
        if (threads.isEmpty()) {
            return lines.get(0).send(mails);
        }
        try {
            while (isWorking()) {
                busy(1);
                if (handed.offer(mails, IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
                busy(-1);
            }
        } catch (InterruptedException stop) {
            busy(-1);
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized void busy(int more) {
        busy += more;
        notifyAll();
    }

    /** A single line has no thread that would note it when there is nothing to send for a while. */
    void settleAlone() {
        if (threads.isEmpty()) {
            settle();
        }
    }

    /** Waits until what became of every mail so far is in the outbox. */
    void settle() {
        if (threads.isEmpty()) {
            lines.get(0).noteTaken();
            return;
        }
        synchronized (this) {
            boolean interrupted = false;
            while (working > 0 && (busy > 0 || lines.stream().anyMatch(DeliveryLine::hasTaken))) {
                try {
                    wait();
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Why there is no server: none of the lines has one. */
    Optional<String> unreachable() {
        return lines.stream().allMatch(line -> line.unreachable().isPresent()) ? lines.get(0).unreachable() : Optional.empty();
    }

    int count(SendResult.Outcome outcome) {
        return lines.stream().mapToInt(line -> line.count(outcome)).sum();
    }

    int givenUp() {
        return lines.stream().mapToInt(DeliveryLine::givenUp).sum();
    }

    /** Lets each line end the mail that is on it. @throws RuntimeException that ended a line */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
        }
        settle();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        }
        lines.forEach(DeliveryLine::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized boolean isWorking() {
        return working > 0 && failure == null;
    }

    private void work(DeliveryLine line) {
        try {
            boolean reachable = true;
            while (reachable) {
                List<DueMail> mails = handed.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (mails == null) {
                    idle(line);
                    if (isOver()) {
                        return;
                    }
                } else {
                    reachable = send(line, mails);
                }
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            failed(line, fault);
        } finally {
            synchronized (this) {
                working--;
                notifyAll();
            }
        }
    }

    private boolean send(DeliveryLine line, List<DueMail> mails) {
        try {
            return line.send(mails);
        } finally {
            busy(-1);
        }
    }

    private void failed(DeliveryLine line, RuntimeException fault) {
        synchronized (this) {
            failure = failure == null ? fault : failure;
        }
        try {
            line.noteTaken();
        } catch (RuntimeException again) {
            fault.addSuppressed(again);
        }
    }

    private void idle(DeliveryLine line) {
        if (line.hasTaken()) {
            line.noteTaken();
            synchronized (this) {
                notifyAll();
            }
        }
    }

    private synchronized boolean isOver() {
        return ended;
    }
}
