package org.saldo.command.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.saldo.camel.Beans;
import org.saldo.camel.Service;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.DeliveryReport;
import org.saldo.job.Jobs;
import org.saldo.job.dunning.DunningReport;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.job.statement.StatementReport;
import org.saldo.ledger.Decider;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.export.IntakeFigures;

/**
 * The main job on embedded defaults, end to end: the made-up companies' files, source database and mailbox go in through
 * the routes of the service, receipts are applied, the month's statements are made, reminders are decided, looked at
 * again and sent, and the ledger is verified. The day is always the same, so that the story is; the clock runs on from it.
 */
public final class Demo {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = DemoYear.TODAY.atTime(9, 0).atZone(ZONE).toInstant();
    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoPlace place;
    private final InstantSource clock;
    private final DemoYear year = new DemoYear();
    private final DemoFiles files = new DemoFiles(year);
    private final DemoStory story;

    /** @param shipped the folders of the image, whose settings and routes the demo uses */
    public Demo(Path folder, Folders shipped, InstantSource wall, PrintWriter out) {
        Instant started = wall.instant();
        this.place = new DemoPlace(folder, shipped);
        this.clock = () -> MORNING.plus(Duration.between(started, wall.instant()));
        this.story = new DemoStory(out, place);
    }

    public Folders folders() {
        return place.folders();
    }

    /** Runs it once more or for the first time; what was done before is not done again. */
    public void run() {
        try (DemoMailServer server = new DemoMailServer(); DemoErp erp = new DemoErp(place.sourceDatabase())) {
            Map<String, String> settings = settings(server, erp);
            HubProperties properties = HubProperties.read(place.folders().config(),
                    key -> Optional.ofNullable(settings.get(key)));
            erp.fill(files.databaseInvoices());
            files.write(place.folders().inbox());
            mail(server);
            try (Jobs jobs = Jobs.openForService(place.folders(), properties, clock)) {
                work(jobs, properties, server);
            }
            story.tellWhereToLook(server.saveSent(place.mail()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void work(Jobs jobs, HubProperties properties, DemoMailServer server) throws IOException {
        Instant before = jobs.ledger().knownAt();
        Instant begun = clock.instant();
        try (Service service = Service.start(place.folders(), properties, new Beans(properties, jobs, clock), jobs)) {
            await("everything is taken in", () -> inboxIsEmpty() && server.waiting() == 0 && sourceIsRead(jobs, begun));
            story.tellIntake(new IntakeFigures(jobs.ledger()), before, service.routes());
        }
        releaseBankAccount(jobs);
        ReconciliationReport applied = jobs.reconciliation().run(DemoYear.TODAY);
        story.tellApplied(applied, jobs);
        StatementReport statements = jobs.statements().run(DemoYear.LAST_MONTH, Optional.empty(), DemoYear.TODAY, false);
        DunningReport reminders = jobs.dunning().run(DemoYear.TODAY, false);
        lateMoney(jobs);
        DeliveryReport delivered = jobs.delivery().run();
        story.tellStatements(statements);
        story.tellAccounts(jobs.bankAccounts().list());
        story.tellReminders(reminders, delivered);
        story.tellVerified(jobs.verify().run());
    }

    /** What is printed to customers takes two people, in the demo as well. */
    private static void releaseBankAccount(Jobs jobs) {
        if (!jobs.bankAccounts().stops().isEmpty()) {
            DemoPlace.TREASURERS.forEach(person -> jobs.bankAccountDesk().release(jobs.people().authority(), new Decider(person,
                    "compared with the bank's letter", DemoYear.TODAY, DemoCast.PUMPS), DemoPlace.BANK_ACCOUNT));
        }
    }

    /** Between the decision to remind and the sending of the mail, money comes in. */
    private void lateMoney(Jobs jobs) throws IOException {
        Path file = place.folders().inbox().resolve("payments/bank-2026-11-05.csv");
        DemoFiles.put(file, DemoFiles.paymentsCsv(Stream.of(DemoScenes.lateMoney())));
        jobs.work().takeIn(Incoming.file(file, FileKind.PAYMENTS), DemoYear.TODAY);
        jobs.reconciliation().run(DemoYear.TODAY);
    }

    private void mail(DemoMailServer server) {
        LocalDate[] weeks = {LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 16),
            LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 1), DemoYear.TODAY};
        for (int i = 0; i + 1 < weeks.length; i++) {
            LocalDate from = weeks[i].minusDays(i == 0 ? 0 : 1);
            LocalDate until = weeks[i + 1];
            server.deliver("Bank lines until " + until, "bank-" + weeks[i] + "-payments.csv",
                    files.paymentsCsv(booked -> !booked.isBefore(from) && booked.isBefore(until)));
        }
        server.deliver("Remittance advices of October", "remittances-2026-10.csv", files.remittancesCsv());
    }

    private static boolean sourceIsRead(Jobs jobs, Instant since) {
        return jobs.runs().latest().stream().filter(run -> run.job().startsWith("source ") && run.endedAt().isPresent()
                && !run.startedAt().isBefore(since)).count() == 2;
    }

    private boolean inboxIsEmpty() {
        try (Stream<Path> waiting = Files.walk(place.folders().inbox())) {
            return waiting.noneMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException movedMeanwhile) {
            return false;
        }
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + PATIENCE.toSeconds() + " s until " + what + "; see the log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static Map<String, String> settings(DemoMailServer server, DemoErp erp) {
        return Map.ofEntries(
                Map.entry("hub.time-zone", ZONE.getId()),
                Map.entry("intake.poll", "200"),
                Map.entry("intake.settle", "100"),
                Map.entry("reconcile.cron", NEVER),
                Map.entry("statements.cron", NEVER),
                Map.entry("reminders.cron", NEVER),
                Map.entry("deliver.cron", NEVER),
                Map.entry("exports.cron", NEVER),
                Map.entry("source.cron", "* * * * * ?"),
                Map.entry("source.url", erp.url()),
                Map.entry("source.user", "SA"),
                Map.entry("management.port", "0"),
                Map.entry("mail.customers", "on"),
                Map.entry("mail.from", "accounts@nordlicht.example"),
                Map.entry("mail.host", "127.0.0.1"),
                Map.entry("mail.port", Integer.toString(server.smtpPort())),
                Map.entry("mail.security", "none"),
                Map.entry("intake.mail.url", "imap:127.0.0.1:" + server.imapPort()),
                Map.entry("intake.mail.user", DemoMailServer.USER),
                Map.entry("intake.mail.password", DemoMailServer.PASSWORD),
                Map.entry("intake.mail.senders", DemoMailServer.SENDER));
    }
}
