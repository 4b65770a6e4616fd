package org.saldo.job.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saldo.delivery.export.PlainText;
import org.saldo.delivery.worklist.Answer;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.CsvFile;
import org.saldo.intake.FileRows;
import org.saldo.intake.GivenInstruction;
import org.saldo.intake.Incoming;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.job.DataFolders;
import org.saldo.job.statement.StatementFiles;
import org.saldo.ledger.Companies;

/** The files that answer a file of instructions: what came of each row, and what was refused, to be corrected. */
public final class InstructionAnswers {

    private final DataFolders folders;
    private final Path out;
    private final Companies companies;

    public InstructionAnswers(DataFolders folders, Path out, Companies companies) {
        this.folders = folders;
        this.out = out;
        this.companies = companies;
    }

    /** The refused rows of a CSV file under its header, or the whole workbook, with the reasons beside it. */
    void reject(Incoming incoming, long fileId, List<ReadRow<GivenInstruction>> refused, Optional<CsvFile> csv) {
        if (refused.isEmpty()) {
            return;
        }
        RejectedRows rejected = new RejectedRows(folders.rejected(), csv.map(CsvFile::dialect).orElse(CsvDialect.OWN));
        if (csv.isPresent()) {
            try (FileRows<String> rows = csv.get().rows(cells -> "")) {
                rejected.begin(fileId, incoming.name(), rows.header(), rows.preamble());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            refused.forEach(rejected::add);
        } else {
            rejected.begin(fileId, incoming.name(), new String[0], List.of());
            List<Rejection> reasons = refused.stream().map(row -> row.rejection().orElseThrow()).toList();
            rejected.addWholeFile(incoming.file(), reasons);
        }
        rejected.complete();
    }

    /** {@code out/<company>/worklists/yyyy-MM/<file id>-<name>.answers.csv}, one for each company. */
    void write(Incoming incoming, long fileId, LocalDate day, List<Answer> answers) {
        Map<String, List<Answer>> byCompany = answers.stream().collect(Collectors.groupingBy(answer ->
                answer.company().isEmpty() ? companies.standard().id() : answer.company(), TreeMap::new, Collectors.toList()));
        byCompany.forEach((company, own) -> write(StatementFiles.worklists(out, company, YearMonth.from(day))
                .resolve(fileId + "-" + incoming.name() + ".answers.csv"), own));
    }

    private static void write(Path file, List<Answer> answers) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part)) {
                csv.writeRecord("line", "given_as", "payment_id", "instruction", "state", "answer");
                answers.forEach(answer -> csv.writeRecord(Long.toString(answer.line()), PlainText.inSheet(answer.key()),
                        PlainText.inSheet(answer.payment()), PlainText.inSheet(answer.words().toString()), answer.state().name(),
                        PlainText.inSheet(answer.says())));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }
}
