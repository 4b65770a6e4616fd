package org.saldo.store.reconciliation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.saldo.store.BatchKind;
import org.saldo.store.intake.Watermarks;

/** What came in since cash application has last looked at all of a company's receipts. */
final class News {

    private final String mark;

    News(String company) {
        this.mark = "second-look/" + company;
    }

    /** What became known after this was not seen yet. */
    Instant since(Handle handle) {
        return Watermarks.of(handle, mark).map(Instant::parse).orElse(Instant.EPOCH);
    }

    boolean isAny(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM batch WHERE known_at > :since AND kind = :intake")
                .bind("since", since(handle).atOffset(ZoneOffset.UTC)).bind("intake", BatchKind.INTAKE.name())
                .mapTo(Long.class).one() > 0;
    }

    /** All that was known at {@code until} was seen. */
    void wasSeen(Handle handle, Instant until) {
        Watermarks.move(handle, mark, until.toString());
    }
}
