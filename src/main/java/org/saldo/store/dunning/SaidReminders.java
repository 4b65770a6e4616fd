package org.saldo.store.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Debt;
import org.saldo.dunning.Reminder;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.KeyList;

/** Reads reminders as they were decided, with a fixed number of queries. */
final class SaidReminders {

    private SaidReminders() {
    }

    /** A row of a reminder: what was said in one currency. */
    private record Said(long id, String key, CustomerId customer, LocalDate day, int level, Money credited,
            List<Reminder.Line> lines) {

        Reminder.Section section() {
            return new Reminder.Section(credited.currency(), level, lines, credited, credited, List.of());
        }
    }

    /** By business key; those without a reminder are not among them. */
    static Map<String, Reminder> of(Handle handle, List<String> keys, Function<CustomerId, Customer> customers) {
        Map<Long, Said> sections = sections(handle, keys);
        if (sections.isEmpty()) {
            return Map.of();
        }
        lines(handle, keys, sections);
        Map<String, List<Said>> byKey = new LinkedHashMap<>();
        sections.values().forEach(each -> byKey.computeIfAbsent(each.key(), any -> new ArrayList<>()).add(each));
        Map<String, Reminder> said = new LinkedHashMap<>();
        byKey.forEach((key, of) -> said.put(key, new Reminder(customers.apply(of.get(0).customer()), of.get(0).day(),
                of.stream().mapToInt(Said::level).max().orElseThrow(), of.stream().map(Said::section).toList())));
        return said;
    }

    private static Map<Long, Said> sections(Handle handle, List<String> keys) {
        Map<Long, Said> sections = new LinkedHashMap<>();
        KeyList.query(handle, """
                        SELECT r.reminder_id, r.business_key, r.company, r.customer_id, r.reminded_on, r.dunning_level,
                            r.currency, r.covered_amount
                        FROM {keys} JOIN reminder r ON r.business_key = n.sought JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL ORDER BY r.reminder_id""", keys)
                .map((row, context) -> sections.put(row.getLong(1), new Said(row.getLong(1), row.getString(2),
                        new CustomerId(row.getString(3), row.getString(4)), row.getObject(5, LocalDate.class), row.getInt(6),
                        Money.of(Currency.getInstance(row.getString(7)), row.getBigDecimal(8)), new ArrayList<>()))).list();
        return sections;
    }

    private static void lines(Handle handle, List<String> keys, Map<Long, Said> sections) {
        KeyList.query(handle, """
                        SELECT i.reminder_id, i.item_id, d.document_number, d.instalment, d.issue_date, d.due_date, d.amount,
                            i.open_amount, i.dunning_level, i.days_overdue, i.excluded_amount
                        FROM {keys} JOIN reminder r ON r.business_key = n.sought
                            JOIN reminder_item i ON i.reminder_id = r.reminder_id JOIN document d ON d.item_id = i.item_id
                        ORDER BY i.reminder_item_id""", keys)
                .map((row, context) -> {
                    Said section = sections.get(row.getLong(1));
                    return section != null && section.lines().add(line(row, section.credited().currency()));
                }).list();
    }

    private static Reminder.Line line(ResultSet row, Currency currency) throws SQLException {
        return new Reminder.Line(new Debt(row.getLong(2), Columns.itemLabel(row.getString(3), row.getInt(4)),
                row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), Money.of(currency, row.getBigDecimal(7)),
                Money.of(currency, row.getBigDecimal(8)), row.getInt(9), Optional.empty()), row.getInt(9), row.getLong(10),
                Money.of(currency, row.getBigDecimal(11)));
    }
}
