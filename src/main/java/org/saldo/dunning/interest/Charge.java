package org.saldo.dunning.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.interest.InterestPolicy.Charging;
import org.saldo.money.Money;

/**
 * What is charged to one customer in one currency: the interest of days that were not charged before, and the lump sums of
 * delays whose lump sum was not. It is decided on the items given; which those are is for the caller to say.
 */
public record Charge(Currency currency, Law law, List<OfItem> items) {

    /** What one item bears; {@code lumpSum} is zero when it is none. */
    public record OfItem(long itemId, Interest interest, Money lumpSum) {

        /** The first day that is charged now; that of the delay when there is only a lump sum. */
        public LocalDate first() {
            return interest.lines().isEmpty() ? interest.item().due().plusDays(1) : interest.lines().get(0).first();
        }
    }

    /** An item of the ledger. */
    public record Candidate(long itemId, LateItem item) {
    }

    public Charge {
        items = List.copyOf(items);
    }

    /**
     * The charge on {@code day}, for the days before it; empty when it is nothing, or less than the policy's minimum. Where
     * a law knows its rate only when the debt is paid, only what is paid is charged.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public static Optional<Charge> of(InterestPolicy policy, Law law, Currency currency, List<Candidate> candidates,
            LocalDate day) {
        Charging charging = policy.charging().orElseThrow();
        List<OfItem> items = new ArrayList<>();
        candidates.forEach(candidate -> ofItem(law, candidate, charging.from(), day).ifPresent(items::add));
        Charge charge = new Charge(currency, law, items);
        Money all = charge.interest().plus(charge.lumpSums());
        return all.isPositive() && all.compareTo(policy.minimumIn(currency)) >= 0 ? Optional.of(charge) : Optional.empty();
    }

    /**
     * Why what was charged for the item is not what its days bear by the books of today, for which somebody must see to it:
     * a payment came to light later, or was taken back. Empty when it agrees.
     *
     * @throws UnknownRateException when a rate that this takes is not known
     */
    public static Optional<String> disagreement(Law law, LateItem item) {
        return item.charged().days().flatMap(days -> {
            Money now = new LateInterest(law, item).between(days.first(), days.last().plusDays(1)).total();
            return now.equals(days.interest()) ? Optional.empty() : Optional.of(item.document() + ": " + days.interest()
                    + " was charged for " + days.first() + " to " + days.last() + ", by the books of today it is " + now
                    + "; `saldo explain " + item.document() + "` names the documents: void them, and charge again");
        });
    }

    private static Optional<OfItem> ofItem(Law law, Candidate candidate, LocalDate from, LocalDate day) {
        LateItem item = candidate.item();
        LateInterest late = new LateInterest(law, item);
        boolean single = law.model() == RateModel.SINGLE_RATE;
        boolean begunBefore = late.start().filter(start -> start.isBefore(from)).isPresent();
        if (single && (begunBefore || item.open().on(day.minusDays(1)).isPositive())) {
            return Optional.empty();
        }
        LocalDate next = item.charged().through().map(last -> last.plusDays(1)).orElse(from);
        Interest interest = late.between(next.isBefore(from) ? from : next, day);
        Money none = Money.zero(interest.total().currency());
        Money lumpSum = begunBefore || item.charged().lumpSum() ? none : interest.lumpSum().orElse(none);
        return interest.total().isPositive() || lumpSum.isPositive()
                ? Optional.of(new OfItem(candidate.itemId(), interest, lumpSum)) : Optional.empty();
    }

    public Money interest() {
        return items.stream().map(item -> item.interest().total()).reduce(Money.zero(currency), Money::plus);
    }

    public Money lumpSums() {
        return items.stream().map(OfItem::lumpSum).reduce(Money.zero(currency), Money::plus);
    }
}
