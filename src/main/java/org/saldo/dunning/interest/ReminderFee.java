package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.Reminder;
import org.saldo.money.Money;

/**
 * What a law lets a creditor ask for the cost of each reminder.
 *
 * @param fromReminder   the first one that may cost something: where the first puts into delay it costs nothing
 * @param costOnly       no more than a reminder has cost, which the policy must say then
 * @param besideLumpSum  whether it is owed beside a lump sum, which pays for collecting too
 */
public record ReminderFee(int fromReminder, boolean costOnly, boolean besideLumpSum) {

    /** How a policy asks for the fees of its steps. */
    public enum Claim {
        /** As far as the law lets. */
        LAW,
        /** As agreed with the customer, whatever the law gives. */
        CONTRACT,
        /** None is asked for. */
        NONE
    }

    /**
     * What a policy says of fees.
     *
     * @param most no more than this a reminder, by currency; what a reminder costs where a law allows no more
     */
    public record Terms(Claim claim, Map<Currency, Money> most) {

        /** The fees of the steps, as far as the law lets. */
        public static final Terms BY_LAW = new Terms(Claim.LAW, Map.of());

        public Terms {
            most = Map.copyOf(most);
        }
    }

    /** A fee that a reminder has told of, and the oldest of the items that lead it. */
    public record Told(long itemId, Money amount) {
    }

    /** @throws IllegalArgumentException when the number makes no sense */
    public ReminderFee {
        if (fromReminder < 1) {
            throw new IllegalArgumentException("reminder-fee: reminders are numbered from 1");
        }
    }

    /**
     * The fee of a reminder's step in the first currency that has one: a reminder costs once. Empty when neither law nor contract
     * gives it.
     *
     * @param items by item id, those of the reminder
     * @throws UnknownRateException when no version of the law is known for the day
     */
    static Optional<Told> of(InterestPolicy.Rule rule, Reminder reminder, Map<Long, LateItem> items) {
        Map<Currency, Money> fees = reminder.step().map(step -> step.fees()).orElse(Map.of());
        Optional<Reminder.Section> section = reminder.sections().stream().filter(each -> fees.containsKey(each.currency()))
                .filter(each -> each.lines().stream().anyMatch(reminder::leads)).findFirst();
        if (section.isEmpty() || rule.fees().claim() == Claim.NONE) {
            return Optional.empty();
        }
        Money fee = fees.get(section.get().currency());
        Money most = Optional.ofNullable(rule.fees().most().get(fee.currency())).map(fee::min).orElse(fee);
        boolean given = rule.fees().claim() == Claim.CONTRACT
                || isGiven(rule, reminder, section.get(), items, rule.fees().most().containsKey(fee.currency()));
        return Optional.of(most).filter(amount -> given && amount.isPositive()).map(amount -> new Told(section.get().lines()
                .stream().filter(reminder::leads).findFirst().orElseThrow().debt().itemId(), amount));
    }

    /** Whether the rule ever asks for this fee of a reminder of this level, as its law stands now. */
    static boolean mayBeAsked(InterestPolicy.Rule rule, Money fee, int level) {
        Optional<Money> most = Optional.ofNullable(rule.fees().most().get(fee.currency()));
        boolean given = rule.fees().claim() == Claim.CONTRACT || rule.law().flatMap(Law::reminderFee)
                .filter(gives -> level >= gives.fromReminder() && (most.isPresent() || !gives.costOnly()))
                .filter(gives -> gives.besideLumpSum() || rule.law().get().lumpSum().on(fee).isEmpty()).isPresent();
        return rule.law().isPresent() && rule.fees().claim() != Claim.NONE && given && most.orElse(fee).isPositive();
    }

    private static boolean isGiven(InterestPolicy.Rule rule, Reminder reminder, Reminder.Section section,
            Map<Long, LateItem> items, boolean costIsKnown) {
        LocalDate day = reminder.day();
        Law law = rule.law().orElseThrow().forDelayFrom(day);
        return law.reminderFee().filter(gives -> reminder.level() >= gives.fromReminder())
                .filter(gives -> costIsKnown || !gives.costOnly())
                .filter(gives -> gives.besideLumpSum() || section.lines().stream().noneMatch(line ->
                        new LateInterest(rule.law().orElseThrow(), items.get(line.debt().itemId())).lumpSum(day).isPresent()))
                .isPresent();
    }
}
