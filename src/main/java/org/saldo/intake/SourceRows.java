package org.saldo.intake;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of a source database on their way to records; a row's line is its place in the answer. */
public final class SourceRows<T> {

    private final SourceMapping mapping;
    private final Iterator<Map<String, Object>> rows;
    private final RecordReader<T> reader;
    private long line;
    private Optional<String> mark;

    /** @param lastMark up to where the source has been read */
    public SourceRows(SourceMapping mapping, Iterator<Map<String, Object>> rows, RecordReader<T> reader,
                      Optional<String> lastMark) {
        this.mapping = mapping;
        this.rows = rows;
        this.reader = reader;
        this.mark = lastMark;
    }

    /** The columns of what is refused: those of the hub's own CSV. */
    public String[] header() {
        return mapping.kind().columns().toArray(String[]::new);
    }

    /** The greatest mark so far; empty when no row has had one. */
    public Optional<String> mark() {
        return mark;
    }

    /**
     * The next row, read or refused; empty at the end.
     *
     * @throws FileRefused when the SQL gives a column that is not known, or a mark that is none
     */
    public Optional<ReadRow<T>> next() {
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        line++;
        String[] values = values(rows.next());
        try {
            return Optional.of(ReadRow.of(line, values, reader.read(new Cells(mapping.kind(), values))));
        } catch (BadField fault) {
            return Optional.of(ReadRow.refused(values, fault.at(mapping.id(), line)));
        } catch (IllegalArgumentException | ArithmeticException fault) {
            return Optional.of(ReadRow.refused(values, new Rejection(mapping.id(), line, Rejection.ROW,
                    String.valueOf(fault.getMessage()), "correct the row in the source")));
        }
    }

    private String[] values(Map<String, Object> row) {
        List<String> columns = mapping.kind().columns();
        String[] values = new String[columns.size()];
        row.forEach((name, value) -> {
            String column = name.toLowerCase(Locale.ROOT);
            int position = mapping.kind().position(column);
            if (position >= 0) {
                values[position] = text(value);
            } else if (!column.equalsIgnoreCase(mapping.markColumn())) {
                throw FileRefused.of(mapping.id(), line, "column " + BadField.shown(name) + " of its SQL is not known",
                        "name it with AS as one of " + String.join(", ", columns) + ", or take it out");
            }
            if (column.equalsIgnoreCase(mapping.markColumn()) && value != null) {
                moveMark(text(value));
            }
        });
        return values;
    }

    private void moveMark(String value) {
        try {
            mark = Optional.of(mapping.later(value, mark.orElse(value)));
        } catch (RuntimeException fault) {
            throw FileRefused.of(mapping.id(), line, "its mark " + BadField.shown(value) + " is no "
                    + mapping.type().name().toLowerCase(Locale.ROOT), "check watermark: column and type");
        }
    }

    /** As the hub's own CSV has it; a timestamp at midnight is a day. */
    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof java.math.BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        return text.matches("\\d{4}-\\d{2}-\\d{2}[ T]00:00(:00(\\.0+)?)?") ? text.substring(0, 10) : text;
    }
}
