package org.saldo.command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far long work is: rows, rate and time left, on one line of a terminal twice a second, or else in the log every
 * ten seconds.
 */
final class Progress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long TERMINAL_NANOS = 500_000_000L;
    private static final long LOG_NANOS = 10_000_000_000L;

    private final PrintWriter terminal;
    private final boolean isTerminal;
    private final String what;
    private final long total;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long toldAt;
    private boolean told;

    Progress(PrintWriter terminal, boolean isTerminal, String what, long total, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.isTerminal = isTerminal;
        this.what = what;
        this.total = total;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.toldAt = startedAt;
    }

    /** @param total how many there will be; 0 when that is not known */
    static Progress on(PrintWriter err, String what, long total) {
        return new Progress(err, System.console() != null, what, total, System::nanoTime);
    }

    void at(long done) {
        long now = nanoTime.getAsLong();
        if (now - toldAt < (isTerminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        toldAt = now;
        told = true;
        if (isTerminal) {
            terminal.print("\r" + line(done, now - startedAt) + "\u001b[K");
            terminal.flush();
        } else {
            LOG.info("{}", line(done, now - startedAt));
        }
    }

    private String line(long done, long nanos) {
        long rate = Math.max(1, Math.round(done * 1e9 / Math.max(1, nanos)));
        String left = total > done ? ", %d s left".formatted((total - done) / rate) : "";
        return total > 0 ? "%,d of %,d %s, %,d/s%s".formatted(done, total, what, rate, left)
                : "%,d %s, %,d/s".formatted(done, what, rate);
    }

    @Override
    public void close() {
        if (told && isTerminal) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }
}
