package org.saldo.dunning.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.saldo.money.Money;

/**
 * Interest on one item by one law. The first day of the delay counts; the day on which money counts as received does not.
 * Rounded is once: what has accrued on the item since the delay began, half up to the minor unit. A line is the difference
 * between what has accrued after it and before it, so lines, and adjacent periods, add up to the cent.
 */
public final class LateInterest {

    private final Law law;
    private final LateItem item;
    private final Optional<LocalDate> start;

    /** @throws UnknownRateException when no version of the law is known for the delay */
    public LateInterest(Law law, LateItem item) {
        this.item = item;
        this.start = law.start().of(item);
        this.law = start.map(law::forDelayFrom).orElse(law);
    }

    /** The first day that bears interest; empty when the delay has not begun and nobody knows when it will. */
    public Optional<LocalDate> start() {
        return start;
    }

    /**
     * What has accrued before {@code until}: the day on which the money comes, or today.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public Interest until(LocalDate until) {
        return between(LocalDate.MIN, until);
    }

    /**
     * What has accrued before {@code until} and was not charged yet.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public Interest owed(LocalDate until) {
        Interest all = until(until);
        if (item.charged().equals(LateItem.Charged.NOTHING)) {
            return all;
        }
        List<Interest.Line> lines = new ArrayList<>();
        uncharged(LocalDate.MIN, until).forEach(part -> lines.addAll(part.lines()));
        Money total = lines.stream().map(Interest.Line::amount).reduce(all.total().minus(all.total()), Money::plus);
        return new Interest(item, lines, total, item.charged().lumpSum() ? Optional.empty() : all.lumpSum());
    }

    /**
     * What accrued from {@code from} on and before {@code until} on days that were not charged, a part for each run of them.
     * A law with a single rate has one part, after all that was charged.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    List<Interest> uncharged(LocalDate from, LocalDate until) {
        List<LateItem.Gap> gaps = item.charged().gaps(from, until);
        int skipped = law.model() == RateModel.SINGLE_RATE ? Math.max(0, gaps.size() - 1) : 0;
        return gaps.stream().skip(skipped).map(gap -> between(gap.first(), gap.until())).toList();
    }

    /**
     * What accrued from {@code from} on and before {@code until}. A law with a single rate gives it when the debt is paid:
     * there the lines are those of what was paid in this time, and at its end of what is still open.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public Interest between(LocalDate from, LocalDate until) {
        Accrual accrual = new Accrual(from);
        if (start.isPresent() && start.get().isBefore(until)) {
            law.requireKnown(until.minusDays(1));
            if (law.model() == RateModel.SINGLE_RATE) {
                bySlices(accrual, until);
            } else {
                byPeriods(accrual, from, until);
            }
        }
        return new Interest(item, accrual.lines, accrual.total, lumpSum(until));
    }

    /** The lump sum of a delay that began before {@code until}, whether it was charged or not. */
    Optional<Money> lumpSum(LocalDate until) {
        return start.filter(day -> day.isBefore(until)).map(item.open()::on).flatMap(law.lumpSum()::on);
    }

    private void byPeriods(Accrual accrual, LocalDate from, LocalDate until) {
        LocalDate first = start.orElseThrow();
        TreeSet<LocalDate> cuts = new TreeSet<>(item.open().changes(first, until));
        cuts.add(first);
        if (law.model() == RateModel.SPLIT_BY_PERIOD) {
            cuts.addAll(law.rateChanges(first, until));
        }
        if (from.isAfter(first) && from.isBefore(until)) {
            cuts.add(from);
        }
        for (LocalDate cut : cuts) {
            LocalDate next = cuts.higher(cut) == null ? until : cuts.higher(cut);
            Money base = item.open().on(cut);
            if (base.isPositive()) {
                LocalDate rateDay = law.model() == RateModel.FIXED_AT_START ? first : next.minusDays(1);
                accrual.add(base, cut, next, law.rateOn(rateDay), next);
            }
        }
    }

    /** An amount that became open on a day and has not been paid since. */
    private record Slice(Money amount, LocalDate since) {
    }

    /** What is paid bears the rate of the day it is paid on; the oldest slice is paid first. */
    private void bySlices(Accrual accrual, LocalDate until) {
        LocalDate first = start.orElseThrow();
        Deque<Slice> slices = new ArrayDeque<>();
        Money before = item.open().on(first);
        slices.add(new Slice(before, first));
        for (LocalDate day : item.open().changes(first, until)) {
            Money now = item.open().on(day);
            if (now.compareTo(before) > 0) {
                slices.add(new Slice(now.minus(before), day));
            } else {
                pay(accrual, slices, before.minus(now), day);
            }
            before = now;
        }
        pay(accrual, slices, before, until);
    }

    private void pay(Accrual accrual, Deque<Slice> slices, Money paid, LocalDate day) {
        Money rest = paid;
        while (rest.isPositive()) {
            Slice oldest = slices.removeFirst();
            Money part = rest.min(oldest.amount());
            if (part.compareTo(oldest.amount()) < 0) {
                slices.addFirst(new Slice(oldest.amount().minus(part), oldest.since()));
            }
            rest = rest.minus(part);
            accrual.add(part, oldest.since(), day, law.rateOn(day), day);
        }
    }

    /** Adds up exactly, and gives out what is asked for. */
    private final class Accrual {

        private final LocalDate from;
        private final List<Interest.Line> lines = new ArrayList<>();
        private BigDecimal exact = BigDecimal.ZERO;
        private Money rounded = Money.zero(item.open().on(item.due()).currency());
        private Money total = rounded;

        Accrual(LocalDate from) {
            this.from = from;
        }

        /** @param known the day after which this much has accrued; what was known by {@code from} is counted, not given out */
        void add(Money base, LocalDate first, LocalDate until, Law.Rate rate, LocalDate known) {
            exact = exact.add(BigDecimal.valueOf(base.minorUnits()).multiply(rate.percent())
                    .multiply(BigDecimal.valueOf(law.dayCount().parts(first, until))));
            Money now = Money.ofMinor(base.currency(), exact.divide(BigDecimal.valueOf(100 * law.dayCount().partsOfYear()),
                    0, RoundingMode.HALF_UP).longValueExact());
            if (known.isAfter(from) && law.dayCount().days(first, until) > 0) {
                lines.add(new Interest.Line(first, until.minusDays(1), law.dayCount().days(first, until), base,
                        rate.percent(), rate.words(), rate.source(), now.minus(rounded)));
                total = total.plus(now.minus(rounded));
            }
            rounded = now;
        }
    }
}
