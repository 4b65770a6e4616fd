package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.intake.IntakeDesk.INVOICE_HEADER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.DataFolders;
import org.saldo.ledger.Refused;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.IntakeFigures;
import org.saldo.store.intake.IntakeStore;

/** Routes, a scheduled run and a second process may all reach for the same files of the inbox: each is taken in once. */
class IntakeRaceTest {

    private static final int FILES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void ofTwoTakersOneTakesAFile(TestDatabase kind) throws Exception {
        DatabaseSettings settings = kind.fresh();
        try (Database database = Database.open(settings);
             Database second = kind == TestDatabase.HSQLDB ? null : Database.open(settings);
             Leases here = new Leases(database, IntakeDesk.CLOCK, "here");
             Leases there = new Leases(second == null ? database : second, IntakeDesk.CLOCK, "there")) {
            List<Path> dropped = dropped();
            IntakeJob routes = job(database, here);
            IntakeJob scheduled = job(second == null ? database : second, there);
            List<IntakeReport> reports = atOnce(() -> {
                List<IntakeReport> taken = new ArrayList<>();
                for (Path file : dropped) {
                    taken.add(routes.takeIn(Incoming.file(file, FileKind.INVOICES), IntakeDesk.DAY));
                }
                return taken;
            }, () -> {
                List<IntakeReport> taken = new ArrayList<>();
                while (isAnythingLeft()) {
                    taken.addAll(scheduled.takeInbox(inbox(), IntakeDesk.DAY));
                }
                return taken;
            });
            assertThat(reports.stream().filter(report -> report.fileId() != 0).map(IntakeReport::name))
                    .as("each file, once").doesNotHaveDuplicates().hasSize(FILES);
            IntakeFigures.Line figures = new IntakeFigures(new Ledger(database, IntakeDesk.CLOCK)).since(Instant.EPOCH).get(0);
            assertThat(List.of(figures.files(), figures.read(), figures.accepted(), figures.duplicate(), figures.rejected()))
                    .as("an own row, one that every file has, and a bad one each")
                    .containsExactly((long) FILES, 3L * FILES, FILES + 1L, FILES - 1L, (long) FILES);
            assertThat(Rows.count(database, "document")).isEqualTo(FILES + 1);
            assertThat(isAnythingLeft()).isFalse();
        }
    }

    @Test
    void whatIsWrittenToWhileItsTakerWaitsIsLeftUntilItHasStopped() {
        Path file = drop("day.csv", INVOICE_HEADER + row("INV-1"));
        Runnable more = once(() -> IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + "INVOICE,INV-2,C-1,2026-1"));
        InstantSource seenThenWritten = () -> {
            more.run();
            return IntakeDesk.CLOCK.instant();
        };
        try (Database database = TestDatabase.HSQLDB.open(); Leases leases = new Leases(database, seenThenWritten, "here")) {
            assertThat(job(database, leases).takeIn(Incoming.file(file, FileKind.INVOICES), IntakeDesk.DAY).read()).isZero();
            assertThat(file).exists();
            IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + row("INV-2"));
            assertThat(job(database, leases).takeInbox(inbox(), IntakeDesk.DAY)).extracting(IntakeReport::accepted)
                    .containsExactly(2L);
        }
    }

    @Test
    void whatIsWrittenToAfterTheInboxWasLookedAtIsLeftToo() {
        Path file = drop("day.csv", INVOICE_HEADER + row("INV-1"));
        drop("next.csv", INVOICE_HEADER + row("INV-9"));
        Runnable more = once(() -> IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + "INVOICE,INV-2,C-1,2026-1"));
        InstantSource later = () -> {
            more.run();
            return Instant.parse("2100-01-01T00:00:00Z");
        };
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, data)) {
            assertThat(desk.job.takeInbox(new Inbox(desk.folders.inbox(), later, Duration.ZERO), IntakeDesk.DAY))
                    .extracting(report -> report.name() + " " + report.read()).containsExactly("day.csv 0", "next.csv 1");
            assertThat(file).exists();
        }
    }

    @Test
    void whatIsWrittenToWhileItIsReadIsTakenInAfterwardsAsAWhole() {
        Path file = drop("day.csv", INVOICE_HEADER + row("INV-1"));
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, data)) {
            assertThat(desk.job.takeIn(Incoming.file(file, FileKind.INVOICES), IntakeDesk.DAY,
                    read -> IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + row("INV-2"))).read()).isZero();
            assertThat(Rows.count(desk.database, "document")).isZero();
            assertThatThrownBy(() -> desk.job.takeIn(Incoming.command(file, Optional.empty(), Optional.empty(), false, "anna"),
                    IntakeDesk.DAY, read -> IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + row("INV-2") + " ")))
                    .isInstanceOf(Refused.class).hasMessageStartingWith("day.csv: was written to while it was read");
            IntakeDesk.write(file, INVOICE_HEADER + row("INV-1") + row("INV-2"));
            assertThat(desk.job.takeInbox(desk.inbox(), IntakeDesk.DAY)).extracting(IntakeReport::accepted).containsExactly(2L);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFileThatCannotBeArchivedKeepsNoneOfTheOthersBack() throws IOException {
        Path first = drop("a.csv", INVOICE_HEADER + row("INV-1"));
        drop("b.csv", INVOICE_HEADER + row("INV-2"));
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB, data)) {
            Path archived = Files.createDirectories(desk.folders.archive(IntakeDesk.DAY).getParent())
                    .resolve(desk.folders.archive(IntakeDesk.DAY).getFileName());
            IntakeDesk.write(archived, "a file where the archive's folder should be");
            assertThatThrownBy(() -> desk.job.takeInbox(desk.inbox(), IntakeDesk.DAY)).isInstanceOf(UncheckedIOException.class);
            assertThat(Rows.texts(desk.database, "SELECT document_number FROM document ORDER BY item_id"))
                    .as("both are in the ledger").containsExactly("INV-1", "INV-2");
            Files.delete(archived);
            assertThat(desk.job.takeInbox(desk.inbox(), IntakeDesk.DAY))
                    .as("they lie there still and are known").extracting(IntakeReport::duplicate).containsExactly(1L, 1L);
            assertThat(first).doesNotExist();
        }
    }

    private List<IntakeReport> atOnce(Callable<List<IntakeReport>> one, Callable<List<IntakeReport>> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<List<IntakeReport>>> takers = new ArrayList<>();
            for (Callable<List<IntakeReport>> taker : List.of(one, other)) {
                takers.add(threads.submit(() -> {
                    start.await();
                    return taker.call();
                }));
            }
            List<IntakeReport> reports = new ArrayList<>();
            for (Future<List<IntakeReport>> taker : takers) {
                reports.addAll(taker.get(2, TimeUnit.MINUTES));
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each has a row of its own, one that all have, and one that is refused. */
    private List<Path> dropped() {
        List<Path> files = new ArrayList<>();
        for (int i = 10; i < 10 + FILES; i++) {
            files.add(drop("day-" + i + ".csv", INVOICE_HEADER + row("INV-" + i) + row("INV-ALL") + row("").replace("EUR", "?")));
        }
        return files;
    }

    private Path drop(String name, String content) {
        return IntakeDesk.write(data.resolve("inbox/invoices").resolve(name), content);
    }

    private static String row(String number) {
        return "INVOICE," + number + ",C-1,2026-10-01,2026-10-31,EUR,1.00\n";
    }

    private static Runnable once(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                work.run();
            }
        };
    }

    private boolean isAnythingLeft() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("inbox/invoices"))) {
            return files.findAny().isPresent();
        }
    }

    private Inbox inbox() {
        return new Inbox(data.resolve("inbox"), IntakeDesk.CLOCK, Duration.ZERO);
    }

    private IntakeJob job(Database database, Leases leases) {
        return new IntakeJob(new IntakeStore(new Ledger(database, IntakeDesk.CLOCK), IntakeDesk.COMPANIES),
                new IntakeLease(leases, PATIENCE), IntakeDesk.COMPANIES, List.of(), new DataFolders(data));
    }
}
