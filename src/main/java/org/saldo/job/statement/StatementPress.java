package org.saldo.job.statement;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.saldo.delivery.pdf.StatementPdf;

/** Draws statements on as many threads as there are processors, each with typefaces of its own, and gives them back in order. */
final class StatementPress {

    private static final int THREADS_MOST = 4;

    private final ConcurrentLinkedQueue<StatementPdf> idle = new ConcurrentLinkedQueue<>();
    private final List<Path> fonts;

    /** @param fonts added to those of the house */
    StatementPress(List<Path> fonts) {
        this.fonts = fonts;
    }

    /** Work for one run: what was handed in is drawn while the caller does something else. */
    final class Shift implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(THREADS_MOST, Runtime.getRuntime().availableProcessors()), work -> {
                    Thread thread = new Thread(work, "statements");
                    thread.setDaemon(true);
                    return thread;
                });

        /** Begins to draw, in the order given. */
        <T, R> List<Future<R>> begin(List<T> work, BiFunction<StatementPdf, T, R> draw) {
            return work.stream().map(each -> threads.submit(() -> drawn(each, draw))).toList();
        }

        /** Does something else beside. */
        <R> Future<R> beside(Callable<R> work) {
            return threads.submit(work);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    Shift shift() {
        return new Shift();
    }

    /** Draws at once, on the caller's thread. */
    <R> R draw(Function<StatementPdf, R> draw) {
        return drawn(draw, (pdf, work) -> work.apply(pdf));
    }

    private <T, R> R drawn(T work, BiFunction<StatementPdf, T, R> draw) {
        StatementPdf taken = idle.poll();
        StatementPdf pdf = taken == null ? new StatementPdf(fonts) : taken;
        try {
            return draw.apply(pdf, work);
        } finally {
            idle.add(pdf);
        }
    }

    /** What came of it, waited for; what it threw is thrown on. */
    static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while statements were drawn", interrupted);
        }
    }
}
