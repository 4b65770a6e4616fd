package org.saldo.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saldo.dunning.DunningPolicy;

/**
 * The shipped policy with a ladder that needs few words in a test: reminders 5, 14 and 28 days after the due day, the last one
 * again after 30, at once and for everybody alike.
 */
public final class PlainPolicy {

    private static final String LADDER = """
            ladders:
              - name: standard
                grace-days: 3
                repeat-last-level-after-days: 30
                steps:
                  - {kind: reminder, days: 5, days-between: 7, template: reminder-1}
                  - {kind: reminder, days: 14, days-between: 7, template: reminder-2}
                  - {kind: reminder, days: 28, days-between: 10, template: reminder-3}

            """;
    private static final Path FILE = write();

    private PlainPolicy() {
    }

    /** A file of its own, as {@code policies/dunning.yaml} would be. */
    public static Path file() {
        return FILE;
    }

    public static DunningPolicy read() {
        return DunningFile.read(FILE);
    }

    private static Path write() {
        try {
            String shipped = Files.readString(Path.of("config/policies/dunning.yaml"));
            String plain = shipped.replaceFirst("(?m)(?s)^ladders:.*?(?=^\\S)", LADDER)
                    .replaceFirst("(?m)^send:", "# send:").replaceFirst("(?m)^payment-habits:\\n(?:  .*\\n)+", "");
            Path folder = Files.createTempDirectory("plain");
            Path file = Files.writeString(folder.resolve("dunning.yaml"), plain);
            file.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
