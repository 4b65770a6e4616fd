package org.saldo.store.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.RefusedAddress;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Batch;
import org.saldo.store.CustomerRange;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/** Which addresses of customers take no mail: a server said so, and no person has said since that they do. */
public final class AddressMarks {

    private final Ledger ledger;

    public AddressMarks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Of each customer the addresses, in lower case, that take no mail; a customer without any is missing.
     *
     * @param numbers in the database's order: what lies between is read with them
     */
    public Map<String, Set<String>> unusable(String company, List<String> numbers) {
        return ledger.database().jdbi().withHandle(handle -> unusable(handle, company, numbers));
    }

    /** The same, in the batch's transaction. */
    public static Map<String, Set<String>> unusable(Batch batch, String company, List<String> numbers) {
        return unusable(batch.handle(), company, numbers);
    }

    private static Map<String, Set<String>> unusable(Handle handle, String company, List<String> numbers) {
        Map<String, Set<String>> marked = new HashMap<>();
        CustomerRange.of(company, numbers).bind(handle.createQuery("""
                        SELECT k.customer_id, k.address, k.usable FROM address_mark k JOIN batch b ON b.batch_id = k.batch_id
                        WHERE k.company = :company AND k.customer_id >= :first AND k.customer_id <= :last
                            AND b.known_at IS NOT NULL ORDER BY k.mark_id"""))
                .map((row, context) -> {
                    Set<String> own = marked.computeIfAbsent(row.getString(1), any -> new TreeSet<>());
                    return row.getBoolean(3) ? own.remove(row.getString(2)) : own.add(row.getString(2));
                }).list();
        marked.values().removeIf(Set::isEmpty);
        return marked;
    }

    /** Notes what a server said, or a person. @param businessKey of the mail by which it came to light, or empty */
    public static void add(Batch batch, CustomerId customer, String address, boolean usable, String businessKey, String reason) {
        batch.add(Table.ADDRESS_MARK, customer.company(), customer.number(), address.toLowerCase(Locale.ROOT), usable,
                businessKey, MailEvents.shortened(reason), batch.actor());
    }

    /** Notes that a server said of these addresses, when it was offered this mail, that nothing sent there arrives. */
    static void addGone(Batch batch, DueMail mail, List<RefusedAddress> gone) {
        CustomerId customer = new CustomerId(mail.company(), mail.customer());
        gone.forEach(each -> add(batch, customer, each.address(), false, mail.businessKey(), each.reply()));
    }
}
