package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.Charge;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Table;

/** What reminders have told their customers that they cost. */
public final class ReminderFees {

    /** Under which charges of fees are kept. */
    static final String KIND = "REMINDER_FEE";

    private ReminderFees() {
    }

    /** Keeps what a reminder tells of its fee, in the transaction of its decision. */
    public static void add(Batch batch, Reminder reminder, String businessKey, InterestNotice notice) {
        CustomerId customer = reminder.customer().id();
        notice.sums().forEach(sum -> sum.fee().ifPresent(fee -> batch.add(Table.REMINDER_FEE, customer.company(),
                customer.number(), businessKey, fee.itemId(), reminder.day(), reminder.level(),
                fee.amount().currency().getCurrencyCode(), fee.amount().toDecimal(), sum.law())));
    }

    /**
     * The fees of a customer's reminders that left and came back from nobody: by mail that a server took, or on paper that
     * lies where it is printed. Without those that a document charges which was not voided.
     */
    public static List<Charge.OfReminder> uncharged(Batch batch, CustomerId customer) {
        return batch.handle().createQuery("""
                        SELECT f.item_id, d.document_number, d.instalment, f.reminded_on, f.currency, f.amount, f.law
                        FROM reminder_fee f JOIN batch b ON b.batch_id = f.batch_id JOIN document d ON d.item_id = f.item_id
                            LEFT JOIN mail m ON m.business_key = f.business_key
                        WHERE b.known_at IS NOT NULL AND f.company = :company AND f.customer_id = :customer
                            AND (m.state = 'ACCEPTED' OR m.state IS NULL AND EXISTS (SELECT 1 FROM reminder_letter l
                                JOIN letter_put p ON p.letter_id = l.letter_id WHERE l.business_key = f.business_key))
                            AND NOT EXISTS (SELECT 1 FROM reminder r JOIN reminder_withdrawal w
                                ON w.reminder_id = r.reminder_id JOIN batch wb ON wb.batch_id = w.batch_id
                                WHERE r.business_key = f.business_key AND wb.known_at IS NOT NULL)
                            AND NOT EXISTS (SELECT 1 FROM interest_charge i JOIN batch ib ON ib.batch_id = i.batch_id
                                WHERE i.item_id = f.item_id AND i.kind = :kind AND i.first_day = f.reminded_on
                                AND ib.known_at IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id
                                    WHERE c.item_id = i.document_item_id AND cb.known_at IS NOT NULL
                                    AND NOT (c.reverses IS NOT NULL)))
                        ORDER BY f.fee_id""")
                .bind("company", customer.company()).bind("customer", customer.number()).bind("kind", KIND)
                .map((row, context) -> new Charge.OfReminder(row.getLong(1), Columns.itemLabel(row.getString(2), row.getInt(3)),
                        row.getObject(4, LocalDate.class), Money.of(Currency.getInstance(row.getString(5)),
                        row.getBigDecimal(6)), row.getString(7))).list();
    }
}
