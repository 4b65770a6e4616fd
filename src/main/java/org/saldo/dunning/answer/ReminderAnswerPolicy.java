package org.saldo.dunning.answer;

import java.util.EnumMap;
import java.util.Map;

/**
 * What follows by itself of an answer to a reminder.
 *
 * @param rules          by kind; a kind that is not there pauses nothing, makes a task and is not acknowledged
 * @param unclear        for how many business days an answer pauses at most that is not beyond doubt
 * @param againAfterDays an item that an answer has paused is not paused again within so many days, whatever is answered
 * @param brokenMost     from so many promises broken in a row on, the word that it will pay pauses nothing
 * @param named          how far a pause follows a day that the answer names
 * @param latestWithin   a mail from a customer's address that names nothing answers its last reminder, if that is no older
 */
public record ReminderAnswerPolicy(Map<AnswerKind, Rule> rules, int unclear, int againAfterDays, int brokenMost,
        NamedDay named, int latestWithin) {

    /** Nothing pauses, everything is a task. */
    public static final ReminderAnswerPolicy NONE = new ReminderAnswerPolicy(Map.of(), 0, 30, 2, NamedDay.NEVER, 30);

    /**
     * @param pauseDays   so many business days
     * @param task        whether a person looks at it
     * @param acknowledge whether the customer is told that it came, once for each reminder
     */
    public record Rule(int pauseDays, boolean task, boolean acknowledge) {

        static final Rule CAREFUL = new Rule(0, true, false);

        public Rule {
            if (pauseDays < 0) {
                throw new IllegalArgumentException("pause-business-days must not be negative");
            }
        }
    }

    /**
     * A pause lasts until the day that an answer beyond doubt names, instead of so many business days.
     *
     * @param promiseGrace  so many business days more, for money that is on its way
     * @param promiseWithin a promise of a day further away than so many days pauses as other answers do
     * @param awayWithin    an absence pauses for so many days at most
     */
    public record NamedDay(int promiseGrace, int promiseWithin, int awayWithin) {

        /** Whatever day is named, the pause is the usual one. */
        public static final NamedDay NEVER = new NamedDay(0, 0, 0);

        public NamedDay {
            if (promiseGrace < 0 || promiseWithin < 0 || awayWithin < 0) {
                throw new IllegalArgumentException("days must not be negative");
            }
        }
    }

    public ReminderAnswerPolicy {
        rules = rules.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(rules));
        if (unclear < 0 || againAfterDays < 1 || brokenMost < 1 || latestWithin < 0) {
            throw new IllegalArgumentException("days must not be negative, and counts at least 1");
        }
    }

    public Rule rule(AnswerKind kind) {
        return rules.getOrDefault(kind, Rule.CAREFUL);
    }
}
