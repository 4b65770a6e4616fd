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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final String STATEMENTS = """
            SELECT s.statement_id, s.company, s.customer_id, s.currency, s.statement_month, s.version, s.closing_balance,
                   s.as_known_at
            FROM statement s JOIN batch b ON b.batch_id = s.batch_id
            WHERE s.statement_id > :after AND s.statement_id <= :last AND b.known_at <= :knownAt AND b.business_day <= :day
            AND (:company = '' OR s.company = :company) AND (:month = '' OR s.statement_month = :month)
            ORDER BY s.statement_id""";
    private static final String ANSWERS = """
            SELECT a.statement_id, a.outcome, a.received_at
            FROM answer a JOIN batch b ON b.batch_id = a.batch_id
            WHERE a.answer_id > :after AND a.answer_id <= :last AND b.known_at <= :knownAt AND b.business_day <= :day
            AND (:company = '' OR a.company = :company)
            ORDER BY a.answer_id""";

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

    /** What a statement is of: its versions have it in common. */
    private record Subject(Part part, String customer) {
    }

    private record Made(long id, int version, Money balance, Instant knownAt) {

        static Made later(Made one, Made other) {
            return other.version > one.version ? other : one;
        }
    }

    private record Answer(Outcome outcome, Instant receivedAt) {
    }

    static SortedMap<Part, AnswerCoverage> of(LedgerRead read, Optional<YearMonth> month) {
        Map<Subject, Made> latest = latest(read, month);
        Map<Long, Answer> answers = answers(read, latest.values().stream().map(Made::id).collect(Collectors.toSet()));
        SortedMap<Part, List<AnswerCoverage.Answered>> answered = new TreeMap<>(Part.ORDER);
        latest.forEach((subject, made) -> {
            Optional<Answer> answer = Optional.ofNullable(answers.get(made.id()));
            answered.computeIfAbsent(subject.part(), any -> new ArrayList<>()).add(new AnswerCoverage.Answered(made.balance(),
                    answer.map(Answer::outcome), answer.map(given -> days(made.knownAt(), given.receivedAt()))));
        });
        SortedMap<Part, AnswerCoverage> coverage = new TreeMap<>(Part.ORDER);
        answered.forEach((part, statements) -> coverage.put(part, AnswerCoverage.of(part.currency(), statements)));
        return coverage;
    }

    private static Map<Subject, Made> latest(LedgerRead read, Optional<YearMonth> month) {
        Map<Subject, Made> latest = new HashMap<>();
        read.ranges(Table.STATEMENT, range -> LedgerRead.forEach(read.query(STATEMENTS, range)
                .bind("month", month.map(YearMonth::toString).orElse("")), row -> {
            Part part = new Part(row.getString("company"), YearMonth.parse(row.getString("statement_month")),
                    Currency.getInstance(row.getString("currency")));
            latest.merge(new Subject(part, row.getString("customer_id")), new Made(row.getLong("statement_id"),
                    row.getInt("version"), Money.of(part.currency(), row.getBigDecimal("closing_balance")),
                    Columns.instant(row, "as_known_at")), Made::later);
        }));
        return latest;
    }

    private static Map<Long, Answer> answers(LedgerRead read, Set<Long> statements) {
        Map<Long, Answer> last = new HashMap<>();
        read.ranges(Table.ANSWER, range -> LedgerRead.forEach(read.query(ANSWERS, range), row -> {
            long statement = row.getLong("statement_id");
            if (statements.contains(statement)) {
                last.put(statement, new Answer(Outcome.valueOf(row.getString("outcome")), Columns.instant(row, "received_at")));
            }
        }));
        return last;
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
