package org.saldo.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.Hub;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.Jobs;
import org.saldo.job.intake.IntakeReport;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.FileDatabase;
import org.saldo.store.FileDatabaseServer;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.IntakeFigures;

/** SIGTERM in the middle of a large file: the service finishes it, a command leaves nothing and can be given again. */
class TerminationIT {

    private static final int ROWS = 20_000;
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final String HALF_WAY = "SELECT CAST(d.item_id AS VARCHAR(20)) FROM document d"
            + " JOIN batch b ON b.batch_id = d.batch_id WHERE b.known_at IS NULL LIMIT 1";

    @TempDir
    Path folder;

    private final Map<String, String> keys = new HashMap<>(Map.of("intake.poll", "100", "intake.settle", "100",
            "management.port", "0", "reconcile.cron", "0 0 0 1 1 ? 2099"));
    private TestDatabase kind;
    private DatabaseSettings settings;

    @ParameterizedTest
    @EnumSource
    void theServiceFinishesTheFileThatItIsTakingIn(TestDatabase database) throws Exception {
        use(database);
        Path inbox = Files.createDirectories(folders().inbox().resolve("invoices"));
        write(inbox.resolve("large.csv"));
        Process service = saldo("run");
        try {
            terminateHalfWay(service);
            assertThat(service.exitValue()).isZero();
        } finally {
            service.destroyForcibly();
        }
        try (Jobs jobs = Jobs.open(folders(), properties(), InstantSource.system())) {
            assertThat(accepted(jobs)).isEqualTo(ROWS);
            assertThat(jobs.verify().run().holds()).isTrue();
        }
        try (Stream<Path> left = Files.list(inbox)) {
            assertThat(left).as("it is in the archive").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandLeavesNothingAndTheNextOneTakesAllIn(TestDatabase database) throws Exception {
        use(database);
        Path file = write(folder.resolve("large.csv"));
        try (Jobs jobs = Jobs.openForService(folders(), properties(), InstantSource.system())) {
            Optional<FileDatabaseServer> shared = jobs.share();
            Process command = saldo("import", file.toString());
            try {
                terminateHalfWay(command);
                assertThat(command.exitValue()).isNotZero();
            } finally {
                command.destroyForcibly();
            }
            assertThat(accepted(jobs)).isZero();
            assertThat(jobs.verify().run().holds()).isTrue();
            assertThat(leaseHolders()).as("who must be waited for").containsExactly("");
            AtomicLong told = new AtomicLong();
            IntakeReport report = jobs.work().takeInByHand(Incoming.command(file, Optional.of(FileKind.INVOICES),
                    Optional.empty(), false, "test"), DAY, told::set);
            assertThat(told).as("progress").hasValue(ROWS);
            assertThat(report).extracting(IntakeReport::accepted, IntakeReport::duplicate).containsExactly((long) ROWS, 0L);
            assertThat(accepted(jobs)).isEqualTo(ROWS);
            assertThat(jobs.verify().run().holds()).isTrue();
            shared.ifPresent(FileDatabaseServer::close);
        }
    }

    private void use(TestDatabase database) {
        kind = database;
        settings = database.fresh();
        if (kind == TestDatabase.POSTGRESQL) {
            keys.putAll(Map.of("db.url", settings.url(), "db.user", settings.user(), "db.password", settings.password()));
            Database.open(settings).close();
        }
    }

    private Folders folders() {
        return new Folders(Path.of("config"), Path.of("routes"), folder.resolve("data"));
    }

    private HubProperties properties() {
        return HubProperties.read(folders().config(), key -> Optional.ofNullable(keys.get(key)));
    }

    private static long accepted(Jobs jobs) {
        return new IntakeFigures(jobs.ledger()).since(Instant.EPOCH).stream().mapToLong(IntakeFigures.Line::accepted).sum();
    }

    private List<String> leaseHolders() {
        try (Database database = joined()) {
            return Rows.texts(database, "SELECT holder FROM lease WHERE lease_name = 'intake'");
        }
    }

    private Database joined() {
        return kind == TestDatabase.POSTGRESQL ? Database.open(settings) : new FileDatabase(folders().database()).open();
    }

    private void terminateHalfWay(Process process) throws InterruptedException {
        await().atMost(SOON).until(() -> kind == TestDatabase.POSTGRESQL || !process.isAlive()
                || Files.exists(folders().database().resolve("server")));
        try (Database database = joined()) {
            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> !process.isAlive()
                    || !Rows.texts(database, HALF_WAY).isEmpty());
            assertThat(process.isAlive()).as("it is still at work").isTrue();
            process.destroy();
        }
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    private Process saldo(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), Hub.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--config", folders().config().toString(), "--routes", folders().routes().toString(),
                "--data", folders().data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        keys.forEach((key, value) -> builder.environment().put(HubProperties.inEnvironment(key), value));
        return builder.start();
    }

    private static Path write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write("document_type,document_number,customer_id,issue_date,due_date,currency,amount\n");
            for (int row = 0; row < ROWS; row++) {
                out.write("INVOICE,INV-%07d,C-%d,2026-10-01,2026-10-31,EUR,%d.00\n".formatted(row, row % 100, 1 + row % 900));
            }
        }
        return Files.move(part, file);
    }
}
