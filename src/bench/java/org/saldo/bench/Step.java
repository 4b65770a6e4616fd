package org.saldo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.intake.FileKind;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.reconciliation.Outcome;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.verify.VerifyReport;

/** What is measured, each in a process of its own: {@code Step NAME WORK URL USER PASSWORD [MORE]}. */
public final class Step {

    /** The exit of a step that stops without closing its database. */
    static final int HALTED = 7;

    /** The tables that intake fills with a row or more for each row of a file, as they refer to each other. */
    private static final List<String> TABLES = List.of("document", "document_reference", "receipt", "open_item",
            "open_receipt");
    private static final double NEARLY_FULL = 0.9;

    private final Path work;
    private final DatabaseSettings settings;

    private Step(Path work, DatabaseSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Step step = new Step(Path.of(arguments[1]), new DatabaseSettings(arguments[2], arguments[3], arguments[4]));
        switch (arguments[0]) {
            case "customers" -> step.customers();
            case "intake" -> step.intake();
            case "save" -> step.save();
            case "yardstick" -> step.yardstick();
            case "open" -> step.open();
            case "kill" -> step.kill(Long.parseLong(arguments[5]));
            case "reconcile" -> step.reconcile();
            case "save-decided" -> step.withConnection(connection -> step.decisions(connection).save());
            case "duckdb" -> step.duckdb();
            case "decided" -> step.decided();
            case "verify" -> step.verify();
            default -> throw new IllegalArgumentException("no step is called " + arguments[0]);
        }
    }

    private void customers() {
        try (Hub hub = new Hub(settings, work)) {
            hub.takeIn(work.resolve("customers.csv"), FileKind.CUSTOMERS);
        }
    }

    private void intake() throws Exception {
        try (Hub hub = new Hub(settings, work)) {
            takeIn(hub, "invoices", FileKind.INVOICES);
            takeIn(hub, "payments", FileKind.PAYMENTS);
        }
        Figures.tell("heap.mb", Runtime.getRuntime().maxMemory() >> 20);
    }

    private void takeIn(Hub hub, String name, FileKind kind) throws Exception {
        Stopwatch watch = new Stopwatch();
        watch.time(() -> {
            IntakeReport report = hub.takeIn(work.resolve(name + ".csv"), kind);
            if (report.accepted() != report.read() || report.read() == 0) {
                throw new IllegalStateException("not all of " + name + " was accepted: " + report);
            }
        });
        watch.tell(name);
    }

    private void save() throws Exception {
        withConnection(connection -> {
            for (String table : tablesAndBatch()) {
                yard().save(connection, table, work.resolve(table + ".rows"));
            }
        });
    }

    private void yardstick() throws Exception {
        withConnection(connection -> {
            connection.setAutoCommit(false);
            yard().load(connection, "batch", work.resolve("batch.rows"), new Stopwatch());
            Stopwatch watch = new Stopwatch();
            long rows = 0;
            for (String table : TABLES) {
                rows += yard().load(connection, table, work.resolve(table + ".rows"), watch);
            }
            watch.tell("yardstick");
            Figures.tell("rows", rows);
        });
    }

    /** From the files to what is open, in a database file of its own. */
    private void duckdb() throws Exception {
        Stopwatch watch = new Stopwatch();
        watch.time(() -> {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + work.resolve("duck.db"));
                 Statement sql = connection.createStatement()) {
                DuckMatch match = new DuckMatch(sql, work);
                match.load();
                match.join();
                sql.execute("CHECKPOINT");
            }
        });
        watch.tell("duckdb");
    }

    private PlainDecisions decisions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new PlainDecisions(connection, work);
    }

    private void decided() throws Exception {
        withConnection(connection -> {
            Stopwatch watch = new Stopwatch();
            Figures.tell("rows", decisions(connection).load(watch));
            watch.tell("decided");
        });
    }

    private interface ConnectionWork {
        void use(Connection connection) throws Exception;
    }

    private void withConnection(ConnectionWork work) throws Exception {
        Database database = Database.open(settings);
        try (Connection connection = connect()) {
            work.use(connection);
        } finally {
            database.close();
        }
    }

    private void open() throws Exception {
        Stopwatch watch = new Stopwatch();
        Database[] opened = new Database[1];
        watch.time(() -> {
            opened[0] = Database.open(settings);
            ask("SELECT COUNT(*) FROM batch WHERE known_at IS NOT NULL");
            ask("SELECT MAX(item_id) FROM document WHERE company = 'main' AND customer_id = 'C77'");
        });
        watch.tell("open");
        opened[0].close();
    }

    private void ask(String question) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
             ResultSet answer = statement.executeQuery(question)) {
            answer.next();
        }
    }

    /** Takes more files in until the log of the file database is nearly as long as it gets, and stops dead. */
    private void kill(long logBytes) throws Exception {
        Path log = Path.of(settings.url().replaceFirst("^jdbc:hsqldb:file:", "").replaceFirst(";.*", "") + ".log");
        Hub hub = new Hub(settings, work);
        Thread watcher = new Thread(() -> {
            while (length(log) < logBytes * NEARLY_FULL) {
                Thread.onSpinWait();
            }
            Figures.tell("log.mb", length(log) >> 20);
            System.out.flush();
            Runtime.getRuntime().halt(HALTED);
        });
        watcher.start();
        hub.takeIn(work.resolve("more-invoices.csv"), FileKind.INVOICES);
        hub.takeIn(work.resolve("more-payments.csv"), FileKind.PAYMENTS);
        throw new IllegalStateException("the files were too short to fill the log to " + logBytes + " bytes");
    }

    private static long length(Path file) {
        return Files.exists(file) ? file.toFile().length() : 0;
    }

    private void reconcile() throws Exception {
        try (Hub hub = new Hub(settings, work)) {
            Stopwatch watch = new Stopwatch();
            watch.time(() -> {
                ReconciliationReport report = hub.reconcile();
                Figures.tell("applied", report.count(Outcome.APPLIED));
                Figures.tell("proposed", report.count(Outcome.PROPOSED));
                Figures.tell("deferred", report.count(Outcome.DEFERRED));
            });
            watch.tell("reconcile");
        }
        Figures.tell("heap.mb", Runtime.getRuntime().maxMemory() >> 20);
        Figures.tell("resident.mb", residentMegabytes());
    }

    /** The most of the machine's memory that this process has held so far. */
    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
    }

    private void verify() throws Exception {
        try (Hub hub = new Hub(settings, work)) {
            Stopwatch watch = new Stopwatch();
            watch.time(() -> {
                VerifyReport report = hub.verify();
                if (!report.holds()) {
                    throw new IllegalStateException("the ledger does not keep its promises: " + report);
                }
                Figures.tell("rows", report.rows());
            });
            watch.tell("verify");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private Yardstick yard() {
        return settings.url().startsWith("jdbc:postgresql:") ? new RawCopy() : new PlainInsert();
    }

    private static List<String> tablesAndBatch() {
        return Stream.concat(Stream.of("batch"), TABLES.stream()).toList();
    }
}
