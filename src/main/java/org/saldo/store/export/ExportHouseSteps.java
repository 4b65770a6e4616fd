package org.saldo.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.export.RowSink;
import org.saldo.dunning.HouseStep;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;

/** The list of steps inside the house, a row a currency. */
final class ExportHouseSteps {

    private static final String STEPS = """
            SELECT h.*, b.known_at, i.currency, i.open_amount, i.days_overdue, i.item_id, d.document_number, d.instalment,
                e.outcome, e.ended_on, e.reason, e.decided_by, o.item_id AS still_open
            FROM house_step h JOIN batch b ON b.batch_id = h.batch_id
                JOIN house_step_item i ON i.house_step_id = h.house_step_id JOIN document d ON d.item_id = i.item_id
                LEFT JOIN (SELECT x.* FROM house_step_end x JOIN batch xb ON xb.batch_id = x.batch_id
                    WHERE xb.known_at <= :knownAt AND x.ended_on <= :day) e ON e.house_step_id = h.house_step_id
                LEFT JOIN open_item o ON o.item_id = i.item_id
            WHERE h.house_step_id > :after AND h.house_step_id <= :last AND h.taken_on <= :day
            AND b.known_at <= :knownAt AND (:company = '' OR h.company = :company)
            ORDER BY h.house_step_id, i.currency, i.house_step_item_id""";

    private final Object[] head;
    private final Object[] tail;
    private final List<String> documents = new ArrayList<>();
    private Money amount;
    private int daysOverdue;
    private boolean open;

    private ExportHouseSteps(ResultSet row) throws SQLException {
        head = new Object[] {row.getString("company"), HouseStep.label(row.getLong("house_step_id")),
            row.getString("customer_id"), row.getString("ladder"), row.getString("kind"),
            row.getObject("taken_on", LocalDate.class), row.getString("currency")};
        amount = Money.zero(Currency.getInstance(row.getString("currency")));
        tail = new Object[] {row.getString("outcome"), row.getObject("ended_on", LocalDate.class), row.getString("reason"),
            row.getString("decided_by"), Columns.instant(row, "known_at")};
    }

    static void read(LedgerRead read, LedgerRead.Range range, RowSink sink) {
        Map<String, ExportHouseSteps> steps = new LinkedHashMap<>();
        LedgerRead.forEach(read.query(STEPS, range), row -> {
            String key = row.getLong("house_step_id") + row.getString("currency");
            if (!steps.containsKey(key)) {
                steps.put(key, new ExportHouseSteps(row));
            }
            steps.get(key).add(row);
        });
        steps.values().forEach(step -> step.put(sink));
    }

    private void add(ResultSet row) throws SQLException {
        documents.add(Columns.itemLabel(row.getString("document_number"), row.getInt("instalment")));
        amount = amount.plus(Columns.money(row, "open_amount"));
        daysOverdue = Math.max(daysOverdue, row.getInt("days_overdue"));
        open |= row.getObject("still_open") != null;
    }

    private void put(RowSink sink) {
        String state = tail[0] != null ? tail[0].toString() : open ? "OPEN" : "SETTLED";
        LedgerRead.put(sink, head[0], head[1], head[2], head[3], head[4], head[5], head[6], amount.toDecimal(),
                String.join(", ", documents), daysOverdue, state, tail[1], tail[2], tail[3],
                tail[4]);
    }
}
