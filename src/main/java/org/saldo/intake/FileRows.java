package org.saldo.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one file on their way to records of one kind: each is read, or refused with the reason. What is held does
 * not grow with the file.
 */
public final class FileRows<T> implements AutoCloseable {

    private final String name;
    private final CsvRows rows;
    private final RowShape shape;
    private final RecordReader<T> reader;

    FileRows(String name, CsvRows rows, RowShape shape, RecordReader<T> reader) {
        this.name = name;
        this.rows = rows;
        this.shape = shape;
        this.reader = reader;
    }

    public String[] header() {
        return rows.header();
    }

    /** The lines before the header, as they stand. */
    public List<String> preamble() {
        return rows.preamble();
    }

    /** The next row, read or refused; empty at the end of the file. */
    public Optional<ReadRow<T>> next() {
        while (true) {
            Optional<CsvRows.RawRow> raw = rows.next();
            if (raw.isEmpty()) {
                return Optional.empty();
            }
            if (raw.get().brokenLine().isPresent() || shape.takes(raw.get().fields())) {
                return raw.map(this::read);
            }
        }
    }

    private ReadRow<T> read(CsvRows.RawRow raw) {
        try {
            if (raw.brokenLine().isPresent()) {
                throw new BadField(Rejection.ROW, "its quotes do not close",
                        "close them; a quote inside a field is written twice");
            }
            if (raw.fields().length < rows.header().length || !isBlankFrom(rows.header().length, raw.fields())) {
                throw new BadField(Rejection.ROW, "has " + raw.fields().length + " fields, " + rows.widthFrom() + " has "
                        + rows.header().length, "put a field that holds the delimiter into quotes");
            }
            return ReadRow.of(raw.line(), raw.fields(), reader.read(shape.cells(raw.fields())));
        } catch (BadField fault) {
            return ReadRow.refused(raw.fields(), fault.at(name, raw.line()));
        } catch (IllegalArgumentException | ArithmeticException fault) {
            return ReadRow.refused(raw.fields(), new Rejection(name, raw.line(), Rejection.ROW,
                    String.valueOf(fault.getMessage()), "correct the row"));
        }
    }

    private static boolean isBlankFrom(int position, String[] fields) {
        for (int i = position; i < fields.length; i++) {
            if (!fields[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
