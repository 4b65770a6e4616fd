package org.saldo.dunning.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * What a company's reminders have brought.
 *
 * @param from the first day looked at
 * @param asOf the day up to whose end payments are known
 * @param causes why what is overdue then is late, by currency, the largest first; none of a currency of which nobody noted why
 */
public record DunningFigures(String company, LocalDate from, LocalDate asOf, MeasurePolicy policy, List<StepEffect> effects,
        List<TimeToPay> times, PromisesKept promises, List<Recovery> recoveries, List<LateBecause> causes) {

    /** Without why what is overdue is late. */
    public DunningFigures(String company, LocalDate from, LocalDate asOf, MeasurePolicy policy, List<StepEffect> effects,
            List<TimeToPay> times, PromisesKept promises, List<Recovery> recoveries) {
        this(company, from, asOf, policy, effects, times, promises, recoveries, List.of());
    }

    public DunningFigures {
        effects = List.copyOf(effects);
        times = List.copyOf(times);
        recoveries = List.copyOf(recoveries);
        causes = List.copyOf(causes);
    }

    public List<Suggestion> suggestions() {
        return Suggestion.of(policy, effects, promises, recoveries);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return times.isEmpty() && promises.all() == 0 && recoveries.isEmpty();
    }
}
