package org.saldo.store.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.saldo.delivery.export.RowSink;
import org.saldo.money.Money;
import org.saldo.statement.answer.AnswerCoverage;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Columns;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;

/** How far statements were answered, by company, month and currency: each in its latest version, by the answer that holds. */
public final class AnswerFigures {

    private static final String SQL = """
            SELECT s.statement_id, s.company, s.currency, s.statement_month, s.closing_balance, s.as_known_at, a.outcome,
                   a.received_at
            FROM statement s JOIN batch b ON b.batch_id = s.batch_id
            LEFT JOIN answer a ON a.answer_id = (SELECT MAX(x.answer_id) FROM answer x
                JOIN batch xb ON xb.batch_id = x.batch_id
                WHERE x.statement_id = s.statement_id AND xb.known_at <= :knownAt AND xb.business_day <= :day)
            WHERE s.statement_id > :after AND s.statement_id <= :last AND b.known_at <= :knownAt AND b.business_day <= :day
            AND (:company = '' OR s.company = :company) AND (:month = '' OR s.statement_month = :month)
            AND NOT EXISTS (SELECT 1 FROM statement n JOIN batch nb ON nb.batch_id = n.batch_id
                WHERE n.company = s.company AND n.customer_id = s.customer_id AND n.currency = s.currency
                AND n.statement_month = s.statement_month AND n.version > s.version AND nb.known_at <= :knownAt
                AND nb.business_day <= :day)
            ORDER BY s.statement_id""";

    private final Ledger ledger;

    public AnswerFigures(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A month's statements of a company in one currency. */
    record Part(String company, YearMonth month, Currency currency) {

        private static final Comparator<Part> ORDER = Comparator.comparing(Part::company).thenComparing(Part::month)
                .thenComparing(part -> part.currency().getCurrencyCode());
    }

    /** A month's coverage by currency, as known now; empty when the company has no statements of it. */
    public SortedMap<Currency, AnswerCoverage> coverage(String company, YearMonth month) {
        SortedMap<Currency, AnswerCoverage> coverage = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        ledger.database().jdbi().useHandle(handle -> of(new LedgerRead(handle, LocalDate.of(9999, 1, 1), ledger.knownAt(),
                company), Optional.of(month)).forEach((part, found) -> coverage.put(part.currency(), found)));
        return coverage;
    }

    static SortedMap<Part, AnswerCoverage> of(LedgerRead read, Optional<YearMonth> month) {
        SortedMap<Part, List<AnswerCoverage.Answered>> answered = new TreeMap<>(Part.ORDER);
        read.ranges(Table.STATEMENT, range -> LedgerRead.forEach(read.query(SQL, range)
                .bind("month", month.map(YearMonth::toString).orElse("")), row -> {
            Part part = new Part(row.getString("company"), YearMonth.parse(row.getString("statement_month")),
                    Currency.getInstance(row.getString("currency")));
            Instant received = Columns.instant(row, "received_at");
            Instant made = Columns.instant(row, "as_known_at");
            answered.computeIfAbsent(part, any -> new ArrayList<>()).add(new AnswerCoverage.Answered(
                    Money.of(part.currency(), row.getBigDecimal("closing_balance")),
                    Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                    Optional.ofNullable(received).map(at -> days(made, at))));
        }));
        SortedMap<Part, AnswerCoverage> coverage = new TreeMap<>(Part.ORDER);
        answered.forEach((part, statements) -> coverage.put(part, AnswerCoverage.of(part.currency(), statements)));
        return coverage;
    }

    private static long days(Instant from, Instant to) {
        return Math.max(0, ChronoUnit.DAYS.between(from.atOffset(ZoneOffset.UTC).toLocalDate(),
                to.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /** A line a month, company and currency. */
    static void export(LedgerRead read, RowSink sink) {
        of(read, Optional.empty()).forEach((part, found) -> {
            List<Object> row = new ArrayList<>(List.of(part.company(), part.month().toString(),
                    part.currency().getCurrencyCode(), found.all().count(), found.all().amount().toDecimal()));
            for (Outcome outcome : List.of(Outcome.CONFIRMED, Outcome.CONFIRMED_WITH_DIFFERENCES, Outcome.DISPUTED)) {
                row.add(found.part(outcome).count());
                row.add(found.part(outcome).amount().toDecimal());
            }
            row.addAll(List.of(found.shareByCount(Outcome.CONFIRMED), found.shareByAmount(Outcome.CONFIRMED),
                    found.unanswered().count(), found.unanswered().amount().toDecimal()));
            row.add(found.medianDays().orElse(null));
            LedgerRead.put(sink, row.toArray());
        });
    }

    /** The lines among the figures: one for each outcome of a month's statements. */
    static void kpis(LedgerRead read, RowSink sink) {
        of(read, Optional.empty()).forEach((part, found) -> {
            Map<String, AnswerCoverage.Part> parts = new TreeMap<>();
            found.answered().forEach((outcome, each) -> parts.put("STATEMENT_" + outcome, each));
            parts.put("STATEMENT_UNANSWERED", found.unanswered());
            parts.forEach((name, each) -> LedgerRead.put(sink, part.company(), part.month().toString(),
                    part.currency().getCurrencyCode(), name, "", each.count(),
                    DecisionFigures.share(BigDecimal.valueOf(each.count()), BigDecimal.valueOf(found.all().count())),
                    each.amount().toDecimal(), DecisionFigures.share(each.amount().toDecimal(),
                            found.all().amount().toDecimal()), 0, 0));
        });
    }
}
