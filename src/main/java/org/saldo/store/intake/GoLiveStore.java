package org.saldo.store.intake;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/**
 * Whether a company's opening items are the ERP's balance. The opening position is what was open on opening documents (a
 * void one does not count) less the unapplied credits that came with them; the ERP's balance is the company's control
 * balance of the earliest day that was fed in, all accounts added up (or all its customers', where it gave no total).
 * Until both are equal in every currency, or a person has released just this difference, nothing leaves the house for
 * the company.
 */
public final class GoLiveStore {

    private static final String OPENING = """
            SELECT d.currency, SUM(CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -d.open_at_start ELSE d.open_at_start END)
            FROM document d JOIN batch b ON b.batch_id = d.batch_id
            WHERE b.known_at IS NOT NULL AND d.company = :company AND d.opening_level IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id
                WHERE c.item_id = d.item_id AND NOT (c.reverses IS NOT NULL) AND cb.known_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM cancellation u JOIN batch ub ON ub.batch_id = u.batch_id
                    WHERE u.reverses = c.cancellation_id AND ub.known_at IS NOT NULL))
            GROUP BY d.currency""";

    private static final String CREDITS = """
            SELECT r.currency, -SUM(r.amount) FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE b.known_at IS NOT NULL AND r.company = :company AND r.opening = TRUE GROUP BY r.currency""";

    private static final String CONTROLS = """
            SELECT c.as_of, c.currency, c.customer_id, c.account, c.balance
            FROM control_balance c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
            WHERE c.company = :company ORDER BY c.control_id""";

    private static final String RELEASES = """
            SELECT g.currency, g.difference FROM go_live_release g JOIN batch b ON b.batch_id = g.batch_id
            WHERE b.known_at IS NOT NULL AND g.company = :company ORDER BY g.release_id""";

    /** The opening position against the ERP's balance in one currency; without a control balance that is empty. */
    public record Difference(Money opening, Optional<Money> control, boolean released) {

        /** What the opening position is more than the ERP's balance. */
        public Money amount() {
            return control.map(opening::minus).orElse(opening);
        }

        /** Whether it stops what would leave the house. */
        public boolean stops() {
            return !released && (control.isEmpty() || !amount().isZero());
        }

        @Override
        public String toString() {
            return "opening items " + opening + ", ERP " + control.map(balance -> balance + ", apart by " + amount())
                    .orElse("gave no control balance") + (released ? ", difference released" : "");
        }
    }

    private final Ledger ledger;

    public GoLiveStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Why nothing may leave the house for this company; empty when it may. */
    public Optional<Words> blocked(String company) {
        List<Words> stops = differences(company).stream().filter(Difference::stops).map(each -> each.control()
                .map(balance -> Words.of(DunningWord.OPENING_APART, each.opening(), balance, each.amount()))
                .orElseGet(() -> Words.of(DunningWord.OPENING_ALONE, each.opening()))).toList();
        return stops.isEmpty() ? Optional.empty() : Optional.of(Words.of(DunningWord.NOT_LIVE, company, stops));
    }

    /** Every currency in which the company has opening items, with what stops it or not; empty when it never went live so. */
    public List<Difference> differences(String company) {
        return ledger.database().jdbi().withHandle(handle -> differences(handle, company));
    }

    /** The same, within the transaction of a decision. */
    public List<Difference> differences(Batch batch, String company) {
        return differences(batch.handle(), company);
    }

    private static List<Difference> differences(Handle handle, String company) {
        Map<String, BigDecimal> opening = new TreeMap<>();
        add(handle, OPENING, company, opening);
        add(handle, CREDITS, company, opening);
        Map<String, BigDecimal> controls = controls(handle, company);
        Map<String, BigDecimal> releases = new TreeMap<>();
        rows(handle, RELEASES, company, row -> releases.put(row.getString(1), row.getBigDecimal(2)));
        return opening.entrySet().stream().map(entry -> {
            Currency currency = Currency.getInstance(entry.getKey());
            Optional<Money> control = Optional.ofNullable(controls.get(entry.getKey())).map(sum -> Money.of(currency, sum));
            Difference open = new Difference(Money.of(currency, entry.getValue()), control, false);
            BigDecimal released = releases.get(entry.getKey());
            return new Difference(open.opening(), control,
                    released != null && Money.of(currency, released).equals(open.amount()));
        }).toList();
    }

    /** A person accepts the difference in its currency. */
    public void release(Batch batch, Decider who, String company, Difference difference) {
        Money amount = difference.amount();
        batch.add(Table.GO_LIVE_RELEASE, company, amount.currency().getCurrencyCode(), amount.toDecimal(), who.reason(),
                who.person());
    }

    /** What makes a control balance the same again; a later row replaces an earlier one. */
    private record Control(LocalDate asOf, String currency, String customer, String account) {
    }

    /** Of the earliest day in each currency: the balance of the whole company, or of its customers when it gave no total. */
    private static Map<String, BigDecimal> controls(Handle handle, String company) {
        Map<Control, BigDecimal> latest = new LinkedHashMap<>();
        Map<String, LocalDate> earliest = new HashMap<>();
        rows(handle, CONTROLS, company, row -> {
            Control control = new Control(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3),
                    row.getString(4));
            latest.put(control, row.getBigDecimal(5));
            earliest.merge(control.currency(), control.asOf(), (one, other) -> one.isBefore(other) ? one : other);
        });
        latest.keySet().removeIf(control -> !control.asOf().equals(earliest.get(control.currency())));
        Set<String> withTotal = latest.keySet().stream().filter(control -> control.customer().isEmpty())
                .map(Control::currency).collect(Collectors.toSet());
        Map<String, BigDecimal> sums = new TreeMap<>();
        latest.forEach((control, balance) -> {
            if (control.customer().isEmpty() || !withTotal.contains(control.currency())) {
                sums.merge(control.currency(), balance, BigDecimal::add);
            }
        });
        return sums;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void add(Handle handle, String sql, String company, Map<String, BigDecimal> sums) {
        rows(handle, sql, company, row -> sums.merge(row.getString(1), row.getBigDecimal(2), BigDecimal::add));
    }

    private static void rows(Handle handle, String sql, String company, RowReader reader) {
        handle.createQuery(sql).bind("company", company).map((row, context) -> {
            reader.read(row);
            return true;
        }).list();
    }
}
