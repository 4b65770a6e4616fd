package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.Cover;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestPolicy.Rule;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.money.Money;

/**
 * What a reminder says of interest.
 *
 * @param reserved that the terms and the liability for paying late stay as they are, without a figure
 * @param untold   why no figure could be said although the policy wants one; the reminder goes without it
 */
public record InterestNotice(boolean reserved, List<Sum> sums, Optional<String> untold) {

    public static final InterestNotice NONE = new InterestNotice(false, List.of(), Optional.empty());

    /**
     * What has accrued in one currency on the items of the reminder.
     *
     * @param law   as it is cited
     * @param last  the last day that counts
     * @param items item by item, for whoever asks how it was computed
     * @param fee   what the reminder itself costs
     */
    public record Sum(String law, LocalDate last, Money interest, Money lumpSums, List<Interest> items,
            Optional<ReminderFee.Told> fee) {

        public Sum {
            items = List.copyOf(items);
        }

        /** Without a fee. */
        public Sum(String law, LocalDate last, Money interest, Money lumpSums, List<Interest> items) {
            this(law, last, interest, lumpSums, items, Optional.empty());
        }

        private Sum with(ReminderFee.Told told) {
            return new Sum(law, last, interest, lumpSums, items, Optional.of(told));
        }

        private boolean isOf(Currency currency) {
            return interest.currency().equals(currency);
        }
    }

    public InterestNotice {
        sums = List.copyOf(sums);
    }

    /** Whether the items of the reminder must be read for it. */
    public static boolean needsItems(InterestPolicy policy, Reminder reminder) {
        return (reminder.highest() >= policy.fromLevel() || hasFee(reminder))
                && policy.ruleFor(reminder.customer()).filter(rule -> rule.use() != Use.RESERVE).isPresent();
    }

    private static boolean hasFee(Reminder reminder) {
        return reminder.step().filter(step -> !step.fees().isEmpty()).isPresent();
    }

    /**
     * What the policy wants said, on what the reminder asks for: nothing on what is disputed, promised or in a plan. Interest
     * counts through the day before the reminder's, for who pays on a day does not owe it for that day. Money that is here and
     * credited counts since the earliest day on which any of it came.
     *
     * @param items by item id, those of the reminder; none are needed unless {@link #needsItems}
     */
    public static InterestNotice of(InterestPolicy policy, Reminder reminder, DunningCase customer,
            Map<Long, LateItem> items) {
        Optional<Rule> rule = policy.ruleFor(reminder.customer());
        boolean late = reminder.highest() >= policy.fromLevel();
        if (rule.isEmpty()) {
            return NONE;
        }
        if (rule.get().use() == Use.RESERVE) {
            return late ? new InterestNotice(true, List.of(), Optional.empty()) : NONE;
        }
        InterestNotice interest = late ? interest(policy, rule.get(), reminder, customer, items) : NONE;
        return hasFee(reminder) ? interest.withFee(rule.get(), reminder, items) : interest;
    }

    /** The fee is told whatever else accrued, and also where a rate is not known: it takes none. */
    private InterestNotice withFee(Rule rule, Reminder reminder, Map<Long, LateItem> items) {
        try {
            Optional<ReminderFee.Told> fee = ReminderFee.of(rule, reminder, items);
            if (fee.isEmpty()) {
                return this;
            }
            Currency currency = fee.get().amount().currency();
            Sum sum = sums.stream().filter(each -> each.isOf(currency)).findFirst().orElseGet(() -> new Sum(rule.law()
                    .orElseThrow().title(), reminder.day().minusDays(1), Money.zero(currency), Money.zero(currency), List.of()));
            List<Sum> all = new ArrayList<>(sums.stream().filter(each -> !each.isOf(currency)).toList());
            all.add(sum.with(fee.get()));
            return new InterestNotice(reserved, all, untold);
        } catch (UnknownRateException unknown) {
            return new InterestNotice(reserved, sums, Optional.of(unknown.getMessage()));
        }
    }

    private static InterestNotice interest(InterestPolicy policy, Rule rule, Reminder reminder, DunningCase customer,
            Map<Long, LateItem> items) {
        List<Sum> sums = new ArrayList<>();
        try {
            for (Reminder.Section section : reminder.sections()) {
                Sum sum = sum(rule.law().orElseThrow(), section, reminder.day(), customer, items);
                Money all = sum.interest().plus(sum.lumpSums());
                if (all.isPositive() && all.compareTo(policy.minimumIn(section.currency())) >= 0) {
                    sums.add(sum);
                }
            }
        } catch (UnknownRateException unknown) {
            return new InterestNotice(false, List.of(), Optional.of(unknown.getMessage()));
        }
        return new InterestNotice(false, sums, Optional.empty());
    }

    private static Sum sum(Law law, Reminder.Section section, LocalDate day, DunningCase customer,
            Map<Long, LateItem> items) {
        Money interest = Money.zero(section.currency());
        Money lumpSums = interest;
        List<Interest> each = new ArrayList<>();
        Money credited = section.credited();
        for (Reminder.Line line : section.lines()) {
            Money here = credited.min(line.debt().open().minus(line.excluded()));
            credited = credited.minus(here);
            LateItem item = less(items.get(line.debt().itemId()), line.excluded(), here, covered(section, customer));
            Interest ofItem = new LateInterest(law, item).owed(day);
            interest = interest.plus(ofItem.total());
            lumpSums = ofItem.lumpSum().map(lumpSums::plus).orElse(lumpSums);
            each.add(ofItem);
        }
        return new Sum(law.title(), day.minusDays(1), interest, lumpSums, each);
    }

    /** The earliest day on which any of the money came that is here in the section's currency. */
    private static Optional<LocalDate> covered(Reminder.Section section, DunningCase customer) {
        return customer.covers().stream().filter(cover -> cover.amount().currency().equals(section.currency()))
                .map(Cover::since).min(Comparator.naturalOrder());
    }

    private static LateItem less(LateItem item, Money excluded, Money credited, Optional<LocalDate> since) {
        OpenByDay asked = item.open().less(item.due(), excluded).less(since.orElse(item.due()), credited);
        return new LateItem(item.document(), item.due(), item.firstReminder(), asked, item.charged());
    }
}
