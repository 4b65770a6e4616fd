package org.saldo.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Incentives;
import org.saldo.dunning.Reminder;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.CustomerId;

/** Discounts that notices have offered, as far as those went out or still wait: withdrawn and returned ones offer nothing. */
public final class DiscountOffers {

    private static final String STANDING = """
            FROM discount_offer f JOIN batch b ON b.batch_id = f.batch_id LEFT JOIN mail m ON m.business_key = f.business_key
            WHERE b.known_at IS NOT NULL AND f.company = :company
                AND (m.state IS NULL OR m.state NOT IN ('FAILED', 'BOUNCED', 'CANCELLED'))
            """;

    private DiscountOffers() {
    }

    /** Keeps what a notice offers for the first time. */
    public static void add(Batch batch, Reminder reminder, String businessKey) {
        CustomerId customer = reminder.customer().id();
        reminder.incentives().offers().stream().filter(Incentives.Offer::isNew).forEach(offer -> batch.add(
                Table.DISCOUNT_OFFER, customer.company(), customer.number(), offer.item(), offer.terms().percent(),
                offer.terms().until(), businessKey));
    }

    /** All that a company has offered, by item; the latest counts. */
    public static Map<Long, CashDiscount> of(Handle handle, String company) {
        Map<Long, CashDiscount> offers = new HashMap<>();
        handle.createQuery("SELECT f.item_id, f.percent, f.until_day " + STANDING + " ORDER BY f.offer_id")
                .bind("company", company)
                .map((row, context) -> offers.put(row.getLong(1), new CashDiscount(row.getBigDecimal(2),
                        row.getObject(3, LocalDate.class)))).list();
        return offers;
    }

    /** What was offered to these customers and can still be earned, by customer and item, added to {@code terms}. */
    public static void addTo(Handle handle, CustomerRange range, LocalDate day, Map<String, Map<Long, Incentives.Terms>> terms) {
        range.bind(handle.createQuery("SELECT f.customer_id, f.item_id, f.percent, f.until_day " + STANDING + " AND"
                        + " f.customer_id >= :first AND f.customer_id <= :last AND f.until_day >= :today ORDER BY f.offer_id"))
                .bind("today", day)
                .map((row, context) -> terms.computeIfAbsent(row.getString(1), any -> new HashMap<>()).put(row.getLong(2),
                        new Incentives.Terms(row.getBigDecimal(3), row.getObject(4, LocalDate.class), true))).list();
    }
}
