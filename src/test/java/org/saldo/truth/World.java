package org.saldo.truth;

import java.time.LocalDate;
import java.util.List;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;

/** A made-up company's records with what its receipts really pay. The same style, seed and size give the same world. */
record World(String name, List<Customer> customers, List<Document> documents, List<Receipt> receipts, List<Advice> advices,
             List<Truth> truths) {

    /** A remittance advice, all lines of one id, and the day on which it came. */
    record Advice(LocalDate arrives, List<RemittanceLine> lines) {
    }

    List<RemittanceLine> adviceLines() {
        return advices.stream().flatMap(advice -> advice.lines().stream()).toList();
    }
}
