package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.LateItem;
import org.saldo.dunning.interest.OpenByDay;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.InList;

/** Items as interest sees them: what was open of each at the end of each day, and when it was first reminded of. */
public final class LateItems {

    private LateItems() {
    }

    /** What is known of an item beside its amounts; {@code due} is the day in force. */
    public record Head(String document, LocalDate due) {
    }

    /** The items of the reminders, by id, as the ledger stands in the batch's transaction. */
    public static Map<Long, LateItem> of(Batch batch, List<Reminder> reminders) {
        Map<Long, Head> heads = new TreeMap<>();
        reminders.stream().flatMap(reminder -> reminder.sections().stream())
                .flatMap(section -> section.lines().stream()).map(Reminder.Line::debt)
                .forEach(debt -> heads.put(debt.itemId(), new Head(debt.document(), debt.due())));
        return of(batch, heads);
    }

    public static Map<Long, LateItem> of(Batch batch, Map<Long, Head> heads) {
        Map<Long, List<OpenByDay.Settled>> settled = settled(batch, heads.keySet());
        Map<Long, Money> atStart = atStart(batch, heads.keySet());
        Map<Long, LocalDate> reminded = firstReminders(batch, heads.keySet());
        Map<Long, LateItem.Charged> charged = ChargeStore.charged(batch, heads.keySet());
        Map<Long, LateItem> items = new TreeMap<>();
        heads.forEach((id, head) -> items.put(id, new LateItem(head.document(), head.due(),
                Optional.ofNullable(reminded.get(id)), new OpenByDay(atStart.get(id), settled.getOrDefault(id, List.of())),
                charged.getOrDefault(id, LateItem.Charged.NOTHING))));
        return items;
    }

    /** Without what may be kept back, which is not late; what was charged for paying late bears nothing at all. */
    private static Map<Long, Money> atStart(Batch batch, Collection<Long> ids) {
        Map<Long, Money> amounts = new HashMap<>();
        InList.query(batch.handle().getConnection(), """
                        SELECT d.item_id, d.currency, CASE WHEN d.document_type IN ('INTEREST', 'FEE') THEN 0
                            ELSE d.open_at_start - COALESCE(d.retention_amount, 0) END
                        FROM document d JOIN batch b ON b.batch_id = d.batch_id
                        WHERE b.known_at IS NOT NULL AND d.item_id IN (<keys>)""", ids,
                row -> amounts.put(row.getLong(1), Money.of(Currency.getInstance(row.getString(2)), row.getBigDecimal(3))));
        return amounts;
    }

    private static Map<Long, List<OpenByDay.Settled>> settled(Batch batch, Collection<Long> ids) {
        Map<Long, List<OpenByDay.Settled>> settled = new HashMap<>();
        InList.query(batch.handle().getConnection(), """
                        SELECT a.item_id, a.effective_on, a.currency, a.amount FROM allocation a
                            JOIN batch b ON b.batch_id = a.batch_id
                        WHERE b.known_at IS NOT NULL AND a.item_id IN (<keys>)""", ids,
                row -> settled.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(new OpenByDay.Settled(
                        row.getObject(2, LocalDate.class),
                        Money.of(Currency.getInstance(row.getString(3)), row.getBigDecimal(4)))));
        return settled;
    }

    /** The first day on which each was reminded of by a mail that neither failed, came back nor was withdrawn. */
    private static Map<Long, LocalDate> firstReminders(Batch batch, Collection<Long> ids) {
        Map<Long, LocalDate> first = new HashMap<>();
        InList.query(batch.handle().getConnection(), """
                        SELECT i.item_id, MIN(r.reminded_on) FROM reminder_item i
                            JOIN reminder r ON r.reminder_id = i.reminder_id JOIN batch b ON b.batch_id = r.batch_id
                            LEFT JOIN mail m ON m.business_key = r.business_key
                        WHERE b.known_at IS NOT NULL AND i.item_id IN (<keys>) AND i.dunning_level >= 0
                            AND (m.state IS NULL OR m.state NOT IN ('FAILED', 'BOUNCED', 'CANCELLED'))
                            AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal w JOIN batch wb ON wb.batch_id = w.batch_id
                                WHERE w.reminder_id = r.reminder_id AND wb.known_at IS NOT NULL)
                        GROUP BY i.item_id""", ids,
                row -> first.put(row.getLong(1), row.getObject(2, LocalDate.class)));
        return first;
    }
}
