package org.saldo.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.saldo.store.JobRuns;
import org.saldo.store.export.StatusStore;

/** Tells what runs, waits, fails and is stale, in lines that a person reads and a script can grep. */
public final class StatusJob {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int UNREADABLE_MOST = 20;
    private static final Set<String> TROUBLED_MAIL = Set.of("IN_DOUBT", "FAILED", "BOUNCED");

    private final JobRuns runs;
    private final StatusStore store;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Supplier<List<String>> stops;

    /** @param stops what stops mail to customers until people act */
    StatusJob(JobRuns runs, StatusStore store, InstantSource clock, ZoneId zone, Supplier<List<String>> stops) {
        this.runs = runs;
        this.store = store;
        this.clock = clock;
        this.zone = zone;
        this.stops = stops;
    }

    /** The lines, and whether one of them asks for somebody to act. */
    public record Report(List<String> lines, boolean needsAPerson) {
    }

    /** @param day the day against which bank data is old */
    public Report report(LocalDate day) {
        List<String> lines = new ArrayList<>();
        boolean needsAPerson = false;
        for (JobRuns.Run run : runs.latest()) {
            needsAPerson |= run.outcome() == JobRuns.Outcome.FAILED;
            lines.add(line(run));
        }
        if (lines.isEmpty()) {
            lines.add("no job has run yet; start the service with `saldo run`, or once with `saldo once`");
        }
        List<String> leases = store.heldLeases();
        lines.add("working now     " + (leases.isEmpty() ? "nothing" : String.join(", ", leases)));
        for (StatusStore.Count waiting : store.waiting()) {
            lines.add("waiting         %6d %s".formatted(waiting.count(), waiting.name()));
        }
        for (StatusStore.Count mail : store.mails()) {
            boolean troubled = TROUBLED_MAIL.contains(mail.name()) && mail.count() > 0;
            needsAPerson |= troubled;
            lines.add("mail            %6d %s%s".formatted(mail.count(), mail.name(),
                    troubled ? "; look at `saldo mails list`, then `saldo mails retry|cancel ID`" : ""));
        }
        store.unreadableMails(UNREADABLE_MOST).forEach(mail -> lines.add("mail %d %s".formatted(mail.mailId(), mail.what())));
        for (StatusStore.BankData account : store.bankData()) {
            long age = ChronoUnit.DAYS.between(account.bookedUntil(), day);
            lines.add("bank data       %s ...%s booked until %s, %d day(s) old".formatted(account.company(),
                    lastFour(account.account()), account.bookedUntil(), age));
        }
        List<String> stopped = stops.get();
        stopped.forEach(why -> lines.add("mail is stopped %s".formatted(why)));
        return new Report(List.copyOf(lines), needsAPerson || !stopped.isEmpty());
    }

    private String line(JobRuns.Run run) {
        Instant end = run.endedAt().orElse(clock.instant());
        String took = run.endedAt().isPresent() ? "took " : "since ";
        Duration lasted = Duration.between(run.startedAt(), end);
        return "%-15s %s for %s, %s, %s%d.%03d s%s".formatted(run.job(), run.outcome(), run.day(),
                TIME.format(run.startedAt().atZone(zone)), took, lasted.toSeconds(), lasted.toMillisPart(),
                run.summary().isEmpty() ? "" : ": " + run.summary());
    }

    private static String lastFour(String account) {
        return account.length() <= 4 ? account : account.substring(account.length() - 4);
    }
}
