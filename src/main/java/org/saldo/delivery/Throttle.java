package org.saldo.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many mails may leave within a minute: of the account, and to each domain of recipients. It counts what it is told of;
 * what may not go yet waits for a later run. Not for use by several threads.
 */
public final class Throttle {

    /** So far back counts what was sent. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final String ACCOUNT = "";

    private final int perMinute;
    private final int perDomain;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    /** @param perMinute of the account, @param perDomain to one domain; 0: as many as there are */
    public Throttle(int perMinute, int perDomain) {
        if (perMinute < 0 || perDomain < 0) {
            throw new IllegalArgumentException("mails a minute must not be negative");
        }
        this.perMinute = perMinute;
        this.perDomain = perDomain;
    }

    /** Whether anything is limited at all. */
    public boolean limits() {
        return perMinute > 0 || perDomain > 0;
    }

    /** The same limits, with nothing sent yet. */
    public Throttle fresh() {
        return new Throttle(perMinute, perDomain);
    }

    /** Whether a mail to these bare addresses may go now. */
    public boolean allows(List<String> recipients, Instant now) {
        return isBelow(ACCOUNT, perMinute, now)
                && domains(recipients).allMatch(domain -> isBelow(domain, perDomain, now));
    }

    /** One went, or may have gone. */
    public void sent(List<String> recipients, Instant at) {
        if (!limits()) {
            return;
        }
        Stream.concat(Stream.of(ACCOUNT), domains(recipients))
                .forEach(key -> sent.computeIfAbsent(key, any -> new ArrayDeque<>()).add(at));
    }

    private boolean isBelow(String key, int limit, Instant now) {
        Deque<Instant> times = sent.getOrDefault(key, new ArrayDeque<>());
        times.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
        return limit == 0 || times.size() < limit;
    }

    private static Stream<String> domains(List<String> recipients) {
        return recipients.stream().map(address -> address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                .distinct();
    }
}
