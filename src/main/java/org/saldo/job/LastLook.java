package org.saldo.job;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;
import org.saldo.store.mail.DueMail;

/** A look at a mail just before it goes out: what it says may no longer be true. */
@FunctionalInterface
public interface LastLook {

    /** Lets every mail go. */
    LastLook NONE = mail -> Optional.empty();

    /** Which mails will be looked at next, in this order: what is asked of each may be read for several of them at once. */
    default void expect(List<DueMail> mails) {
    }

    /** Why a mail has to wait that nothing is wrong with; empty when it need not. */
    default Optional<Words> held(DueMail mail) {
        return Optional.empty();
    }

    /** Whether what {@link #held} says of this mail hangs on how mails before it fared: all of that is noted first. */
    default boolean asksHowOthersFared(DueMail mail) {
        return false;
    }

    /** Cancels a mail that should not go any more and returns the reason; empty when it may go. */
    Optional<Words> cancelled(DueMail mail);
}
