package org.saldo.store.exclusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.store.CustomerRange;

/** The customers who ever had a dispute, a promise or a plan: few, so that the others cost nothing. */
public final class StandingCustomers {

    private static final String ALL = """
            SELECT x.company, x.customer_id FROM dispute x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM payment_promise x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM instalment_plan x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s
            UNION SELECT x.company, x.customer_id FROM answer_pause x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s""";

    private static final String OF_COMPANY = ALL.formatted("(:company = '' OR x.company = :company)");

    private static final String LEFT_OUT = """
            SELECT x.customer_id FROM dispute x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s AND NOT EXISTS (
                SELECT 1 FROM exclusion_step s JOIN batch sb ON sb.batch_id = s.batch_id
                WHERE s.subject_id = x.dispute_id AND NOT (s.reverses IS NOT NULL) AND s.effective_on <= :day
                AND sb.known_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM exclusion_step t JOIN batch tb ON tb.batch_id = t.batch_id
                    WHERE t.reverses = s.step_id AND tb.known_at IS NOT NULL AND t.effective_on <= :day))
            UNION SELECT x.customer_id FROM payment_promise x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s AND x.kept_until >= :day
            UNION SELECT x.customer_id FROM instalment_plan x JOIN batch b ON b.batch_id = x.batch_id
                JOIN instalment i ON i.plan_id = x.plan_id
            WHERE b.known_at IS NOT NULL AND %1$s AND i.missed_after >= :day
            UNION SELECT x.customer_id FROM answer_pause x JOIN batch b ON b.batch_id = x.batch_id
            WHERE b.known_at IS NOT NULL AND %1$s AND x.until_day >= :day""".formatted(
            "x.company = :company AND x.customer_id >= :first AND x.customer_id <= :last");

    private StandingCustomers() {
    }

    /**
     * Those of whose items something may be left out on a day: a dispute is open, a promise, an instalment or a pause still
     * runs. What is over costs nothing more.
     *
     * @param numbers in the database's order, without a gap
     */
    public static Set<String> leftOut(Handle handle, String company, List<String> numbers, LocalDate day) {
        Set<String> found = new TreeSet<>();
        CustomerRange.of(company, numbers).bind(handle.createQuery(LEFT_OUT)).bind("day", day)
                .map((row, context) -> found.add(row.getString(1))).list();
        return found;
    }

    /** @param company empty for all */
    public static List<CustomerId> of(Handle handle, String company) {
        List<CustomerId> found = new ArrayList<>(handle.createQuery(OF_COMPANY).bind("company", company)
                .map((row, context) -> new CustomerId(row.getString(1), row.getString(2))).list());
        found.sort(Comparator.comparing(CustomerId::company).thenComparing(CustomerId::number));
        return found;
    }
}
