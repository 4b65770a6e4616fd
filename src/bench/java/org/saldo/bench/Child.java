package org.saldo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saldo.store.DatabaseSettings;

/** Runs a step in a Java of its own: a cold start, a heap of a known size, and nothing left over from the step before. */
record Child(Place place, Path work, DatabaseSettings settings) {

    private static final String HEAP = "-Xmx512m";
    /** As the service is shipped; cash application holds what it may settle in memory. */
    private static final String HEAP_OF_CASH_APPLICATION = "-Xmx832m";

    /** @throws IllegalStateException when the step fails; a step that halts itself has done what it should */
    Figures run(String step, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                step.equals("reconcile") || step.equals("decided") ? HEAP_OF_CASH_APPLICATION : HEAP,
                "-XX:NewRatio=3", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages",
                "-XX:InlineSmallCode=1500",
                "-Dlogback.configurationFile=" + work.resolve("logback.xml"), "-cp", System.getProperty("java.class.path"),
                Step.class.getName(), step, work.toString(),
                settings.url(), settings.user(), settings.password()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            double before = place.serverCpuSeconds();
            Figures figures = figures(step, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
            figures.values().put("server.cpu", place.serverCpuSeconds() - before);
            System.out.println("  " + step + " " + figures.values());
            return figures;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Figures figures(String step, Process process) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        int exit = process.waitFor();
        if (exit != 0 && exit != Step.HALTED) {
            throw new IllegalStateException("step " + step + " ended with " + exit + ": " + lines);
        }
        return Figures.read(lines);
    }
}
