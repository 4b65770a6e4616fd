package org.saldo.store.mail;

import java.time.LocalDate;
import java.util.List;
import org.saldo.store.Ledger;

/** Customers whose reminder of a day did not reach the contact that it was written to. */
public final class CameBack {

    private CameBack() {
    }

    /** Such a customer. */
    public record Customer(String company, String number) {
    }

    /**
     * Whose mail of the day failed or bounced, with the address marked, and who was not written to again on that day. By company
     * and number.
     *
     * @param againPrefix what the business keys begin with of mails to the next contact
     */
    public static List<Customer> of(Ledger ledger, LocalDate day, String againPrefix) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT r.company, r.customer_id FROM reminder r
                            JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
                            JOIN mail m ON m.business_key = r.business_key AND m.state IN ('FAILED', 'BOUNCED')
                        WHERE r.reminded_on = :today AND EXISTS (
                                SELECT 1 FROM address_mark k JOIN batch kb ON kb.batch_id = k.batch_id
                                WHERE k.business_key = r.business_key AND kb.known_at IS NOT NULL AND k.usable = FALSE)
                            AND NOT EXISTS (SELECT 1 FROM reminder n WHERE n.company = r.company
                                AND n.customer_id = r.customer_id AND n.reminded_on = r.reminded_on
                                AND n.business_key LIKE :again)
                        ORDER BY r.company, r.customer_id""")
                .bind("today", day).bind("again", againPrefix + "%")
                .map((row, context) -> new Customer(row.getString(1), row.getString(2))).list());
    }
}
