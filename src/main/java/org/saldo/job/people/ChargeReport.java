package org.saldo.job.people;

import java.util.List;
import org.saldo.dunning.interest.Charge;
import org.saldo.ledger.CustomerId;

/**
 * What was charged for paying late, or with {@code dryRun} would be.
 *
 * @param elsewhere another process is charging; nothing was done
 * @param notes     who was left out for a reason that somebody must see to, in words
 */
public record ChargeReport(boolean dryRun, boolean elsewhere, List<Charged> charged, List<String> notes) {

    /** What one customer was charged in one currency; {@code documents} are the numbers, empty when nothing was written. */
    public record Charged(CustomerId customer, Charge charge, List<String> documents) {

        public Charged {
            documents = List.copyOf(documents);
        }
    }

    public ChargeReport {
        charged = List.copyOf(charged);
        notes = List.copyOf(notes);
    }
}
