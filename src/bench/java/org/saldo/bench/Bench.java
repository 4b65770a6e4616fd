package org.saldo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures from files to committed allocations on each database, at N invoices and N payments and before that at half as
 * many, and prints a table: {@code Bench N hsqldb,postgresql}.
 */
public final class Bench {

    /** As the file database is set up by the store: the log is folded into the data when it is this long. */
    private static final long LOG_BYTES = 8L << 20;

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        List<String> table = new ArrayList<>();
        System.out.println(machine());
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                table.addAll(measure(kind, place, rows));
            }
        }
        System.out.println();
        System.out.println("| database | what | " + rows / 2 + " | " + rows + " | growth |");
        System.out.println("|---|---|---|---|---|");
        table.forEach(System.out::println);
    }

    private static List<String> measure(String kind, Place place, long rows) throws IOException {
        Path work = Files.createTempDirectory("saldo-bench");
        Course half = new Course(place, work, rows / 2);
        Result once = half.run();
        half.clear();
        Course whole = new Course(place, work, rows);
        Result twice = whole.run();
        String killed = kind.equals("hsqldb") ? seconds(whole.openAfterAKill(LOG_BYTES).get("open")) : "-";
        whole.clear();
        return Stream.of(
                line(kind, "intake, s", once.intakeSeconds(), twice.intakeSeconds()),
                line(kind, "intake, processor s (hub and server)", once.intakeCpuSeconds(), twice.intakeCpuSeconds()),
                line(kind, "intake, rows/s", rows / once.intakeSeconds(), 2 * rows / twice.intakeSeconds()),
                line(kind, "plain insert of the same rows, s", once.yardstickSeconds(), twice.yardstickSeconds()),
                line(kind, "intake against plain insert", once.ratio(), twice.ratio()),
                line(kind, "intake against plain insert, by processor s", once.cpuRatio(), twice.cpuRatio()),
                line(kind, "reconciliation, s", once.reconcileSeconds(), twice.reconcileSeconds()),
                line(kind, "reconciliation, payments/s", rows / 2 / once.reconcileSeconds(), rows / twice.reconcileSeconds()),
                line(kind, "reconciliation, processor s (hub and server)", once.reconcileCpuSeconds(),
                        twice.reconcileCpuSeconds()),
                line(kind, "reconciliation, times the plain insert of what it wrote", once.timesDecided(), twice.timesDecided()),
                line(kind, "the same by processor s", once.cpuTimesDecided(), twice.cpuTimesDecided()),
                line(kind, "reconciliation, MB resident at most", once.reconcile().get("resident.mb"),
                        twice.reconcile().get("resident.mb")),
                line(kind, "files to allocations, times DuckDB in a file", once.timesDuck(), twice.timesDuck()),
                line(kind, "the same by processor s", once.cpuTimesDuck(), twice.cpuTimesDuck()),
                line(kind, "payments applied", once.reconcile().get("applied"), twice.reconcile().get("applied")),
                line(kind, "open after a clean stop, s", once.open().get("open"), twice.open().get("open")),
                "| " + kind + " | open after a kill, s | - | " + killed + " | - |",
                line(kind, "verify, s", once.verify().get("verify"), twice.verify().get("verify"))).toList();
    }

    private static String line(String kind, String what, double once, double twice) {
        return "| " + kind + " | " + what + " | " + seconds(once) + " | " + seconds(twice) + " | "
                + String.format(Locale.ROOT, "%.2f", twice / once) + " |";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    static String machine() {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name")).findFirst().orElse("unknown processor")
                    .replaceFirst(".*: ", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var system = ManagementFactory.getOperatingSystemMXBean();
        return processor + ", " + system.getAvailableProcessors() + " cores, " + system.getName() + " "
                + system.getVersion() + ", Java " + System.getProperty("java.version") + ", load at the start "
                + system.getSystemLoadAverage();
    }
}
