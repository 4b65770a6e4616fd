package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * What a company's reminders have brought.
 *
 * @param from the first day looked at
 * @param asOf the day up to whose end payments are known
 */
public record DunningFigures(String company, LocalDate from, LocalDate asOf, MeasurePolicy policy, List<StepEffect> effects,
        List<TimeToPay> times, PromisesKept promises, List<Recovery> recoveries) {

    public DunningFigures {
        effects = List.copyOf(effects);
        times = List.copyOf(times);
        recoveries = List.copyOf(recoveries);
    }

    public List<Suggestion> suggestions() {
        return Suggestion.of(policy, effects, promises, recoveries);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return times.isEmpty() && promises.all() == 0 && recoveries.isEmpty();
    }
}
