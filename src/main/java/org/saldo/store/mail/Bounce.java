package org.saldo.store.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.RefusedAddress;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;

/**
 * A mail of ours that came back from one of its readers.
 *
 * @param ofCopy it came back from a reader of the house, and says nothing of the customer's addresses
 */
record Bounce(Batch batch, long mail, CustomerId customer, String businessKey, List<String> recipients, String recipient,
        boolean ofCopy, String status) {

    private static final String CAME_BACK = " came back: ";

    /** Empty when no mail of ours has this Message-ID. */
    static Optional<Bounce> of(Batch batch, String messageId, String recipient, String status) {
        return batch.handle().createQuery("""
                        SELECT mail_id, company, customer_id, business_key, recipients, copies
                        FROM mail WHERE message_id = :id""")
                .bind("id", messageId).map((row, context) -> {
                    List<String> recipients = MailAddress.split(row.getString(5).toLowerCase(Locale.ROOT));
                    String named = recipient.strip().toLowerCase(Locale.ROOT);
                    boolean ofCopy = isOfCopy(named, recipients, MailAddress.split(row.getString(6).toLowerCase(Locale.ROOT)));
                    return new Bounce(batch, row.getLong(1), row.getString(3).isEmpty() ? null
                            : new CustomerId(row.getString(2), row.getString(3)), row.getString(4), recipients,
                            ofCopy || recipients.contains(named) || recipients.size() > 1 ? named : recipients.get(0),
                            ofCopy, status);
                }).findFirst();
    }

    /** A server may name an address to which it passed the mail on: then its domain tells whose it is. */
    private static boolean isOfCopy(String named, List<String> recipients, List<String> copies) {
        String domain = named.substring(named.lastIndexOf('@') + 1);
        return !recipients.contains(named) && (copies.contains(named)
                || !domain.isEmpty() && copies.stream().anyMatch(copy -> copy.endsWith("@" + domain))
                && recipients.stream().noneMatch(own -> own.endsWith("@" + domain)));
    }

    /**
     * Marks the address when it takes no mail; the mail came back when none of its recipients is left. What came back had
     * left, also where the sender did not come to know it.
     */
    boolean take() {
        if (ofCopy) {
            return Outbox.note(batch.handle(), batch.nextRowId(), mail, batch.actor(),
                    "the copy for " + recipient + " came back: " + status, batch.startedAt());
        }
        boolean marked = customer != null && recipients.contains(recipient) && RefusedAddress.isGone(status);
        if (marked && !lost().contains(recipient)) {
            AddressMarks.add(batch, customer, recipient, false, businessKey, recipient + CAME_BACK + status);
            batch.flush();
        }
        boolean noted = recipients.size() > 1 && recipients.contains(recipient) && !lost().contains(recipient)
                && Outbox.note(batch.handle(), batch.nextRowId(), mail, batch.actor(), recipient + CAME_BACK + status,
                        batch.startedAt());
        boolean nobody = recipients.size() == 1 || lost().containsAll(recipients);
        boolean back = nobody && Outbox.move(batch.handle(), batch.nextRowId(), new Outbox.Step(mail, MailState.BOUNCED,
                "state IN ('ACCEPTED', 'IN_DOUBT', 'SENDING')", batch.actor(), recipient + ": " + status), batch.startedAt());
        return marked || noted || back;
    }

    /** The recipients whom this mail did not reach: marked by it, or noted where only this mail was not taken. */
    private Set<String> lost() {
        Set<String> lost = batch.handle().createQuery(
                        "SELECT address FROM address_mark WHERE business_key = :key AND usable = FALSE")
                .bind("key", businessKey).mapTo(String.class).stream().collect(Collectors.toSet());
        List<String> said = batch.handle().createQuery("SELECT detail FROM mail_event WHERE mail_id = :mail")
                .bind("mail", mail).mapTo(String.class).list();
        recipients.stream().filter(each -> said.stream().anyMatch(detail -> detail.startsWith(each + CAME_BACK)))
                .forEach(lost::add);
        return lost;
    }
}
