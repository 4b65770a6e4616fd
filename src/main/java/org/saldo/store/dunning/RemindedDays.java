package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.CompanyReminders.Reminded;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.InList;

/** Who was reminded on a day, from the ledger's rows: what finance is told does not hang on the run that wrote them. */
public final class RemindedDays {

    /** Looked through first: all that was ever said becomes more every day. */
    private static final int USUALLY_WITHIN = 14;
    private static final int YEARS_AT_MOST = 100;

    /** {@code lastId} names this state of the day: it rises with each reminder, and is 0 without any. */
    public record Day(long lastId, List<Reminded> reminded) {
    }

    private record Section(long id, String key, String customer, int level, Money asked, boolean withdrawn) {
    }

    private RemindedDays() {
    }

    /**
     * The company's reminders of a day as of this batch, without names; one that was withdrawn counts for the id only, and one
     * in whose place another went to the next contact too.
     */
    public static Day of(Batch batch, String company, LocalDate day) {
        batch.flush();
        Map<String, String> latest = new HashMap<>();
        Map<String, Reminded> reminded = new LinkedHashMap<>();
        long last = 0;
        for (Section section : sections(batch, company, day)) {
            last = Math.max(last, section.id());
            if (!section.withdrawn()) {
                Reminded one = new Reminded(new CustomerId(company, section.customer()), "", section.level(),
                        List.of(section.asked()));
                boolean sameMail = section.key().equals(latest.put(section.customer(), section.key()));
                reminded.merge(section.customer(), one, sameMail ? RemindedDays::together : (earlier, later) -> later);
            }
        }
        return new Day(last, List.copyOf(reminded.values()));
    }

    /** The latest day before this one on which anybody of the company was reminded. */
    public static Optional<LocalDate> before(Batch batch, String company, LocalDate day) {
        return before(batch, company, day, day.minusDays(USUALLY_WITHIN))
                .or(() -> before(batch, company, day, day.minusYears(YEARS_AT_MOST)));
    }

    private static Optional<LocalDate> before(Batch batch, String company, LocalDate day, LocalDate since) {
        return Optional.ofNullable(batch.handle().createQuery("""
                        SELECT MAX(r.reminded_on) FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.reminded_on < :today
                            AND r.reminded_on >= :since""")
                .bind("company", company).bind("today", day).bind("since", since)
                .map((row, context) -> row.getObject(1, LocalDate.class)).one());
    }

    private static List<Section> sections(Batch batch, String company, LocalDate day) {
        return batch.handle().createQuery("""
                        SELECT r.reminder_id, r.customer_id, r.dunning_level, r.currency, r.overdue_amount, r.covered_amount,
                            w.withdrawal_id, r.business_key,
                            COALESCE((SELECT SUM(i.excluded_amount) FROM reminder_item i
                                WHERE i.reminder_id = r.reminder_id), 0)
                        FROM reminder r JOIN batch b ON b.batch_id = r.batch_id
                            LEFT JOIN reminder_withdrawal w ON w.reminder_id = r.reminder_id
                        WHERE b.known_at IS NOT NULL AND r.company = :company AND r.reminded_on = :today
                        ORDER BY r.reminder_id""")
                .bind("company", company).bind("today", day)
                .map((row, context) -> {
                    Currency currency = Currency.getInstance(row.getString(4));
                    Money asked = Money.of(currency, row.getBigDecimal(5)).minus(Money.of(currency, row.getBigDecimal(6)))
                            .minus(Money.of(currency, row.getBigDecimal(9)));
                    return new Section(row.getLong(1), row.getString(8), row.getString(2), row.getInt(3), asked,
                            row.getObject(7) != null);
                }).list();
    }

    /** What these customers are called by their latest master data; each is asked for by its key, which both databases find. */
    static Map<String, String> names(Batch batch, String company, List<String> numbers) {
        Map<String, String> names = new HashMap<>();
        InList.pairs(batch.handle().getConnection(), """
                SELECT c.customer_id, c.name FROM customer c JOIN batch b ON b.batch_id = c.batch_id
                WHERE c.company = ? AND c.customer_id = ? AND b.known_at IS NOT NULL ORDER BY c.row_id""", company, numbers,
                row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    private static Reminded together(Reminded one, Reminded other) {
        List<Money> asked = new ArrayList<>(one.asked());
        asked.addAll(other.asked());
        return new Reminded(one.customer(), one.name(), Math.max(one.level(), other.level()), asked);
    }
}
