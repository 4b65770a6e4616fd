package org.saldo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.store.DatabaseSettings;

/** One database, one size: everything that is measured there, step after step. */
final class Course {

    private static final long SEED = 42;
    /** Invoices and payments that are more than enough to fill the log of the file database once. */
    private static final long MORE_ROWS = 400_000;

    private final Place place;
    private final Path work;
    private final long rows;

    /** @param rows how many invoices, and how many payments */
    Course(Place place, Path work, long rows) {
        this.place = place;
        this.work = work;
        this.rows = rows;
    }

    /** Intake and its yardstick, opening after a clean stop, reconciliation and its yardstick, verification. */
    Result run() throws IOException {
        writeFiles(new Workload(SEED, 0, rows), "");
        DatabaseSettings ledger = place.fresh("hub-" + rows, work);
        DatabaseSettings plain = place.fresh("plain-" + rows, work);
        Child hub = new Child(place, work, ledger);
        hub.run("customers");
        Figures intake = hub.run("intake");
        hub.run("save");
        Figures yardstick = new Child(place, work, plain).run("yardstick");
        Figures open = hub.run("open");
        Figures reconcile = hub.run("reconcile");
        hub.run("save-decided");
        Figures decided = new Child(place, work, plain).run("decided");
        Figures duck = hub.run("duckdb");
        Figures verify = hub.run("verify");
        return new Result(rows, intake, yardstick, open, reconcile, decided, duck, verify);
    }

    /** Opening after a process was stopped dead while the log of the file database was nearly full. */
    Figures openAfterAKill(long logBytes) throws IOException {
        writeFiles(new Workload(SEED, rows, MORE_ROWS), "more-");
        Child hub = new Child(place, work, place.fresh("hub-" + rows, work));
        hub.run("kill", logBytes);
        return hub.run("open");
    }

    void clear() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void writeFiles(Workload workload, String prefix) throws IOException {
        Files.createDirectories(work);
        Files.write(work.resolve("logback.xml"), List.of("<configuration><root level=\"OFF\"/></configuration>"));
        workload.writeCustomers(work.resolve("customers.csv"));
        workload.writeInvoices(work.resolve(prefix + "invoices.csv"));
        workload.writePayments(work.resolve(prefix + "payments.csv"));
    }
}
