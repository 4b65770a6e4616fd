package org.saldo.store.statement;

import java.time.Instant;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.statement.PreviousStatement;
import org.saldo.statement.StatementKey;

/** A statement that was made: its figures, and the hash under which the bytes of its PDF are kept. */
public record StatementRow(long id, StatementKey key, Instant asKnownAt, Money opening, Money closing, Money openItems,
                           Money unapplied, String pdfSha256, AgingBuckets aging) {

    PreviousStatement asPrevious() {
        return new PreviousStatement(key, closing, asKnownAt);
    }
}
