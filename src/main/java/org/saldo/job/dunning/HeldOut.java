package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.ledger.CustomerId;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.HeldOutStore;

/**
 * Lets the reminders of customers who were drawn by lot wait. A mail goes when the first of its items has waited its days;
 * it then tells of all.
 */
final class HeldOut {

    private static final String ACTOR = "reminders";

    private final Ledger ledger;
    private final HeldOutStore store;
    private final HoldOut holdOut;

    HeldOut(Ledger ledger, HoldOut holdOut) {
        this.ledger = ledger;
        this.store = new HeldOutStore(ledger);
        this.holdOut = holdOut;
    }

    /**
     * The day from which on the reminder may go, when that has not come; from what the customer is held out is kept.
     *
     * @param dryRun keep nothing
     */
    Optional<LocalDate> until(Reminder reminder, boolean dryRun) {
        CustomerId customer = reminder.customer().id();
        List<Reminder.Line> rising = reminder.rising();
        if (!holdOut.holds(customer) || rising.isEmpty()) {
            return Optional.empty();
        }
        Map<HeldOutStore.Key, LocalDate> since = store.since(customer);
        List<Reminder.Line> added = rising.stream().filter(line -> !since.containsKey(HeldOutStore.Key.of(line))).toList();
        if (!dryRun && !added.isEmpty()) {
            ledger.write(BatchKind.REMINDER, ACTOR, reminder.day(), batch -> store.add(batch, customer, reminder.day(), added));
        }
        LocalDate first = rising.stream().map(line -> since.getOrDefault(HeldOutStore.Key.of(line), reminder.day()))
                .min(LocalDate::compareTo).orElseThrow();
        return Optional.of(first.plusDays(holdOut.days())).filter(reminder.day()::isBefore);
    }
}
