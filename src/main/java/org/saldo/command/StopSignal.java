package org.saldo.command;

import java.time.Duration;
import java.util.function.Supplier;
import org.saldo.job.Jobs;

/**
 * What SIGTERM and Ctrl-C do to a command: its work is ended, and what it held is given back, so that the next command
 * need not wait. (The service finishes what runs instead.)
 */
final class StopSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread hook;

    StopSignal(Jobs jobs) {
        this.hook = new Thread(() -> stop(jobs), "stop");
    }

    /** Does {@code work}, which a signal ends. */
    <T> T during(Supplier<T> work) {
        Runtime.getRuntime().addShutdownHook(hook);
        return work.get();
    }

    private static void stop(Jobs jobs) {
        try {
            jobs.giveBack(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The signal came: the hook is at work, and this process ends with it.
        }
    }
}
