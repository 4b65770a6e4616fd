package org.saldo.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.saldo.money.Money;

/**
 * Whether a company that brought opening items along may send anything outside: per currency, its open items less its
 * unapplied credits of that day must equal a control balance that was fed in, or a person has accepted the difference.
 * The opening is compared as it was taken in, so that business that goes on does not change the answer.
 */
public final class GoLiveStore {

    private static final String OPENING_FILES = """
            SELECT COUNT(*) FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id AND b.known_at IS NOT NULL
            WHERE f.company = :company AND f.opening = TRUE AND (f.read_count = 0 OR f.rejected_count < f.read_count)""";
    private static final String OPENING_DOCUMENTS = """
            SELECT d.currency, SUM(CASE WHEN d.document_type = 'CREDIT_NOTE' THEN -d.open_at_start ELSE d.open_at_start END)
            FROM document d JOIN batch b ON b.batch_id = d.batch_id AND b.known_at IS NOT NULL
            WHERE d.company = :company AND d.opening_level IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id AND cb.known_at IS NOT NULL
                WHERE c.item_id = d.item_id AND c.reverses IS NULL AND NOT EXISTS (
                    SELECT 1 FROM cancellation r JOIN batch rb ON rb.batch_id = r.batch_id AND rb.known_at IS NOT NULL
                    WHERE r.reverses = c.cancellation_id))
            GROUP BY d.currency""";
    private static final String OPENING_CREDITS = """
            SELECT r.currency, -SUM(r.amount)
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id AND b.known_at IS NOT NULL
            WHERE r.company = :company AND r.opening = TRUE GROUP BY r.currency""";
    private static final String CONTROLS = """
            SELECT c.as_of, c.currency, c.customer_id, c.account, c.balance
            FROM control_balance c JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
            WHERE c.company = :company ORDER BY c.control_id""";
    private static final String RELEASES = """
            SELECT g.currency, g.difference
            FROM go_live_release g JOIN batch b ON b.batch_id = g.batch_id AND b.known_at IS NOT NULL
            WHERE g.company = :company""";

    private final Ledger ledger;

    public GoLiveStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Why nothing may leave the house for this company; empty when it may. */
    public Optional<String> blocked(String company) {
        return ledger.database().jdbi().withHandle(handle -> {
            boolean hasOpening = handle.createQuery(OPENING_FILES).bind("company", company).mapTo(Long.class).one() > 0;
            return hasOpening ? blocked(handle, company) : Optional.<String>empty();
        });
    }

    /** A person accepts that the opening differs from the control balance by this much: ours less theirs. */
    public void release(String company, Money difference, String reason, String actor, LocalDate day) {
        ledger.write(BatchKind.PERSON, actor, day, batch -> batch.add(Table.GO_LIVE_RELEASE, company,
                difference.currency().getCurrencyCode(), difference.toDecimal(), reason, actor));
    }

    private static Optional<String> blocked(Handle handle, String company) {
        Map<String, BigDecimal> opening = new TreeMap<>();
        addUp(handle, OPENING_DOCUMENTS, company, opening);
        addUp(handle, OPENING_CREDITS, company, opening);
        Map<String, Set<BigDecimal>> released = new HashMap<>();
        handle.createQuery(RELEASES).bind("company", company).map((row, context) ->
                Map.entry(row.getString(1), row.getBigDecimal(2).stripTrailingZeros())).forEach(release ->
                released.computeIfAbsent(release.getKey(), any -> new HashSet<>()).add(release.getValue()));
        Map<String, TreeMap<LocalDate, BigDecimal>> controls = controls(handle, company);
        String reasons = opening.entrySet().stream()
                .map(sum -> reason(sum.getKey(), sum.getValue(), controls.getOrDefault(sum.getKey(), new TreeMap<>()),
                        released.getOrDefault(sum.getKey(), Set.of())))
                .flatMap(Optional::stream).collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of("company " + company + " is not live yet: " + reasons
                + "; feed in the control balance (inbox/controls), or have a person release the difference");
    }

    private static void addUp(Handle handle, String sql, String company, Map<String, BigDecimal> sums) {
        handle.createQuery(sql).bind("company", company)
                .map((row, context) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .forEach(sum -> sums.merge(sum.getKey(), sum.getValue(), BigDecimal::add));
    }

    private static Optional<String> reason(String currency, BigDecimal opening, TreeMap<LocalDate, BigDecimal> controls,
                                           Set<BigDecimal> released) {
        if (controls.isEmpty()) {
            return released.contains(opening.stripTrailingZeros()) ? Optional.empty() : Optional.of("its opening items are "
                    + plain(currency, opening) + ", and no control balance in " + currency + " was fed in");
        }
        boolean agreed = controls.values().stream().map(control -> opening.subtract(control).stripTrailingZeros())
                .anyMatch(difference -> difference.signum() == 0 || released.contains(difference));
        BigDecimal latest = controls.lastEntry().getValue();
        return agreed ? Optional.empty() : Optional.of("its opening items are " + plain(currency, opening)
                + ", the control balance of " + controls.lastKey() + " is " + plain(currency, latest) + ", apart by "
                + plain(currency, opening.subtract(latest)));
    }

    private static String plain(String currency, BigDecimal amount) {
        return Money.of(Currency.getInstance(currency), amount).toString();
    }

    private record Control(LocalDate asOf, String currency, String customer, String account) {
    }

    /** Per currency and day: the balances for the whole company, or the customers' together when there are none. */
    private static Map<String, TreeMap<LocalDate, BigDecimal>> controls(Handle handle, String company) {
        Map<Control, BigDecimal> latest = new HashMap<>();
        handle.createQuery(CONTROLS).bind("company", company)
                .map((row, context) -> Map.entry(new Control(row.getObject(1, LocalDate.class), row.getString(2),
                        row.getString(3), row.getString(4)), row.getBigDecimal(5)))
                .forEach(control -> latest.put(control.getKey(), control.getValue()));
        Set<String> totals = latest.keySet().stream().filter(control -> control.customer().isEmpty())
                .map(control -> control.asOf() + control.currency()).collect(Collectors.toSet());
        Map<String, TreeMap<LocalDate, BigDecimal>> sums = new HashMap<>();
        latest.forEach((control, balance) -> {
            if (control.customer().isEmpty() == totals.contains(control.asOf() + control.currency())) {
                sums.computeIfAbsent(control.currency(), any -> new TreeMap<>())
                        .merge(control.asOf(), balance, BigDecimal::add);
            }
        });
        return sums;
    }
}
