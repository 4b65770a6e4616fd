package org.saldo.store.reconciliation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The receipts that give way to what comes later and of which something came in since.
 *
 * @param byDocuments a document of the customer's that was issued by their booking date
 * @param byAdvices   an advice of the customer's
 */
public record Touched(List<Provisional> byDocuments, List<Provisional> byAdvices) {

    static final Touched NONE = new Touched(List.of(), List.of());

    List<Provisional> all() {
        return Stream.concat(byDocuments.stream(), byAdvices.stream()).distinct().toList();
    }
}
