package org.saldo.dunning.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the figures say should be changed, or that they say nothing yet.
 *
 * @param level  the level it is about, or the age of debt in days; 0 for neither
 * @param number what it turns on: percentage points, customers that are missing, or percent
 */
public record Suggestion(Kind kind, int level, int number) {

    /** What is suggested. */
    public enum Kind {
        /** Nobody is held out, so no effect can be told from what would have happened anyway. */
        HOLD_OUT,
        /** So many customers are missing in the smaller group of the level. */
        WAIT,
        /** The level brings so many percentage points at least. */
        KEEP,
        /** The level brings less than so many percentage points at best: other words, another day, a call. */
        CHANGE,
        /** The level may help or not: go on measuring. */
        UNDECIDED,
        /** More of the held out paid in time than of the told: look at the words. */
        HARMS,
        /** At best so many percent of promises are kept: ask for a part at once, or a plan. */
        PROMISES,
        /** From this age on less than half comes in, so many percent: act before. */
        ACT_EARLIER
    }

    static List<Suggestion> of(MeasurePolicy policy, List<StepEffect> effects, PromisesKept promises, List<Recovery> recoveries) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (policy.holdOut().percent() == 0) {
            suggestions.add(new Suggestion(Kind.HOLD_OUT, 0, 0));
        } else {
            effects.forEach(effect -> suggestions.add(of(policy, effect)));
        }
        promises.share().filter(share -> share.high() < 0.5)
                .ifPresent(share -> suggestions.add(new Suggestion(Kind.PROMISES, 0, percent(share.high()))));
        firstLost(recoveries).ifPresent(recovery -> suggestions.add(new Suggestion(Kind.ACT_EARLIER, recovery.age(),
                percent(recovery.share()))));
        return suggestions;
    }

    private static Suggestion of(MeasurePolicy policy, StepEffect effect) {
        if (effect.difference().isEmpty()) {
            int fewer = Math.min(effect.told().customers(), effect.heldOut().customers());
            return new Suggestion(Kind.WAIT, effect.level(), policy.fewestCustomers() - fewer);
        }
        Share difference = effect.difference().get();
        if (difference.high() < 0) {
            return new Suggestion(Kind.HARMS, effect.level(), percent(-difference.high()));
        }
        if (difference.low() > 0) {
            return new Suggestion(Kind.KEEP, effect.level(), percent(difference.low()));
        }
        return percent(difference.high()) < policy.worthPoints()
                ? new Suggestion(Kind.CHANGE, effect.level(), policy.worthPoints())
                : new Suggestion(Kind.UNDECIDED, effect.level(), percent(difference.high()));
    }

    private static Optional<Recovery> firstLost(List<Recovery> recoveries) {
        return recoveries.stream().filter(recovery -> recovery.age() > 0 && recovery.share() < 0.5).findFirst();
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
