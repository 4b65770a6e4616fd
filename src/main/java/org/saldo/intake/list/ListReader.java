package org.saldo.intake.list;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.intake.FileRefused;
import org.saldo.intake.SafeName;
import org.saldo.statement.answer.ReplyToken;

/**
 * Reads a customer's list from the bytes of a file: CSV, an .xlsx workbook, or a PDF with a table of text. What it is is
 * told by its bytes, not by its name.
 */
public final class ListReader {

    private final ListWords words;

    public ListReader(ListWords words) {
        this.words = words;
    }

    /**
     * @param currency of the account that the list is compared with; rows of others are left out
     * @throws FileRefused when it is no list that can be understood without guessing
     */
    public ReadList read(byte[] bytes, String fileName, Currency currency) {
        String name = SafeName.of(fileName);
        if (bytes.length > ListLimits.BYTES_MAX) {
            throw ListLimits.refused(name, "is larger than " + ListLimits.BYTES_MAX / 1_000_000 + " MB", "send the list alone");
        }
        List<ListRow> rows = rows(bytes, name);
        ListHeader header = ListHeader.find(rows, words).or(() -> ContentColumns.find(rows)).orElseThrow(() ->
                ListLimits.refused(name, "it is not clear which column holds our document numbers and which the amounts",
                        "put a title above each column, such as Document and Amount, or add its titles to lists.yaml"));
        List<ListRow> body = rows.subList(header.row() + 1, rows.size());
        if (header.row() >= 0) {
            ListRow titles = rows.get(header.row());
            Optional<String> two = header.columns().containsKey(ListColumn.OPEN)
                    && !sameTwice(header, ListColumn.OPEN, titles) ? Optional.empty()
                    : ListHeader.ambiguity(titles, words, body);
            two.ifPresent(both -> {
                throw ListLimits.refused(name, both + " are both amounts, and differ", "send the list with one of them");
            });
        }
        List<ListRow> preamble = rows.subList(0, Math.max(0, header.row()));
        return new ListBody(name, words, header, currency).read(new ArrayList<>(preamble), body, statements(rows));
    }

    private static Set<String> statements(List<ListRow> rows) {
        return rows.stream().flatMap(row -> row.cells().stream()).flatMap(cell -> ReplyToken.referencesIn(cell.text()).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the column that counts stands there more than once. */
    private boolean sameTwice(ListHeader header, ListColumn column, ListRow titles) {
        return titles.cells().stream().filter(cell -> words.column(cell.text()).filter(found -> found == column).isPresent())
                .count() > 1 && header.columns().containsKey(column);
    }

    private List<ListRow> rows(byte[] bytes, String name) {
        if (PdfTable.isPdf(bytes)) {
            return PdfTable.read(bytes, name, words);
        }
        if (XlsxTable.isWorkbook(bytes)) {
            return XlsxTable.read(bytes, name, words);
        }
        if (bytes.length > 4 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
            throw ListLimits.refused(name, "it is a workbook of the old form (.xls)", "save it as .xlsx or CSV");
        }
        return CsvTable.read(bytes, name, words);
    }
}
