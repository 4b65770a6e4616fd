package org.saldo.store.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.money.Money;
import org.saldo.reconciliation.Rule;
import org.saldo.store.BatchKind;
import org.saldo.store.Columns;
import org.saldo.store.DecisionRow;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;

/**
 * What became of the receipts by rules: how many and how much was applied, proposed and deferred, by which rule, and what
 * of it people took back within 90 days of the decision. A receipt counts once, under the last decision that a rule took
 * about it; only where no rule decided, under a person's. What a company brought along is left out.
 */
final class DecisionFigures {

    /** Until how many days after the decision a reversal speaks against it. */
    static final int REVERSAL_DAYS = 90;

    private static final String RECEIPTS = """
            SELECT r.receipt_id, r.company, r.booking_date, r.currency, r.amount
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE r.receipt_id > :after AND r.receipt_id <= :last AND r.booking_date <= :day AND r.opening = FALSE
            AND b.known_at <= :knownAt AND (:company = '' OR r.company = :company)""";

    private static final String DECISIONS = """
            SELECT d.receipt_id, d.outcome, d.rule, b.kind FROM decision d JOIN batch b ON b.batch_id = d.batch_id
            WHERE d.receipt_id > :after AND d.receipt_id <= :last AND d.effective_on <= :day AND b.known_at <= :knownAt
            ORDER BY d.decision_id""";

    // What an intake takes back moves to the document's new version, where a person may take it back.
    private static final String TAKEN_BACK = """
            SELECT a.receipt_id, b.business_day, t.effective_on FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            JOIN allocation t ON t.reverses = a.allocation_id JOIN batch tb ON tb.batch_id = t.batch_id
            WHERE a.receipt_id > :after AND a.receipt_id <= :last AND a.rule <> 'person'
            AND tb.kind NOT IN ('RECONCILIATION', 'INTAKE') AND t.effective_on <= :day AND tb.known_at <= :knownAt
            AND NOT EXISTS (SELECT 1 FROM allocation f WHERE f.receipt_id = a.receipt_id AND f.batch_id = t.batch_id
                AND f.kind = 'REFUND')""";

    private static final String LINES = """
            SELECT a.receipt_id, COUNT(*) FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.receipt_id > :after AND a.receipt_id <= :last AND a.kind = 'PAYMENT'
                AND NOT (a.reverses IS NOT NULL)
            AND b.kind = 'RECONCILIATION' AND a.effective_on <= :day AND b.known_at <= :knownAt GROUP BY a.receipt_id""";

    /** Receipts that belong together; outcome and rule are empty where nothing was decided, the rule where none applies. */
    record Kind(String company, YearMonth month, String currency, String outcome, String rule) implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::company).thenComparing(Kind::month)
                .thenComparing(Kind::currency).thenComparing(Kind::outcome).thenComparing(Kind::rule);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many receipts, and of those: how many a person has decided about since, how many were taken back. */
    static final class Sum {

        private long receipts;
        private long byPeople;
        private long takenBack;
        private long lines;
        private Money amount;

        private Sum(Money zero) {
            this.amount = zero;
        }

        long receipts() {
            return receipts;
        }

        long byPeople() {
            return byPeople;
        }

        long takenBack() {
            return takenBack;
        }

        /** Documents that rules settled with their cash, also where it was taken back. */
        long lines() {
            return lines;
        }

        /** The receipts' amounts without their signs. */
        Money amount() {
            return amount;
        }
    }

    private record Decided(String outcome, String rule, boolean byPerson) {

        private static final Decided NOTHING = new Decided("", "", false);

        Decided and(String nextOutcome, String nextRule, boolean isRules) {
            boolean keepsRule = !isRules && !this.equals(NOTHING) && !rule.equals(DecisionRow.PERSON);
            return keepsRule ? new Decided(outcome, rule, true) : new Decided(nextOutcome,
                    isRules ? nextRule.equals(Rule.NONE.label()) ? "" : nextRule : DecisionRow.PERSON, !isRules);
        }
    }

    private final LedgerRead read;
    private final LocalDate from;
    private final Map<Kind, Sum> sums = new TreeMap<>();

    private DecisionFigures(LedgerRead read, LocalDate from) {
        this.read = read;
        this.from = from;
    }

    /** Of the receipts that were booked from a day to the day of the reading, by kind in their order. */
    static Map<Kind, Sum> of(LedgerRead read, LocalDate from) {
        DecisionFigures figures = new DecisionFigures(read, from);
        read.ranges(Table.RECEIPT, figures::add);
        return figures.sums;
    }

    private void add(LedgerRead.Range range) {
        Map<Long, Decided> decisions = new HashMap<>();
        LedgerRead.forEach(read.query(DECISIONS, range), row -> decisions.put(row.getLong(1),
                decisions.getOrDefault(row.getLong(1), Decided.NOTHING).and(row.getString(2), row.getString(3),
                        row.getString(4).equals(BatchKind.RECONCILIATION.name()))));
        Set<Long> takenBack = new HashSet<>();
        LedgerRead.forEach(read.query(TAKEN_BACK, range), row -> {
            if (ChronoUnit.DAYS.between(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)) <= REVERSAL_DAYS) {
                takenBack.add(row.getLong(1));
            }
        });
        Map<Long, Long> lines = new HashMap<>();
        LedgerRead.forEach(read.query(LINES, range), row -> lines.put(row.getLong(1), row.getLong(2)));
        LedgerRead.forEach(read.query(RECEIPTS, range), row -> {
            if (!Columns.day(row, "booking_date").isBefore(from)) {
                add(row, decisions.getOrDefault(row.getLong("receipt_id"), Decided.NOTHING),
                        takenBack.contains(row.getLong("receipt_id"))).lines += lines.getOrDefault(row.getLong("receipt_id"), 0L);
            }
        });
    }

    private Sum add(ResultSet row, Decided decided, boolean takenBack) throws SQLException {
        Money amount = Columns.money(row, "amount");
        Sum sum = sums.computeIfAbsent(new Kind(row.getString("company"),
                YearMonth.from(Columns.day(row, "booking_date")), row.getString("currency"), decided.outcome(),
                decided.rule()), any -> new Sum(Money.zero(amount.currency())));
        sum.receipts++;
        sum.amount = sum.amount.plus(amount.abs());
        sum.byPeople += decided.byPerson() ? 1 : 0;
        sum.takenBack += takenBack ? 1 : 0;
        return sum;
    }

    /** A part of a whole, from 0.0000 to 1.0000; nothing of nothing is 0. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(4) : part.divide(whole, 4, RoundingMode.HALF_EVEN);
    }
}
