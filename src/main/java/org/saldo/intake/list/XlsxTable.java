package org.saldo.intake.list;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.saldo.intake.FileRefused;

/** The rows of the one visible sheet of a workbook that is a list. A formula counts for nothing, whatever it shows. */
final class XlsxTable {

    private static final int DIGITS_MAX = 40;

    private final String name;

    private XlsxTable(String name) {
        this.name = name;
    }

    static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    static List<ListRow> read(byte[] bytes, String name, ListWords words) {
        XlsxTable table = new XlsxTable(name);
        Path file = null;
        try {
            file = Files.createTempFile("list", ".xlsx");
            Files.write(file, bytes);
            table.requireBounded(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
                return table.rows(workbook, words);
            }
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw ListLimits.refused(name, "the workbook cannot be read", "save it as .xlsx without a password, or as CSV");
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            file.toFile().deleteOnExit();
        }
    }

    private void requireBounded(Path file) throws IOException {
        long unpacked = 0;
        byte[] bytes = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int length = in.read(bytes); length > 0 && unpacked <= ListLimits.UNPACKED_MAX;
                            length = in.read(bytes)) {
                        unpacked += length;
                    }
                }
            }
        }
        if (unpacked > ListLimits.UNPACKED_MAX) {
            throw ListLimits.refused(name, "the workbook is too large when unpacked", "send the list alone");
        }
    }

    private List<ListRow> rows(ReadableWorkbook workbook, ListWords words) throws IOException {
        List<String> names = new ArrayList<>();
        List<List<ListRow>> lists = new ArrayList<>();
        List<List<ListRow>> others = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().filter(each -> each.getVisibility() == SheetVisibility.VISIBLE).toList()) {
            List<ListRow> rows = rows(sheet);
            if (ListHeader.find(rows, words).isPresent()) {
                names.add(sheet.getName());
                lists.add(rows);
            } else if (!rows.isEmpty()) {
                others.add(rows);
            }
        }
        if (lists.size() > 1) {
            throw ListLimits.refused(name, "more than one sheet is a list: " + String.join(", ", names),
                    "send the sheet of this account alone");
        }
        if (lists.isEmpty() && others.size() != 1) {
            throw ListLimits.refused(name, others.isEmpty() ? "it holds no rows" : "no sheet has titles that are understood",
                    "send one sheet with a title above each column");
        }
        return lists.isEmpty() ? others.get(0) : lists.get(0);
    }

    private List<ListRow> rows(Sheet sheet) throws IOException {
        List<ListRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext();) {
                Row row = each.next();
                List<ListRow.Cell> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), ListLimits.COLUMNS_MAX); i++) {
                    cells.add(row.getOptionalCell(i).map(XlsxTable::cell).orElse(ListRow.Cell.EMPTY));
                }
                ListRow read = new ListRow(row.getRowNum(), cells);
                if (!read.isBlank()) {
                    rows.add(read);
                }
                ListLimits.requireRows(name, rows.size());
            }
        }
        return rows;
    }

    /** What no amount has the length of is kept as the text that it is. */
    private static ListRow.Cell number(String written) {
        BigDecimal number = new BigDecimal(written).stripTrailingZeros();
        boolean amount = number.precision() <= DIGITS_MAX && Math.abs((long) number.scale()) <= DIGITS_MAX;
        return amount ? new ListRow.Cell(number.toPlainString(), true, false) : ListRow.Cell.text(written);
    }

    private static ListRow.Cell cell(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new ListRow.Cell("", false, true);
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.getRawValue());
        }
        return cell.getType() == CellType.EMPTY ? ListRow.Cell.EMPTY : ListRow.Cell.text(cell.getText());
    }
}
