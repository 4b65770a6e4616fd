package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why the customer's master data says that nobody is to remind it; without a last day it holds until the data change. A
 * direct debit stops reminders of an item for a few days only.
 */
public record MasterStop(Optional<BlockKind> kind, Optional<LocalDate> until) {

    public static final MasterStop NONE = new MasterStop(Optional.empty(), Optional.empty());

    /** Why it keeps all reminders back on this day, when it does. */
    public Optional<BlockKind> whyOn(LocalDate day) {
        return kind.filter(any -> !isDirectDebit() && !isPast(day));
    }

    /** Whether what the customer owes is collected from its account on this day. */
    public boolean collectsOn(LocalDate day) {
        return isDirectDebit() && !isPast(day);
    }

    private boolean isDirectDebit() {
        return kind.filter(BlockKind.DIRECT_DEBIT::equals).isPresent();
    }

    private boolean isPast(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }
}
