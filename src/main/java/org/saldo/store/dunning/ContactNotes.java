package org.saldo.store.dunning;

import java.time.LocalDate;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.store.Batch;
import org.saldo.store.Table;

/** Writes what people note of their contacts with customers, and why they pay late. */
public final class ContactNotes {

    /** A contact of a person's: how, when, with whom of the customer's, and what was said. */
    public record Note(String channel, LocalDate on, String with, String words) {
    }

    /** Returns the id of the note. */
    public long add(Batch batch, Decider who, CustomerId customer, Note note) {
        return batch.add(Table.CONTACT_NOTE, customer.company(), customer.number(), note.channel(), note.on(), note.with(),
                note.words(), who.person());
    }

    /**
     * Notes why the customer, or one item of it, pays late; it takes the place of what was noted before.
     *
     * @param item   0 for all that is late of the customer
     * @param source where it comes from: a note {@code N-17}, an answer {@code T-18}
     */
    public long addLateness(Batch batch, Decider who, CustomerId customer, long item, String code, String source) {
        return batch.add(Table.LATENESS, customer.company(), customer.number(), item == 0 ? null : item, code, who.day(), source,
                who.reason(), who.person());
    }
}
