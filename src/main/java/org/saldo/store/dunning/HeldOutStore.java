package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.dunning.Reminder.Line;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/** From which reminders customers were held out by lot. */
public final class HeldOutStore {

    private final Ledger ledger;

    public HeldOutStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Since when the customer is held out from being told of an item at a level, by item and level. */
    public Map<Key, LocalDate> since(CustomerId customer) {
        return ledger.database().jdbi().withHandle(handle -> {
            Map<Key, LocalDate> since = new HashMap<>();
            handle.createQuery("""
                            SELECT h.item_id, h.dunning_level, h.held_on
                            FROM held_out_item h JOIN batch b ON b.batch_id = h.batch_id
                            WHERE b.known_at IS NOT NULL AND h.company = :company AND h.customer_id = :customer""")
                    .bind("company", customer.company()).bind("customer", customer.number())
                    .map((row, context) -> since.put(new Key(row.getLong(1), row.getInt(2)),
                            row.getObject(3, LocalDate.class))).list();
            return since;
        });
    }

    /** An item at a level. */
    public record Key(long itemId, int level) {

        public static Key of(Line line) {
            return new Key(line.debt().itemId(), line.level());
        }
    }

    /** The customer would have been told of these on the day. */
    public void add(Batch batch, CustomerId customer, LocalDate day, List<Line> lines) {
        for (Line line : lines) {
            Money asked = line.debt().open().minus(line.excluded());
            batch.add(Table.HELD_OUT_ITEM, customer.company(), customer.number(), line.debt().itemId(), line.level(), day,
                    asked.currency().getCurrencyCode(), asked.toDecimal());
        }
    }
}
