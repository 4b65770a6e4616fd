package org.saldo.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * Our balance of all customers against the ERP's control account on the same day, and what of ours the difference is:
 * {@code named} holds the references of the rows that add up to it, or nothing when none do; {@code customers} those whose
 * balance the ERP says otherwise, where it says any, the largest difference first.
 */
public record ControlComparison(Money ours, Optional<Money> theirs, List<String> named, List<OfCustomer> customers) {

    private static final int PAIRED_MOST = 400;

    /** What the ERP said, and when it became known to us. */
    public record Control(Money balance, Instant knownAt) {
    }

    /** One customer's balance, ours and the ERP's. */
    public record OfCustomer(String number, Money ours, Money theirs) {

        public Money difference() {
            return ours.minus(theirs);
        }
    }

    public ControlComparison {
        named = List.copyOf(named);
        customers = customers.stream().filter(each -> !each.difference().isZero())
                .sorted(Comparator.comparing((OfCustomer each) -> each.difference().abs()).reversed()
                        .thenComparing(OfCustomer::number)).toList();
    }

    /** Where the ERP says no balances of customers. */
    public ControlComparison(Money ours, Optional<Money> theirs, List<String> named) {
        this(ours, theirs, named, List.of());
    }

    /** The same with balances of customers as far as the ERP says them. */
    public ControlComparison with(List<OfCustomer> balances) {
        return new ControlComparison(ours, theirs, named, balances);
    }

    /** What of the difference is no customer's of those that the ERP names. */
    public Money unexplained() {
        return customers.stream().map(OfCustomer::difference).reduce(difference().orElse(Money.zero(ours.currency())),
                Money::minus);
    }

    public Optional<Money> difference() {
        return theirs.map(ours::minus);
    }

    public boolean agrees() {
        return difference().filter(Money::isZero).isPresent();
    }

    /** @param recent the movements of the last weeks before the day, of all customers, in which the difference is looked for */
    public static ControlComparison of(Money ours, Optional<Control> control, List<Movement> recent) {
        Optional<Money> theirs = control.map(Control::balance);
        Optional<Money> difference = theirs.map(ours::minus).filter(apart -> !apart.isZero());
        List<String> named = difference.map(apart -> name(apart, control.get().knownAt(), recent)).orElse(List.of());
        return new ControlComparison(ours, theirs, named);
    }

    private static List<String> name(Money difference, Instant controlKnownAt, List<Movement> recent) {
        List<Movement> latestFirst = recent.stream()
                .filter(movement -> movement.amount().currency().equals(difference.currency()))
                .sorted(Comparator.reverseOrder()).toList();
        List<Movement> alike = latestFirst.stream().filter(movement -> movement.amount().equals(difference)).toList();
        if (alike.size() == 1) {
            return references(alike);
        }
        List<Movement> since = latestFirst.stream().filter(movement -> movement.knownAt().isAfter(controlKnownAt)).toList();
        Money sum = since.stream().map(Movement::amount).reduce(Money.zero(difference.currency()), Money::plus);
        if (!since.isEmpty() && sum.equals(difference)) {
            return references(since);
        }
        return alike.isEmpty() ? onlyPair(difference, latestFirst) : List.of();
    }

    /** Two rows that add up to the difference, when no other two do. */
    private static List<String> onlyPair(Money difference, List<Movement> latestFirst) {
        List<Movement> searched = latestFirst.subList(0, Math.min(PAIRED_MOST, latestFirst.size()));
        List<String> found = List.of();
        for (int i = 0; i < searched.size(); i++) {
            for (int j = i + 1; j < searched.size(); j++) {
                if (searched.get(i).amount().plus(searched.get(j).amount()).equals(difference)) {
                    if (!found.isEmpty()) {
                        return List.of();
                    }
                    found = references(List.of(searched.get(i), searched.get(j)));
                }
            }
        }
        return found;
    }

    private static List<String> references(List<Movement> movements) {
        return new ArrayList<>(movements.stream().map(Movement::reference).sorted().toList());
    }
}
