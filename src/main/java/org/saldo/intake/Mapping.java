package org.saldo.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How files of another shape become the hub's own CSV: which files it is for, how they are written, and where each column
 * comes from. Column names of a file are compared without regard to case.
 *
 * @param file pattern of the whole file name, if the name is a sign
 * @param headerHolds names that must all stand in the header
 * @param columns for each of the hub's columns, where it comes from
 * @param only for a column of the file, the values that a row must have to be taken in
 * @param except for a column of the file, the values with which a row is passed over
 */
public record Mapping(
        String id,
        FileKind kind,
        Optional<Pattern> file,
        List<String> headerHolds,
        CsvDialect dialect,
        NumberFormat numbers,
        List<DatePattern> dates,
        Map<String, ColumnSource> columns,
        Map<String, Set<String>> only,
        Map<String, Set<String>> except) {

    public Mapping {
        headerHolds = List.copyOf(headerHolds);
        dates = List.copyOf(dates);
        columns = Map.copyOf(columns);
        only = Map.copyOf(only);
        except = Map.copyOf(except);
    }

    boolean fits(String name, List<String> header) {
        return (file.isPresent() || !headerHolds.isEmpty())
                && (file.isEmpty() || file.get().matcher(name).matches())
                && !header.isEmpty()
                && headerHolds.stream().allMatch(wanted -> header.stream().anyMatch(wanted::equalsIgnoreCase));
    }

    /** @throws FileRefused when the header lacks a column that the mapping needs */
    RowShape shape(String fileName, long headerLine, String[] header) {
        return new MappedColumns(this, fileName, headerLine, header);
    }
}
