package org.saldo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.saldo.camel.Beans;
import org.saldo.camel.RouteCheck;
import org.saldo.job.Jobs;
import org.saldo.settings.Folders;
import picocli.CommandLine.Command;

/**
 * {@code saldo prime}: goes once through what every start goes through, in a folder that is removed again, so that Java
 * can keep what it learned and the next start is quicker. Changes nothing else.
 */
@Command(name = "prime", description = "Makes the next starts quicker; run it once after an installation.")
final class PrimeCommand extends HubCommand {

    @Override
    public Integer call() throws IOException {
        Path scratch = Files.createTempDirectory("saldo-prime");
        try {
            Workplace workplace = saldo().workplaceIn(scratch);
            Folders folders = workplace.folders();
            try (Jobs jobs = workplace.jobs(); Beans beans = new Beans(workplace.properties(), jobs, workplace.clock())) {
                jobs.status().report(workplace.today());
                new RouteCheck(folders, workplace.properties(), beans).faults();
            }
            return Saldo.DONE;
        } finally {
            remove(scratch);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
