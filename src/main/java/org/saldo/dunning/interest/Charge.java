package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.interest.InterestPolicy.Charging;
import org.saldo.money.Money;

/**
 * What is charged to one customer in one currency: the interest of days that were not charged before, the lump sums of delays
 * whose lump sum was not, and the fees that reminders have told of. It is decided on the items and fees given; which those are
 * is for the caller to say.
 */
public record Charge(Currency currency, Law law, List<OfItem> items, List<OfReminder> fees) {

    /**
     * What one item bears on days that follow each other, the last of which is {@code last}; {@code lumpSum} is zero when it
     * is none, and the interest has no line when there is only a lump sum.
     */
    public record OfItem(long itemId, Interest interest, LocalDate last, Money lumpSum) {

        /** The first day that is charged now; that of the delay when there is only a lump sum. */
        public LocalDate first() {
            return interest.lines().isEmpty() ? interest.item().due().plusDays(1) : interest.lines().get(0).first();
        }
    }

    /** The fee that a reminder of this day has told of; the item is the oldest of those that led it. */
    public record OfReminder(long itemId, String document, LocalDate day, Money amount, String law) {

        public String words() {
            return "the reminder of " + day + " (" + document + "): " + amount + ", " + law;
        }
    }

    /** An item of the ledger. */
    public record Candidate(long itemId, LateItem item) {
    }

    public Charge {
        items = List.copyOf(items);
        fees = List.copyOf(fees);
    }

    /**
     * The charge on {@code day}, for the days before it; empty when it is nothing, or less than the policy's minimum. Where
     * a law knows its rate only when the debt is paid, only what is paid is charged.
     *
     * @param fees those that reminders have told of and that were not charged; of days before charging began none is
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public static Optional<Charge> of(InterestPolicy policy, Law law, Currency currency, List<Candidate> candidates,
            List<OfReminder> fees, LocalDate day) {
        Charging charging = policy.charging().orElseThrow();
        List<OfItem> items = new ArrayList<>();
        candidates.forEach(candidate -> items.addAll(ofItem(law, candidate, charging.from(), day)));
        Charge charge = new Charge(currency, law, items, fees.stream().filter(fee -> fee.day().isBefore(day))
                .filter(fee -> !fee.day().isBefore(charging.from())).toList());
        Money all = charge.total();
        return all.isPositive() && all.compareTo(policy.minimumIn(currency)) >= 0 ? Optional.of(charge) : Optional.empty();
    }

    /**
     * Why what was charged for the item is not what its days bear by the books of today, for which somebody must see to it:
     * a payment came to light later, or was taken back. Empty when it agrees.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public static Optional<String> disagreement(Law law, LateItem item) {
        for (LateItem.Days days : item.charged().days()) {
            Money now = new LateInterest(law, item).between(days.first(), days.last().plusDays(1)).total();
            if (!now.equals(days.interest())) {
                return Optional.of(item.document() + ": " + days.interest() + " was charged for " + days.first() + " to "
                        + days.last() + ", by the books of today it is " + now + "; `saldo explain " + item.document()
                        + "` names the document: void it, and charge again");
            }
        }
        return Optional.empty();
    }

    private static List<OfItem> ofItem(Law law, Candidate candidate, LocalDate from, LocalDate day) {
        LateItem item = candidate.item();
        LateInterest late = new LateInterest(law, item);
        boolean begunBefore = late.start().filter(start -> start.isBefore(from)).isPresent();
        boolean waitsForPayment = law.model() == RateModel.SINGLE_RATE && item.open().on(day.minusDays(1)).isPositive();
        if (waitsForPayment || begunBefore && law.model() == RateModel.SINGLE_RATE) {
            return List.of();
        }
        List<OfItem> parts = new ArrayList<>();
        Optional<Money> lumpSum = late.until(day).lumpSum().filter(any -> !begunBefore && !item.charged().lumpSum());
        for (Interest part : late.uncharged(from, day)) {
            Money none = Money.zero(part.total().currency());
            Money sum = parts.isEmpty() ? lumpSum.orElse(none) : none;
            if (part.total().isPositive() || sum.isPositive()) {
                parts.add(new OfItem(candidate.itemId(), part, lastOf(part, day), sum));
            }
        }
        return parts;
    }

    private static LocalDate lastOf(Interest part, LocalDate day) {
        return part.lines().isEmpty() ? day.minusDays(1) : part.lines().get(part.lines().size() - 1).last();
    }

    public Money interest() {
        return items.stream().map(item -> item.interest().total()).reduce(Money.zero(currency), Money::plus);
    }

    public Money reminderFees() {
        return fees.stream().map(OfReminder::amount).reduce(Money.zero(currency), Money::plus);
    }

    public Money total() {
        return interest().plus(lumpSums()).plus(reminderFees());
    }

    public Money lumpSums() {
        return items.stream().map(OfItem::lumpSum).reduce(Money.zero(currency), Money::plus);
    }
}
