package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Debt;
import org.saldo.dunning.FinalNotice;
import org.saldo.store.CustomerRange;

/**
 * What was said to customers before and still counts: by open item its highest level and its final notice, by customer the
 * day of the last reminder. Whether a reminder counts is asked once, not for each of its lines: who never pays has many.
 */
final class SaidBefore {

    private final Map<Long, LocalDate> counting = new HashMap<>();
    private final Map<String, LocalDate> last = new HashMap<>();
    private final Map<Long, Integer> levels = new HashMap<>();
    private final Map<Long, FinalNotice> finals = new HashMap<>();

    private SaidBefore() {
    }

    static SaidBefore read(Handle handle, CustomerRange range) {
        SaidBefore said = new SaidBefore();
        said.readReminders(handle, range);
        if (!said.counting.isEmpty()) {
            said.readLines(handle, range);
        }
        return said;
    }

    /** The highest level of an open item that was said and neither withdrawn nor undeliverable. */
    Optional<Integer> level(long itemId) {
        return Optional.ofNullable(levels.get(itemId));
    }

    Map<Long, FinalNotice> finals(List<Debt> owed) {
        Map<Long, FinalNotice> own = new HashMap<>();
        owed.stream().filter(debt -> finals.containsKey(debt.itemId()))
                .forEach(debt -> own.put(debt.itemId(), finals.get(debt.itemId())));
        return own;
    }

    /**
     * The day of a customer's last reminder that was not withdrawn: an undeliverable one keeps the pace too, unless its address
     * was marked, for then the next one goes elsewhere.
     */
    Optional<LocalDate> lastReminded(String number) {
        return Optional.ofNullable(last.get(number));
    }

    private void readReminders(Handle handle, CustomerRange range) {
        range.bind(handle.createQuery("""
                        SELECT r.reminder_id, r.customer_id, r.reminded_on,
                            CASE WHEN m.state IN ('FAILED', 'BOUNCED', 'CANCELLED') THEN 1 ELSE 0 END,
                            CASE WHEN m.state IN ('FAILED', 'BOUNCED') AND EXISTS (SELECT 1 FROM address_mark k
                                JOIN batch kb ON kb.batch_id = k.batch_id WHERE k.business_key = r.business_key
                                AND kb.known_at IS NOT NULL AND k.usable = FALSE) THEN 1 ELSE 0 END
                        FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                            LEFT JOIN mail m ON m.business_key = r.business_key
                            LEFT JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
                            LEFT JOIN batch wb ON wb.batch_id = w.batch_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company
                            AND r.customer_id >= :first AND r.customer_id <= :last AND wb.known_at IS NULL"""))
                .map((row, context) -> {
                    LocalDate day = row.getObject(3, LocalDate.class);
                    if (row.getInt(4) == 0) {
                        counting.put(row.getLong(1), day);
                    }
                    return row.getInt(5) == 1 ? day : last.merge(row.getString(2), day, (one, other) -> one.isAfter(other)
                            ? one : other);
                }).list();
    }

    private void readLines(Handle handle, CustomerRange range) {
        range.bind(handle.createQuery("""
                        SELECT i.item_id, i.dunning_level, i.reminder_id, i.last_day
                        FROM open_item o JOIN reminder_item i ON i.item_id = o.item_id
                        WHERE o.company = :company AND o.credit = FALSE
                            AND o.customer_id >= :first AND o.customer_id <= :last"""))
                .map((row, context) -> {
                    LocalDate day = counting.get(row.getLong(3));
                    if (day != null) {
                        levels.merge(row.getLong(1), row.getInt(2), Math::max);
                        LocalDate lastDay = row.getObject(4, LocalDate.class);
                        if (lastDay != null) {
                            finals.merge(row.getLong(1), new FinalNotice(day, lastDay), SaidBefore::earliest);
                        }
                    }
                    return day;
                }).list();
    }

    private static FinalNotice earliest(FinalNotice one, FinalNotice other) {
        return new FinalNotice(earlier(one.said(), other.said()), earlier(one.lastDay(), other.lastDay()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
