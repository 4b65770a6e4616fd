package org.saldo.dunning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When mails may reach customers.
 *
 * @param hours         of a working day at the customer's place; at any hour when empty
 * @param spreadMinutes what cannot go at once goes in the next hours, spread over so many minutes from their beginning
 * @param mostPerWeek   so many mails of this kind to one customer in seven days; as the ladder says when empty
 * @param waitMost      a mail that could not leave within so many business days after its day is withdrawn, and decided anew
 * @param notOnStatementDay whether a reminder waits a day when a statement of account goes to the customer
 */
public record SendTimes(Optional<Hours> hours, int spreadMinutes, Optional<Integer> mostPerWeek, int waitMost,
        boolean notOnStatementDay) {

    /** Also on a day on which the customer gets a statement. */
    public SendTimes(Optional<Hours> hours, int spreadMinutes, Optional<Integer> mostPerWeek, int waitMost) {
        this(hours, spreadMinutes, mostPerWeek, waitMost, false);
    }

    /** What could not leave within two business days is decided anew. */
    public SendTimes(Optional<Hours> hours, int spreadMinutes, Optional<Integer> mostPerWeek) {
        this(hours, spreadMinutes, mostPerWeek, WAIT_USUAL);
    }


    /** At once, and as often as the ladder says. */
    public static final SendTimes ANY = new SendTimes(Optional.empty(), 0, Optional.empty());

    /** How long mails may wait where nothing else is said. */
    public static final int WAIT_USUAL = 2;

    private static final int DAYS_AHEAD = 60;

    /** From the first one on, and before the last one. */
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("hours: " + from + " is not before " + until);
            }
        }
    }

    /** @throws IllegalArgumentException when a number makes no sense */
    public SendTimes {
        if (waitMost < 1) {
            throw new IllegalArgumentException("mail-waits-business-days: a mail may wait for at least one day");
        }
        if (spreadMinutes < 0 || mostPerWeek.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("minutes are not negative, and a customer may get a mail a week");
        }
    }

    /**
     * The instant from which a mail may go: now when it is the hour for it, else in the next hours of an open day. The same
     * mail is always given the same minute.
     *
     * @param closed days on which nobody is written to at the customer's place
     * @param key    what the minute hangs on, such as the customer's number
     */
    public Instant notBefore(Instant now, ZoneId zone, Predicate<LocalDate> closed, String key) {
        if (hours.isEmpty() || isOpen(now, zone, closed)) {
            return now;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int i = 0; i < DAYS_AHEAD; i++) {
            LocalDate day = today.plusDays(i);
            if (!closed.test(day) && from(day, zone).isAfter(now)) {
                return spread(day, zone, key);
            }
        }
        return from(today.plusDays(DAYS_AHEAD), zone);
    }

    /** Whether a mail may go now. */
    public boolean isOpen(Instant now, ZoneId zone, Predicate<LocalDate> closed) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return hours.isEmpty() || !closed.test(today) && !now.isBefore(from(today, zone)) && now.isBefore(until(today, zone));
    }

    private Instant spread(LocalDate day, ZoneId zone, String key) {
        Instant from = from(day, zone);
        long minutes = Math.min(spreadMinutes, Duration.between(from, until(day, zone)).toMinutes() - 1);
        return from.plus(Duration.ofMinutes(minutes <= 0 ? 0 : Math.floorMod(key.hashCode(), minutes + 1)));
    }

    /** On a day on which the clock is set forward over it, the hour after. */
    private Instant from(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, hours.orElseThrow().from(), zone).toInstant();
    }

    private Instant until(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, hours.orElseThrow().until(), zone).toInstant();
    }
}
