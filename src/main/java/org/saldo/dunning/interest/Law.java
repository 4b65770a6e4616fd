package org.saldo.dunning.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a law (or a contract) gives to whom somebody pays late. All rates are in percent a year, simple.
 *
 * @param title        as it is cited in a mail, such as {@code § 288 BGB}
 * @param table        the base rates; empty when {@code percent} is the whole rate
 * @param percent      the points above the base rate, or the whole rate; empty when only a contract can say it
 * @param businessOnly never for a natural person
 * @param source       where this was read
 * @param inForce      for which delays this version counts, and the one before
 * @param reminderFee  what may be asked for the cost of reminders; nothing when empty
 */
public record Law(String id, String title, Optional<RateTable> table, Optional<BigDecimal> percent, RateModel model,
        DayCount dayCount, DelayStart start, LumpSum lumpSum, boolean businessOnly, String source, InForce inForce,
        Optional<ReminderFee> reminderFee) {

    /** For all delays, and without a fee for reminders. */
    public Law(String id, String title, Optional<RateTable> table, Optional<BigDecimal> percent, RateModel model,
            DayCount dayCount, DelayStart start, LumpSum lumpSum, boolean businessOnly, String source) {
        this(id, title, table, percent, model, dayCount, start, lumpSum, businessOnly, source, InForce.ALWAYS, Optional.empty());
    }

    /** @throws IllegalArgumentException when there are base rates and nothing to add to them */
    public Law {
        if (table.isPresent() && percent.isEmpty()) {
            throw new IllegalArgumentException("has base rates and no margin");
        }
    }

    /** Whether a contract must say the rate. */
    public boolean rateIsOpen() {
        return percent.isEmpty();
    }

    /** The same at the rate that was agreed. */
    public Law atContractRate(BigDecimal agreed) {
        return new Law(id, title, Optional.empty(), Optional.of(agreed), RateModel.SPLIT_BY_PERIOD, dayCount, start, lumpSum,
                businessOnly, "the contract", inForce.with(law -> law.atContractRate(agreed)), reminderFee);
    }

    /** The same with a fine in percent of the debt that was agreed, in place of what the law gives. */
    public Law withFine(BigDecimal agreed) {
        return new Law(id, title, table, percent, model, dayCount, start, LumpSum.ofPercent(agreed), businessOnly, source,
                inForce.with(law -> law.withFine(agreed)), reminderFee);
    }

    public Law withoutLumpSum() {
        return new Law(id, title, table, percent, model, dayCount, start, LumpSum.NONE, businessOnly, source,
                inForce.with(Law::withoutLumpSum), reminderFee);
    }

    /**
     * The version that counts for a delay that begins on this day.
     *
     * @throws UnknownRateException when the delay began before the first version that is known
     */
    Law forDelayFrom(LocalDate day) {
        if (inForce.from().filter(day::isBefore).isEmpty()) {
            return this;
        }
        return inForce.before().map(law -> law.forDelayFrom(day)).orElseThrow(() -> new UnknownRateException(inForce.where()
                + ": the law " + id + " is known for delays from " + inForce.from().orElseThrow() + " on, and one began on "
                + day + "; add the version before it, with its source and its own day (from)"));
    }

    /** @throws UnknownRateException when this version says nothing of the day */
    void requireKnown(LocalDate day) {
        if (inForce.until().filter(day::isAfter).isPresent()) {
            throw new UnknownRateException(inForce.where() + ": the law " + id + " is known until " + inForce.until().get()
                    + ", and " + day + " was asked for; add the version that follows, with its source and its day (from), or"
                    + " correct until");
        }
    }

    /** A rate in percent a year, never below zero, and how it comes about. */
    record Rate(BigDecimal percent, String words, String source) {
    }

    /** @throws UnknownRateException when the base rate of that day is not known */
    Rate rateOn(LocalDate day) {
        BigDecimal added = percent.orElseThrow(() -> new IllegalStateException(id + ": only a contract says the rate"));
        if (table.isEmpty()) {
            return new Rate(added, added.toPlainString() + " %", source);
        }
        RateTable.Rate base = table.get().on(day);
        return new Rate(base.percent().add(added).max(BigDecimal.ZERO), table.get().id() + " of " + base.from() + ": "
                + base.percent().toPlainString() + " + " + added.toPlainString() + " %", base.source());
    }

    List<LocalDate> rateChanges(LocalDate from, LocalDate until) {
        return table.map(rates -> rates.changes(from, until)).orElse(List.of());
    }
}
