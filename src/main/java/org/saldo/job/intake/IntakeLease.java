package org.saldo.job.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.saldo.ledger.Refused;
import org.saldo.store.Leases;
import org.saldo.store.intake.IntakeStore;

/**
 * The right to take things in, which one process has at a time. Work of one process queues; for another process it waits
 * a while.
 */
public final class IntakeLease {

    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Leases leases;
    private final Duration patience;
    private final ReentrantLock ofThisProcess = new ReentrantLock(true);

    /** @param patience how long to wait for another process */
    public IntakeLease(Leases leases, Duration patience) {
        this.leases = leases;
        this.patience = patience;
    }

    /** @throws Refused when another process still takes something in after all the patience */
    <T> T whileHolding(Supplier<T> work) {
        ofThisProcess.lock();
        try {
            long until = System.nanoTime() + patience.toNanos();
            while (true) {
                Optional<T> done = leases.whileHolding(IntakeStore.LEASE, work);
                if (done.isPresent()) {
                    return done.get();
                }
                if (System.nanoTime() - until >= 0) {
                    throw new Refused("intake: another process is taking files in; try again when it has ended");
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        } finally {
            ofThisProcess.unlock();
        }
    }
}
