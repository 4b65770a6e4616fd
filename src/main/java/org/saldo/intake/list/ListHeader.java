package org.saldo.intake.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the titles of a list are and what its columns hold. {@code row} is -1 when the list names none. */
record ListHeader(int row, Map<ListColumn, Integer> columns) {

    private static final int LOOKED_AT = 80;

    /** Whether the columns say what each line is about and how much it is. */
    static boolean isEnough(Map<ListColumn, Integer> columns) {
        boolean names = columns.containsKey(ListColumn.DOCUMENT) || columns.containsKey(ListColumn.VOUCHER)
                || columns.containsKey(ListColumn.TEXT);
        return names && (columns.containsKey(ListColumn.OPEN) || columns.containsKey(ListColumn.AMOUNT)
                || columns.containsKey(ListColumn.DEBIT) && columns.containsKey(ListColumn.CREDIT));
    }

    /** The row of titles; empty when there is none that says enough. */
    static Optional<ListHeader> find(List<ListRow> rows, ListWords words) {
        ListHeader best = null;
        for (int i = 0; i < Math.min(LOOKED_AT, rows.size()); i++) {
            Map<ListColumn, Integer> columns = columns(rows.get(i), words);
            if (isEnough(columns) && (best == null || columns.size() > best.columns().size())) {
                best = new ListHeader(i, columns);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The columns by their titles; of two for one thing the more usual title, of two amounts of one kind the first. */
    static Map<ListColumn, Integer> columns(ListRow titles, ListWords words) {
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < titles.cells().size(); i++) {
            String title = titles.cell(i).text();
            Optional<ListColumn> column = words.column(title);
            if (column.isPresent()) {
                Integer before = columns.get(column.get());
                if (before == null || words.rank(title) < words.rank(titles.cell(before).text())) {
                    columns.put(column.get(), i);
                }
            }
        }
        return columns;
    }

    /** Titles that stand twice for an amount, so that it is not clear which counts. */
    static Optional<String> ambiguity(ListRow titles, ListWords words, List<ListRow> body) {
        Map<ListColumn, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < titles.cells().size(); i++) {
            int column = i;
            words.column(titles.cell(i).text()).filter(ListColumn::isAmount)
                    .ifPresent(kind -> found.computeIfAbsent(kind, any -> new ArrayList<>()).add(column));
        }
        return found.values().stream().filter(columns -> columns.size() > 1)
                .filter(columns -> body.stream().anyMatch(row -> columns.stream().map(row::cell).map(ListRow.Cell::text)
                        .filter(text -> !text.isEmpty()).distinct().count() > 1))
                .map(columns -> "'" + titles.cell(columns.get(0)).text() + "' and '" + titles.cell(columns.get(1)).text() + "'")
                .findFirst();
    }
}
