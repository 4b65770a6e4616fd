package org.saldo.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.saldo.store.DatabaseSettings;

/** Starts workers, and kills them (SIGKILL) at an instant between the beginning and the likely end of their work. */
final class Killer {

    private static final long FIRST_SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final int PATIENCE_MINUTES = 5;

    private final Path data;
    private final DatabaseSettings settings;
    private final int smtpPort;
    private final Random random;
    private long spanNanos = FIRST_SPAN_NANOS;
    private int started;

    Killer(Path data, DatabaseSettings settings, int smtpPort, Random random) {
        this.data = data;
        this.settings = settings;
        this.smtpPort = smtpPort;
        this.random = random;
    }

    /** How many workers there were. The clock of each is a minute ahead of the one before, so that its leases have run out. */
    int started() {
        return started;
    }

    /** False when the work was done before the worker could be killed. */
    boolean kill(Phase phase) throws IOException, InterruptedException {
        Process worker = start(phase);
        long begun = System.nanoTime();
        if (worker.waitFor((long) (random.nextDouble() * spanNanos), TimeUnit.NANOSECONDS)) {
            spanNanos = System.nanoTime() - begun;
            end(worker);
            return false;
        }
        worker.destroyForcibly().waitFor();
        return true;
    }

    /** Lets a worker do all that there is to do. */
    void complete(Phase phase) throws IOException, InterruptedException {
        end(start(phase));
    }

    private Process start(Phase phase) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process worker = new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), Worker.class.getName(), phase.name(), data.toString(), settings.url(),
                settings.user(), settings.password(), Integer.toString(smtpPort), Integer.toString(++started)))
                .redirectErrorStream(true).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder before = new StringBuilder();
        for (String line = said.readLine(); !Worker.BEGUN.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new AssertionError("worker " + started + " did not begin to " + phase + ":\n" + before);
            }
            before.append(line).append('\n');
        }
        return worker;
    }

    private static void end(Process worker) throws IOException, InterruptedException {
        String said = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!worker.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || worker.exitValue() != 0) {
            worker.destroyForcibly();
            throw new AssertionError("a worker that nobody killed ended with " + worker.exitValue() + ":\n" + said);
        }
    }
}
