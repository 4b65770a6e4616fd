package org.saldo.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.intake.Rejection;
import org.saldo.job.Jobs;
import org.saldo.job.intake.IntakeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo import}. */
@Command(name = "import", description = "Takes files in by hand, as the inbox would; they stay where they are.")
final class ImportCommand extends HubCommand {

    private static final int REASONS_TOLD = 20;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Option(names = "--kind",
            description = "customers, invoices, payments, remittances, instructions, payables or controls; else its header says.")
    private String kind;

    @Option(names = "--mapping", description = "The id of the mapping to use.")
    private String mapping;

    @Option(names = "--opening", description = "What a company brings along when it goes live.")
    private boolean opening;

    @Override
    public Integer call() {
        Optional<FileKind> known = kind(this, kind);
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw wrongUse(file + ": there is no such file");
            }
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> files.stream().mapToInt(file -> take(workplace, jobs,
                Incoming.command(file, known, Optional.ofNullable(mapping), opening, workplace.person()))).max().orElse(0));
    }

    static Optional<FileKind> kind(HubCommand command, String kind) {
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(FileKind.named(kind).orElseThrow(() ->
                command.wrongUse("--kind " + kind + ": is not known; use one of " + FileKind.names())));
    }

    private int take(Workplace workplace, Jobs jobs, Incoming incoming) {
        IntakeReport report;
        try (Progress progress = Progress.on(err(), "rows of " + incoming.name(), rows(incoming.file()))) {
            report = jobs.work().takeInByHand(incoming, workplace.today(), progress::at);
        }
        return tell(this, report);
    }

    /** About how many rows the file has: its lines but the header. */
    private static long rows(Path file) {
        byte[] bytes = new byte[1 << 16];
        long lines = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                for (int i = 0; i < length; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Math.max(0, lines - 1);
    }

    /** One line of figures, then the first reasons; exit 1 when something was refused. */
    static int tell(HubCommand command, IntakeReport report) {
        command.print("%s: %d read = %d accepted + %d already known + %d rejected".formatted(report.name(), report.read(),
                report.accepted(), report.duplicate(), report.rejected()));
        report.rejections().stream().limit(REASONS_TOLD).map(Rejection::toString).forEach(command::print);
        if (report.rejected() > 0) {
            command.print("correct the rows under data/rejected, then `saldo rejects retry " + report.fileId() + "`");
        }
        return report.rejected() > 0 ? Saldo.REFUSED : Saldo.DONE;
    }
}
