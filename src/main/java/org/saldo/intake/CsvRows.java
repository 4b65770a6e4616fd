package org.saldo.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rows of a CSV file, streamed. A line whose quotes do not close is told as broken, and the reading goes on with the
 * next line; a byte that is not of the character set becomes U+FFFD, which no field may hold.
 */
final class CsvRows implements AutoCloseable {

    private static final int FIELD_MAX = 1 << 20;
    private static final int BROKEN_MAX = 100;

    private final Path file;
    private final String name;
    private final CsvDialect dialect;
    private final List<String> preamble = new ArrayList<>();
    private final String[] header;
    private BufferedReader reader;
    private CloseableIterator<CsvRecord> records;
    private long linesBefore;
    private long nextLine;
    private int broken;

    /** A row as it stands in the file; {@code text} is the line itself when it could not be split into fields. */
    record RawRow(long line, String[] fields, Optional<String> brokenLine) {
    }

    /** @throws FileRefused when there is no header */
    CsvRows(Path file, String name, CsvDialect dialect) {
        this.file = file;
        this.name = name;
        this.dialect = dialect;
        openAfter(0);
        this.header = readHeader();
    }

    private String[] readHeader() {
        try {
            for (int i = 0; i < dialect.skippedLines(); i++) {
                preamble.add(lineBeforeHeader());
            }
            if (dialect.headerLine().isPresent()) {
                readUpTo(dialect.headerLine().get());
            }
            reader.mark(FIELD_MAX);
            String line = lineBeforeHeader();
            linesBefore = preamble.size() + 1;
            String[] names = split(line);
            if (dialect.headerless()) {
                reader.reset();
                linesBefore = preamble.size();
                names = IntStream.rangeClosed(1, names.length).mapToObj(Integer::toString).toArray(String[]::new);
            }
            nextLine = linesBefore + 1;
            startRecords();
            return names;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private void readUpTo(Pattern headerLine) throws IOException {
        reader.mark(FIELD_MAX);
        for (String line = lineBeforeHeader(); !headerLine.matcher(line).find(); line = lineBeforeHeader()) {
            preamble.add(line);
            reader.mark(FIELD_MAX);
        }
        reader.reset();
    }

    private String lineBeforeHeader() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw dialect.headerless()
                    ? FileRefused.of(name, preamble.size() + 1L, "there is no row", "send the file with its rows")
                    : FileRefused.of(name, preamble.size() + 1L, "there is no header line",
                            "begin the file with the names of its columns");
        }
        return line;
    }

    private String[] split(String headerLine) {
        try {
            return csv().ofSingleCsvRecord(headerLine).getFields().stream().map(String::strip).toArray(String[]::new);
        } catch (CsvParseException fault) {
            throw FileRefused.of(name, linesBefore, (dialect.headerless() ? "the first row" : "the header")
                    + " cannot be split into columns", "close its quotes");
        }
    }

    /** The names of the columns, or their numbers when the file does not name them. */
    String[] header() {
        return header;
    }

    /** What says how many columns there are. */
    String widthFrom() {
        return dialect.headerless() ? "the first row" : "the header";
    }

    /** The lines before the header. */
    List<String> preamble() {
        return preamble;
    }

    long headerLine() {
        return preamble.size() + 1L;
    }

    /** The next row; empty at the end. Lines without any content are passed over. */
    Optional<RawRow> next() {
        while (true) {
            try {
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                CsvRecord record = records.next();
                long line = linesBefore + record.getStartingLineNumber();
                String[] fields = record.getFields().toArray(String[]::new);
                int lines = 1 + lineBreaks(fields);
                nextLine = line + lines;
                if (fields.length == 1 && fields[0].isBlank()) {
                    continue;
                }
                if (isEnd(fields)) {
                    return Optional.empty();
                }
                return Optional.of(lines > 1 && fields.length != header.length ? brokenRow(line)
                        : new RawRow(line, fields, Optional.empty()));
            } catch (CsvParseException fault) {
                return Optional.of(brokenRow(nextLine));
            } catch (UncheckedIOException failure) {
                throw unreadable(failure.getCause());
            }
        }
    }

    private boolean isEnd(String[] fields) {
        return dialect.endLine().isPresent()
                && dialect.endLine().get().matcher(String.join(String.valueOf(dialect.delimiter()), fields)).find();
    }

    private static int lineBreaks(String[] fields) {
        int breaks = 0;
        for (String field : fields) {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                if (c == '\n' || c == '\r' && (i + 1 == field.length() || field.charAt(i + 1) != '\n')) {
                    breaks++;
                }
            }
        }
        return breaks;
    }

    /** Hands out one line as it is and goes on reading after it. */
    private RawRow brokenRow(long line) {
        if (++broken > BROKEN_MAX) {
            throw FileRefused.of(name, line, "more than " + BROKEN_MAX + " lines have quotes that do not close",
                    "check how the file quotes its fields; a quote inside a field is written twice");
        }
        try {
            openAfter(line - 1);
            String text = reader.readLine();
            linesBefore = line;
            nextLine = line + 1;
            startRecords();
            return new RawRow(line, new String[] {text}, Optional.of(text));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private void openAfter(long lines) {
        try {
            close();
            reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), dialect.charset()), 1 << 16);
            skipByteOrderMark();
            for (long i = 0; i < lines; i++) {
                reader.readLine();
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private void skipByteOrderMark() throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
    }

    private void startRecords() {
        records = csv().ofCsvRecord(reader).iterator();
    }

    private CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder().fieldSeparator(dialect.delimiter()).quoteCharacter(dialect.quote())
                .skipEmptyLines(false).maxBufferSize(FIELD_MAX)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private FileRefused unreadable(IOException failure) {
        return FileRefused.of(name, nextLine, "cannot be read: " + failure.getMessage(), "put the file here again");
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
