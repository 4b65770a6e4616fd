package org.saldo.dunning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.Customer;

/**
 * The steps that are taken with some customers, in their order. An item counts as overdue once it is more than
 * {@code graceDays} past due; days overdue are calendar days since the due date.
 *
 * @param steps           notices first, then reminders, numbered; among them the steps inside the house
 * @param repeatAfterDays the last reminder is said again after so many days; never when empty
 */
public record Ladder(String name, Fit fit, int graceDays, List<Step> steps, Optional<Integer> repeatAfterDays) {

    /**
     * For whom it is meant. An empty set means all.
     *
     * @param countries      ISO 3166-1 alpha-2
     * @param naturalPersons whether it may be used with natural persons too, whom some laws protect
     */
    public record Fit(Set<String> segments, Set<String> countries, boolean naturalPersons) {

        /** Everybody but natural persons. */
        public static final Fit ALL = new Fit(Set.of(), Set.of(), false);

        public Fit {
            segments = Set.copyOf(segments);
            countries = Set.copyOf(countries);
        }

        boolean isForAll() {
            return segments.isEmpty() && countries.isEmpty();
        }

        boolean holds(Customer customer) {
            return (segments.isEmpty() || segments.contains(customer.segment()))
                    && (countries.isEmpty() || countries.contains(customer.country()))
                    && allows(customer);
        }

        boolean allows(Customer customer) {
            return naturalPersons || !customer.naturalPerson();
        }
    }

    /** @throws IllegalArgumentException when the steps do not ascend or are not numbered as {@link Step} says */
    public Ladder {
        steps = List.copyOf(steps);
        if (graceDays < 0 || repeatAfterDays.filter(days -> days < 1).isPresent()) {
            throw new IllegalArgumentException("days must not be negative");
        }
        requireNotices(steps.stream().filter(step -> step.kind().isNotice()).toList(), graceDays);
        requireReminders(steps.stream().filter(step -> step.kind().isReminder()).toList(), graceDays);
        requireInternal(steps.stream().filter(step -> step.kind().isInternal()).toList(), graceDays, highestLevel(steps));
    }

    /**
     * The same steps with their levels counted. A step inside the house follows the reminder that stands before it, unless
     * it has a level already.
     */
    public static Ladder counted(String name, Fit fit, int graceDays, List<Step> steps, Optional<Integer> repeatAfterDays) {
        int level = 0;
        int notice = -(int) steps.stream().filter(step -> step.kind().isNotice()).count();
        Stream.Builder<Step> counted = Stream.builder();
        for (Step step : steps) {
            if (step.kind().isNotice()) {
                counted.add(step.withLevel(notice++));
            } else if (step.kind().isReminder()) {
                counted.add(step.withLevel(++level));
            } else {
                counted.add(step.level() < 0 ? step.withLevel(level) : step);
            }
        }
        return new Ladder(name, fit, graceDays, counted.build().toList(), repeatAfterDays);
    }

    private static void requireNotices(List<Step> notices, int graceDays) {
        for (int i = 0; i < notices.size(); i++) {
            Step step = notices.get(i);
            boolean inTime = step.kind() == Step.Kind.UPCOMING ? step.days() < 0 : step.days() >= 0 && step.days() <= graceDays;
            if (step.level() != i - notices.size() || !inTime || i > 0 && step.days() <= notices.get(i - 1).days()) {
                throw new IllegalArgumentException(step.kind().word() + " at " + step.days() + " days: an upcoming notice has "
                        + "negative days, one of the due day from 0 to the grace days, each later than the one before");
            }
        }
    }

    private static void requireReminders(List<Step> reminders, int graceDays) {
        if (reminders.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one reminder");
        }
        for (int i = 0; i < reminders.size(); i++) {
            Step step = reminders.get(i);
            int before = i == 0 ? graceDays : reminders.get(i - 1).days();
            if (step.level() != i + 1 || step.days() <= before) {
                throw new IllegalArgumentException("reminder " + step.level() + ": reminders are numbered from 1, each begins "
                        + "later than the one before and after the grace days");
            }
            if (step.kind() == Step.Kind.FINAL && i + 1 < reminders.size()) {
                throw new IllegalArgumentException("reminder " + step.level() + ": nothing is said after a final notice");
            }
        }
    }

    private static void requireInternal(List<Step> internal, int grace, int highest) {
        for (Step step : internal) {
            boolean twice = internal.stream().filter(other -> other.kind() == step.kind()).count() > 1;
            if (twice || step.days() <= grace || step.level() < 0 || step.level() > highest) {
                throw new IllegalArgumentException(step.kind().word() + ": a step inside the house stands once in a ladder, "
                        + "after the grace days and after one of its reminders");
            }
        }
    }

    public int highestLevel() {
        return highestLevel(steps);
    }

    private static int highestLevel(List<Step> steps) {
        return (int) steps.stream().filter(step -> step.kind().isReminder()).count();
    }

    /** The notices before and on the due day, in their order. */
    public List<Step> notices() {
        return steps.stream().filter(step -> step.kind().isNotice()).toList();
    }

    /** The steps that nobody outside the house hears of. */
    public List<Step> internal() {
        return steps.stream().filter(step -> step.kind().isInternal()).toList();
    }

    /** The reminder or notice of this level. */
    public Step step(int level) {
        return steps.stream().filter(step -> !step.kind().isInternal() && step.level() == level).findFirst().orElseThrow(
                () -> new IllegalArgumentException(name + " has no step " + level));
    }
}
