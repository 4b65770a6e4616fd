package org.saldo.delivery.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * What a worklist adds up to, by currency: how much waits and for how long, and the rows that matter most. It is fed row by
 * row and keeps only the most urgent ones of each currency; amounts of two currencies are never compared.
 */
public final class WorklistFigures {

    /** The last day of each age but the last one, in days since the booking. */
    static final List<Integer> AGES = List.of(3, 10, 30);

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private final LocalDate day;
    private final int most;
    private final Map<Currency, Waiting> waiting = new TreeMap<>(BY_CODE);
    private final Map<Currency, Waiting> moneyOut = new TreeMap<>(BY_CODE);
    private final Map<Currency, PriorityQueue<WorklistLine>> kept = new TreeMap<>(BY_CODE);
    private int count;

    /** Rows and amounts (positive) of one currency, by age: up to 3, 10 and 30 days, and longer. */
    public static final class Waiting {

        private final List<Money> byAge;
        private int rows;

        private Waiting(Currency currency) {
            byAge = new ArrayList<>();
            for (int i = 0; i <= AGES.size(); i++) {
                byAge.add(Money.zero(currency));
            }
        }

        private void add(long days, Money amount) {
            int age = 0;
            while (age < AGES.size() && days > AGES.get(age)) {
                age++;
            }
            byAge.set(age, byAge.get(age).plus(amount.abs()));
            rows++;
        }

        public int rows() {
            return rows;
        }

        public List<Money> byAge() {
            return List.copyOf(byAge);
        }

        public Money total() {
            return byAge.stream().reduce(Money::plus).orElseThrow();
        }
    }

    /** @param most how many rows are kept for the workbook */
    public WorklistFigures(LocalDate day, int most) {
        this.day = day;
        this.most = most;
    }

    public void add(WorklistLine line) {
        count++;
        (line.unapplied().isNegative() ? moneyOut : waiting).computeIfAbsent(line.amount().currency(), Waiting::new)
                .add(line.days(day), line.unapplied());
        PriorityQueue<WorklistLine> own = kept.computeIfAbsent(line.amount().currency(),
                any -> new PriorityQueue<>(WorklistLine.mostUrgentFirst(day).reversed()));
        own.add(line);
        if (own.size() > most) {
            own.remove();
        }
    }

    /** How many receipts wait. */
    public int count() {
        return count;
    }

    /** The most urgent rows of each currency first, in turns; the currency of which most rows wait begins. */
    public List<WorklistLine> lines() {
        List<List<WorklistLine>> byCurrency = kept.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Currency, PriorityQueue<WorklistLine>> own) -> rows(own.getKey()))
                        .reversed())
                .map(own -> own.getValue().stream().sorted(WorklistLine.mostUrgentFirst(day)).toList()).toList();
        List<WorklistLine> lines = new ArrayList<>();
        int longest = byCurrency.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest && lines.size() < most; turn++) {
            for (List<WorklistLine> own : byCurrency) {
                if (turn < own.size() && lines.size() < most) {
                    lines.add(own.get(turn));
                }
            }
        }
        return lines;
    }

    private int rows(Currency currency) {
        return Stream.of(waiting, moneyOut).map(all -> all.get(currency)).filter(Objects::nonNull).mapToInt(Waiting::rows).sum();
    }

    /** Money that came in. */
    public Map<Currency, Waiting> waiting() {
        return waiting;
    }

    /** Money that went out. */
    public Map<Currency, Waiting> moneyOut() {
        return moneyOut;
    }
}
