package org.saldo.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.saldo.money.Money;

/**
 * What is owed in one currency, by days past the due date. Credits (open credit notes and unapplied cash) stand in a
 * figure of their own, positive, and are never netted into a bucket: {@code balance = sum of amounts - credits}.
 */
public record AgingSchedule(AgingBuckets buckets, List<Money> amounts, Money credits) {

    /** Something open: its due date and what it adds to the balance, negative for a credit note. */
    public record Due(LocalDate dueDate, Money balance) {
    }

    public AgingSchedule {
        amounts = List.copyOf(amounts);
        if (amounts.size() != buckets.count()) {
            throw new IllegalArgumentException(amounts.size() + " amounts for " + buckets.count() + " aging buckets");
        }
    }

    public static AgingSchedule empty(AgingBuckets buckets, Currency currency) {
        return new AgingSchedule(buckets, Collections.nCopies(buckets.count(), Money.zero(currency)),
                Money.zero(currency));
    }

    /** The schedule at the end of {@code day}; {@code unapplied} is positive when the customer has cash to its credit. */
    public static AgingSchedule of(AgingBuckets buckets, LocalDate day, List<Due> open, Money unapplied) {
        Money zero = Money.zero(unapplied.currency());
        List<Money> amounts = new ArrayList<>(Collections.nCopies(buckets.count(), zero));
        Money credits = unapplied;
        for (Due due : open) {
            if (due.balance().isNegative()) {
                credits = credits.minus(due.balance());
            } else {
                int index = buckets.indexOf(ChronoUnit.DAYS.between(due.dueDate(), day));
                amounts.set(index, amounts.get(index).plus(due.balance()));
            }
        }
        return new AgingSchedule(buckets, amounts, credits);
    }

    public AgingSchedule plus(AgingSchedule other) {
        if (!buckets.equals(other.buckets)) {
            throw new IllegalArgumentException("aging schedules of different buckets do not add up");
        }
        List<Money> sums = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            sums.add(amounts.get(i).plus(other.amounts.get(i)));
        }
        return new AgingSchedule(buckets, sums, credits.plus(other.credits));
    }

    public Money notDue() {
        return amounts.get(0);
    }

    /** What is past its due date, credits not deducted. */
    public Money overdue() {
        return amounts.stream().skip(1).reduce(Money.zero(credits.currency()), Money::plus);
    }

    public Money balance() {
        return notDue().plus(overdue()).minus(credits);
    }
}
