package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronExpression;
import org.saldo.job.Jobs;
import org.saldo.job.Work;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.JobRuns;

/** The service starts after the time at which reminders were due; they are due at eight in Berlin, from Monday to Friday. */
class MissedRemindersTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @TempDir
    private Path data;

    @Test
    void aRunThatWasMissedIsCaughtUpOnceWhenTheServiceStarts() {
        startedAt("2026-11-02T09:00:00Z");
        assertThat(lastRun()).as("an installation that never ran has missed nothing").isEmpty();
        try (Jobs jobs = jobs("2026-10-30T07:00:00Z")) {
            jobs.work().run(Work.Step.REMINDERS, MONDAY.minusDays(3));
        }
        startedAt("2026-10-30T15:00:00Z");
        startedAt("2026-11-01T15:00:00Z");
        startedAt("2026-11-02T06:59:59Z");
        assertThat(lastRun().orElseThrow().day()).as("nothing was due on the weekend or before eight")
                .isEqualTo(MONDAY.minusDays(3));
        startedAt("2026-11-02T07:00:00Z");
        assertThat(lastRun().orElseThrow().day()).isEqualTo(MONDAY);
        startedAt("2026-11-02T11:00:00Z");
        assertThat(lastRun().orElseThrow().startedAt()).as("once").isEqualTo(Instant.parse("2026-11-02T07:00:00Z"));
    }

    @Test
    void severalMissedDaysAreOneRunOfToday() {
        try (Jobs jobs = jobs("2026-10-20T07:00:00Z")) {
            jobs.work().run(Work.Step.REMINDERS, LocalDate.of(2026, 10, 20));
        }
        startedAt("2026-11-02T09:00:00Z");
        assertThat(lastRun().orElseThrow().day()).isEqualTo(MONDAY);
        try (Jobs jobs = jobs("2026-11-02T09:00:01Z")) {
            assertThat(jobs.runs().latest()).extracting(JobRuns.Run::job).contains("intake", "reconcile");
        }
    }

    @Test
    void everyRunLooksFirstAtWhatCame() {
        try (Jobs jobs = jobs("2026-11-02T07:00:00Z")) {
            jobs.work().run(Work.Step.REMINDERS, MONDAY);
            assertThat(jobs.runs().latest()).extracting(JobRuns.Run::job).contains("intake", "reconcile", "reminders");
        }
    }

    private void startedAt(String instant) {
        try (Jobs jobs = jobs(instant)) {
            CronExpression cron = new CronExpression("0 0 8 ? * MON-FRI");
            cron.setTimeZone(TimeZone.getTimeZone(BERLIN));
            new Schedule(jobs.work(), new Today(() -> Instant.parse(instant), BERLIN), cron).missedReminders();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<JobRuns.Run> lastRun() {
        try (Jobs jobs = jobs("2026-11-02T12:00:00Z")) {
            return jobs.runs().latest().stream().filter(run -> run.job().equals("reminders")).findFirst();
        }
    }

    private Jobs jobs(String instant) {
        Folders folders = new Folders(Path.of("config"), Path.of("routes"), data);
        HubProperties properties = HubProperties.read(folders.config(), key -> Optional.ofNullable(
                Map.of("mail.from", "receivables@nordlicht.example", "intake.settle", "0").get(key)));
        return Jobs.openForService(folders, properties, () -> Instant.parse(instant));
    }
}
