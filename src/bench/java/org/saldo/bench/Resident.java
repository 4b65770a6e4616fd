package org.saldo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that this process holds, by what Linux says of it. */
final class Resident {

    private static final Path SELF = Path.of("/proc/self");

    private Resident() {
    }

    /** What was held before does not count any more. */
    static void forget() {
        try {
            Files.writeString(SELF.resolve("clear_refs"), "5");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The most kilobytes since then. */
    static long most() {
        try {
            return Files.readAllLines(SELF.resolve("status")).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
