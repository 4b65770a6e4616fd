package org.saldo.delivery.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.saldo.money.Money;

/**
 * What a worklist adds up to, by currency: how much waits and for how long, and the rows that matter most. It is fed row by
 * row and keeps only the most urgent ones.
 */
public final class WorklistFigures {

    /** The last day of each age but the last one, in days since the booking. */
    static final List<Integer> AGES = List.of(3, 10, 30);

    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::getCurrencyCode);

    private final LocalDate day;
    private final int most;
    private final Map<Currency, Waiting> waiting = new TreeMap<>(BY_CODE);
    private final Map<Currency, Waiting> moneyOut = new TreeMap<>(BY_CODE);
    private final PriorityQueue<WorklistLine> kept;
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
        this.kept = new PriorityQueue<>(WorklistLine.mostUrgentFirst(day).reversed());
    }

    public void add(WorklistLine line) {
        count++;
        (line.unapplied().isNegative() ? moneyOut : waiting).computeIfAbsent(line.amount().currency(), Waiting::new)
                .add(line.days(day), line.unapplied());
        kept.add(line);
        if (kept.size() > most) {
            kept.remove();
        }
    }

    /** How many receipts wait. */
    public int count() {
        return count;
    }

    /** The most urgent rows first. */
    public List<WorklistLine> lines() {
        return kept.stream().sorted(WorklistLine.mostUrgentFirst(day)).toList();
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
