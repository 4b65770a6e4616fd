package org.saldo.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a mail waits after a temporary refusal: {@code first}, then twice as long each time up to {@code longest}; after
 * {@code attempts} refusals it is given up and a person decides.
 */
public record Backoff(Duration first, Duration longest, int attempts) {

    /** A minute, two, four … an hour, for about a day, as RFC 5321 (4.5.4.1) suggests for a sender's queue. */
    public static final Backoff ABOUT_A_DAY = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 30);

    public Backoff {
        if (first.isNegative() || first.compareTo(longest) > 0 || attempts < 1) {
            throw new IllegalArgumentException("back-off from " + first + " to " + longest + ", " + attempts
                    + " attempts: the first wait must not exceed the longest, and there must be an attempt");
        }
    }

    /** The wait after the refusal number {@code refusals} (1 for the first); empty when the mail is given up. */
    public Optional<Duration> after(int refusals) {
        if (refusals >= attempts) {
            return Optional.empty();
        }
        Duration wait = first;
        for (int i = 1; i < refusals && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return Optional.of(wait.compareTo(longest) > 0 ? longest : wait);
    }
}
