package org.saldo.job.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;

/**
 * The refused rows of one file: as they were, under the file's header, beside a table of the reasons. The two files
 * appear under their names once all is known; without a refused row there are none.
 */
public final class RejectedRows implements AutoCloseable {

    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final CsvDialect dialect;
    private final List<Rejection> first = new ArrayList<>();
    private Path rowsFile;
    private Path reasonsFile;
    private String[] header;
    private List<String> preamble;
    private BufferedWriter lines;
    private CsvWriter rows;
    private CsvWriter reasons;

    public RejectedRows(Path folder, CsvDialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    public void begin(long fileId, String name, String[] fileHeader, List<String> linesBeforeHeader) {
        this.rowsFile = fileOf(folder, fileId, name);
        this.reasonsFile = reasonsOf(rowsFile);
        this.header = fileHeader;
        this.preamble = linesBeforeHeader;
    }

    static Path fileOf(Path folder, long fileId, String name) {
        return folder.resolve(fileId + "-" + name);
    }

    static Path reasonsOf(Path rowsFile) {
        return rowsFile.resolveSibling(rowsFile.getFileName() + ".reasons.csv");
    }

    public void add(ReadRow<?> row) {
        try {
            if (lines == null) {
                open();
            }
            if (row.raw().length == 1 && header.length > 1) {
                lines.write(row.raw()[0] + "\n");
            } else {
                rows.writeRecord(row.raw());
                rows.flush();
            }
            addReason(row.rejection().orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(folder);
        lines = Files.newBufferedWriter(unfinished(rowsFile), dialect.charset());
        for (String line : preamble) {
            lines.write(line + "\n");
        }
        rows = CsvWriter.builder().fieldSeparator(dialect.delimiter()).quoteCharacter(dialect.quote())
                .lineDelimiter(LineDelimiter.LF).bufferSize(0).build(lines);
        if (!dialect.headerless()) {
            rows.writeRecord(header);
        }
        openReasons();
    }

    private void openReasons() throws IOException {
        Files.createDirectories(folder);
        reasons = CsvWriter.builder().lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(unfinished(reasonsFile), StandardCharsets.UTF_8));
        reasons.writeRecord("file", "line", "field", "reason", "what to do");
    }

    private void addReason(Rejection rejection) {
        if (first.size() < IntakeReport.REJECTIONS_MAX) {
            first.add(rejection);
        }
        reasons.writeRecord(rejection.file(), Long.toString(rejection.line()), rejection.field(), rejection.reason(),
                rejection.remedy());
    }

    /** The whole file was refused: it is kept as it came. */
    public void addWholeFile(Path file, Rejection rejection) {
        addWholeFile(file, List.of(rejection));
    }

    /** Rows of a file that cannot be taken apart were refused: it is kept as it came. */
    public void addWholeFile(Path file, List<Rejection> rejections) {
        try {
            openReasons();
            Files.copy(file, unfinished(rowsFile), StandardCopyOption.REPLACE_EXISTING);
            rejections.forEach(this::addReason);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gives both files their names. */
    public void complete() {
        if (reasons == null) {
            return;
        }
        try {
            close();
            Files.move(unfinished(rowsFile), rowsFile, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished(reasonsFile), reasonsFile, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing was taken in: takes the files away again. */
    void discard() {
        if (reasons == null) {
            return;
        }
        try {
            close();
            for (Path file : List.of(rowsFile, reasonsFile, unfinished(rowsFile), unfinished(reasonsFile))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first of the rejections. */
    List<Rejection> first() {
        return first;
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        if (reasons != null) {
            reasons.close();
        }
    }
}
