package org.saldo.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.RowSink;
import org.saldo.job.Jobs;
import org.saldo.job.reconciliation.ReplayJob;
import org.saldo.job.reconciliation.ReplayReport;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.MatchingFile;
import org.saldo.store.replay.ReplayedDecision;
import org.saldo.store.replay.ReplayedReceipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo replay}. */
@Command(name = "replay", description = {"What changed matching rules would have decided otherwise about past payments.",
    "Each run is played again with what was known then; nothing is written."})
final class ReplayCommand extends HubCommand {

    private static final int SHOWN = 50;

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The rules to try, like matching.yaml.")
    private Path policy;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first booking date.")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last booking date.")
    private LocalDate to;

    @Option(names = "--company", defaultValue = "", description = "Of one company; else of all.")
    private String company;

    @Option(names = "--out", paramLabel = "FILE", description = "All differences, as .csv, .json or .xlsx.")
    private Path file;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(policy)) {
            throw wrongUse(policy + ": there is no such file");
        }
        MatchingPolicy rules = MatchingFile.read(policy);
        return workplace().withJobs(jobs -> {
            List<ReplayedReceipt> shown = new ArrayList<>();
            ReplayReport report = file == null ? jobs.replay(company).run(rules, from, to, receipt -> keep(shown, receipt))
                    : written(jobs, rules, shown);
            tell(report, shown);
            return Saldo.DONE;
        });
    }

    private static void keep(List<ReplayedReceipt> shown, ReplayedReceipt receipt) {
        if (shown.size() < SHOWN) {
            shown.add(receipt);
        }
    }

    private ReplayReport written(Jobs jobs, MatchingPolicy rules, List<ReplayedReceipt> shown) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        ExportFormat format = ExportFormat.of(ending).orElseThrow(() -> wrongUse("--out " + file
                + ": says no format; let its name end with one of " + ExportFormat.words()));
        Path part = file.resolveSibling(name + ".part");
        try {
            ReplayReport report;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                 RowSink sink = format.open("replay", ReplayJob.COLUMNS, out)) {
                report = jobs.replay(company).run(rules, from, to, receipt -> {
                    keep(shown, receipt);
                    write(sink, receipt);
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } catch (IOException | UncheckedIOException failure) {
            throw wrongUse(file + ": cannot be written: " + failure.getMessage());
        }
    }

    private static void write(RowSink sink, ReplayedReceipt receipt) {
        try {
            sink.row(ReplayJob.row(receipt));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell(ReplayReport report, List<ReplayedReceipt> shown) {
        print("%,d payment(s) booked from %s to %s, decided by rules; %,d would be decided otherwise".formatted(
                report.receipts(), from, to, report.different()));
        if (!report.lines().isEmpty()) {
            print("%-12s %-10s %-20s %10s %20s %10s %20s".formatted("company", "decision", "rule", "before", "", "after", ""));
        }
        report.lines().forEach(line -> print("%-12s %-10s %-20s %,10d %20s %,10d %20s".formatted(line.company(),
                line.outcome(), line.rule(), line.before(), money(line.amountBefore()), line.after(),
                money(line.amountAfter()))));
        for (ReplayedReceipt receipt : shown) {
            print("%s, %s, booked %s".formatted(receipt.paymentId(), receipt.amount(), receipt.bookingDate()));
            print("    before: " + said(receipt.before()));
            print("    after:  " + said(receipt.after()));
            if (!receipt.byPerson().isEmpty()) {
                print("    people: " + receipt.byPerson());
            }
        }
        if (report.different() > shown.size()) {
            print("and " + (report.different() - shown.size()) + " more" + (file == null ? ": --out FILE has all" : ""));
        }
    }

    private static String said(ReplayedDecision decision) {
        if (decision.outcome().isEmpty()) {
            return "no rule has decided";
        }
        return decision.outcome() + (decision.rule().equals("none") ? "" : " by " + decision.rule())
                + (decision.customer().isEmpty() ? "" : " for " + decision.customer())
                + ", " + decision.reason().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (decision.documents().isEmpty() ? "" : ": " + decision.told());
    }

    private static String money(Money amount) {
        return amount.isZero() ? "" : amount.currency() + " " + String.format(Locale.ROOT, "%,."
                + amount.currency().getDefaultFractionDigits() + "f", amount.toDecimal());
    }
}
