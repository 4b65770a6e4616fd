package org.saldo.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.ExportJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo export}. */
@Command(name = "export", description = "Writes a list from the ledger, as of a day and as known at an instant.")
final class ExportCommand extends HubCommand {

    private static final String EVIDENCE = "evidence";
    private static final String HANDOVER = "handover";

    @Parameters(paramLabel = "WHAT", description = {"allocations, open-items, receipts, aging, postings, mails, and others;",
        "or evidence: a ZIP of all that proves one customer's account; handover: the same with claim, interest and contacts."})
    private String what;

    @Option(names = "--as-of", paramLabel = "DAY", description = "What counted at the end of this day; else today.")
    private LocalDate asOf;

    @Option(names = "--known-at", paramLabel = "INSTANT", description = "As known then (2026-10-31T09:00:00Z); else now.")
    private Instant knownAt;

    @Option(names = "--company", defaultValue = "", description = "Of one company; else of all.")
    private String company;

    @Option(names = "--format", defaultValue = "csv", description = "csv, json or xlsx.")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; else to standard output.")
    private Path file;

    @Option(names = "--customer", defaultValue = "", description = "With evidence and handover: whose account.")
    private String customer;

    @Override
    public Integer call() throws IOException {
        if (what.equals(EVIDENCE) || what.equals(HANDOVER)) {
            return evidence();
        }
        ExportKind kind = ExportKind.of(what).orElseThrow(() ->
                wrongUse(what + ": is no export; use one of " + ExportKind.words()));
        ExportFormat as = ExportFormat.of(format).orElseThrow(() ->
                wrongUse("--format " + format + ": is not known; use one of " + ExportFormat.words()));
        if (file == null && as == ExportFormat.XLSX && System.console() != null) {
            throw wrongUse("a workbook on a terminal is of no use; name a file by --out");
        }
        Workplace workplace = workplace();
        ExportQuestion question = new ExportQuestion(kind, asOf == null ? workplace.today() : asOf,
                Optional.ofNullable(knownAt), company, as);
        return workplace.withJobs(jobs -> {
            if (!company.isEmpty()) {
                jobs.companies().get(company);
            }
            write(jobs.export(), question);
            return Saldo.DONE;
        });
    }

    private Integer evidence() {
        if (customer.isEmpty() || file == null) {
            throw wrongUse("say whose account is to be proved, and where to: saldo export " + what + " --customer C --out F.zip");
        }
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            try {
                Path part = file.resolveSibling(file.getFileName() + ".part");
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    if (what.equals(HANDOVER)) {
                        jobs.answers().handover().pack(company, customer, asOf == null ? workplace.today() : asOf, out);
                    } else {
                        jobs.answers().evidence().pack(company, customer, out);
                    }
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                throw wrongUse(file + ": cannot be written: " + failure.getMessage());
            }
            return Saldo.DONE;
        });
    }

    private void write(ExportJob job, ExportQuestion question) {
        try {
            if (file == null) {
                job.export(question, saldo().standardOutput());
                return;
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                job.export(question, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw wrongUse(file + ": cannot be written: " + failure.getMessage());
        }
    }
}
