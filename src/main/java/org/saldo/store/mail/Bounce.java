package org.saldo.store.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.delivery.RefusedAddress;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;

/** A mail of ours that came back from one of its recipients. */
record Bounce(Batch batch, long mail, CustomerId customer, String businessKey, List<String> recipients, String recipient,
        String status) {

    /** Empty when no mail of ours has this Message-ID. */
    static Optional<Bounce> of(Batch batch, String messageId, String recipient, String status) {
        return batch.handle().createQuery("""
                        SELECT mail_id, company, customer_id, business_key, recipients FROM mail WHERE message_id = :id""")
                .bind("id", messageId).map((row, context) -> {
                    List<String> recipients = Arrays.asList(row.getString(5).toLowerCase(Locale.ROOT).split(", "));
                    String named = recipient.strip().toLowerCase(Locale.ROOT);
                    return new Bounce(batch, row.getLong(1), row.getString(3).isEmpty() ? null
                            : new CustomerId(row.getString(2), row.getString(3)), row.getString(4), recipients,
                            recipients.contains(named) || recipients.size() > 1 ? named : recipients.get(0), status);
                }).findFirst();
    }

    /**
     * Marks the address when it takes no mail; the mail came back when none of its recipients is left. What came back had
     * left, also where the sender did not come to know it.
     */
    boolean take() {
        boolean marked = customer != null && recipients.contains(recipient) && RefusedAddress.isGone(status);
        if (marked && !lost().contains(recipient)) {
            AddressMarks.add(batch, customer, recipient, false, businessKey, recipient + " came back: " + status);
            batch.flush();
        }
        boolean nobody = recipients.size() == 1 || lost().containsAll(recipients);
        boolean back = nobody && Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail, MailState.BOUNCED,
                "state IN ('ACCEPTED', 'IN_DOUBT', 'SENDING')", batch.actor(), recipient + ": " + status), batch.startedAt());
        return marked || back;
    }

    /** The recipients of this mail that were marked by it. */
    private Set<String> lost() {
        return batch.handle().createQuery("SELECT address FROM address_mark WHERE business_key = :key AND usable = FALSE")
                .bind("key", businessKey).mapTo(String.class).stream().collect(Collectors.toSet());
    }
}
