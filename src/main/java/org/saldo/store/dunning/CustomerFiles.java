package org.saldo.store.dunning;

import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.Table;

/** Keeps files of customers: contracts, documents as they were issued, proofs of delivery. The same bytes are kept once. */
public final class CustomerFiles {

    /** What a file is. */
    public enum Kind { CONTRACT, DOCUMENT, DELIVERY, OTHER }

    /** @param document which document it belongs to, as printed; empty when to none */
    public record File(Kind kind, String document, String name, byte[] bytes) {
    }

    /** Returns the id. */
    public long keep(Batch batch, Decider who, CustomerId customer, File file) {
        return batch.add(Table.CUSTOMER_FILE, customer.company(), customer.number(), file.kind().name(), file.document(),
                file.name(), Contents.put(batch, file.bytes()), who.reason(), who.person());
    }
}
