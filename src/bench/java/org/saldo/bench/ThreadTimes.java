package org.saldo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processor seconds of this process by what its threads are for; those of threads that have ended are in the rest. */
final class ThreadTimes {

    private static final double TICKS_A_SECOND = 100;
    private static final Path TASKS = Path.of("/proc/self/task");
    /** What the names of Java's own threads begin with. */
    private static final Map<String, String> OWN = Map.of("C1 ", "compiling, C1", "C2 ", "compiling, C2", "GC ", "collecting",
            "VM ", "Java itself");

    private final Map<String, Double> atStart = now();

    /** What was used since this was made: {@code compiling, C2 9.1; collecting 2.0; main 10.2}. */
    String line(double all) {
        Map<String, Double> used = new TreeMap<>(now());
        used.replaceAll((kind, seconds) -> seconds - atStart.getOrDefault(kind, 0.0));
        used.values().removeIf(seconds -> seconds < 0.1);
        used.put("the rest", all - used.values().stream().mapToDouble(each -> each).sum());
        return used.entrySet().stream().map(each -> String.format(Locale.ROOT, "%s %.1f", each.getKey(), each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Double> now() {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            List<Path> all = tasks.toList();
            Map<String, Double> times = new TreeMap<>();
            all.forEach(task -> times.merge(kind(task), seconds(task), Double::sum));
            return times;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String kind(Path task) {
        String name = read(task.resolve("comm")).strip();
        return OWN.entrySet().stream().filter(each -> name.startsWith(each.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(name);
    }

    private static double seconds(Path task) {
        String stat = read(task.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < 13 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
