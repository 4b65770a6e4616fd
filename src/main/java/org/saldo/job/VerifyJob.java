package org.saldo.job;

import java.util.function.LongConsumer;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/**
 * Recomputes what the ledger promises from its rows, while other work goes on. Nothing is changed; what to do about a
 * breach stands beside it.
 */
public final class VerifyJob {

    private final VerifyStore store;

    public VerifyJob(VerifyStore store) {
        this.store = store;
    }

    public VerifyReport run() {
        return run(read -> { });
    }

    /** @param progress is told, every few thousand rows, how many of {@link #rowsToRead()} have been read */
    public VerifyReport run(LongConsumer progress) {
        return store.verify(progress);
    }

    public long rowsToRead() {
        return store.rowsToRead();
    }
}
