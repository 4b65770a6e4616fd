package org.saldo.intake.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns told by what stands in them, for a list without titles: one looks like numbers of documents, one like amounts. */
final class ContentColumns {

    private static final int SHARE = 80;
    private static final Pattern AMOUNT = Pattern.compile("[-+(]?\\s*[\\d.,' ]*[.,]\\d{2}\\s*[-)]?(?:\\s?[A-Z]{3})?");
    private static final Pattern DOCUMENT = Pattern.compile("(?=.*\\d{3})[\\p{L}\\d][\\p{L}\\d./ _-]{2,24}");

    private ContentColumns() {
    }

    /** @return the columns; empty when there is not exactly one of documents and one of amounts */
    static Optional<ListHeader> find(List<ListRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<ListRow> body = rows.stream().filter(row -> row.cells().stream().filter(cell -> !cell.text().isEmpty()).count() > 1)
                .toList();
        List<Integer> amounts = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        List<Integer> documents = new ArrayList<>();
        for (int i = 0; i < width && !body.isEmpty(); i++) {
            int column = i;
            List<ListRow.Cell> cells = body.stream().map(row -> row.cell(column))
                    .filter(cell -> !cell.text().isEmpty()).toList();
            DayFormat format = DayFormat.of(cells);
            if (share(cells, body, cell -> !cell.number() && format.read(cell).isPresent())) {
                days.add(i);
            } else if (share(cells, body, cell -> cell.number() ? cell.text().contains(".")
                    : AMOUNT.matcher(cell.text()).matches())) {
                amounts.add(i);
            } else if (share(cells, body, cell -> DOCUMENT.matcher(cell.text()).matches())) {
                documents.add(i);
            }
        }
        if (amounts.size() != 1 || documents.size() != 1) {
            return Optional.empty();
        }
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        columns.put(ListColumn.AMOUNT, amounts.get(0));
        columns.put(ListColumn.DOCUMENT, documents.get(0));
        days.stream().findFirst().ifPresent(day -> columns.put(ListColumn.DATE, day));
        days.stream().skip(1).findFirst().ifPresent(day -> columns.put(ListColumn.DUE, day));
        return Optional.of(new ListHeader(-1, columns));
    }

    private static boolean share(List<ListRow.Cell> cells, List<ListRow> body, java.util.function.Predicate<ListRow.Cell> fits) {
        return cells.size() * 100L >= (long) SHARE * body.size()
                && cells.stream().filter(fits).count() * 100 >= (long) SHARE * cells.size();
    }
}
