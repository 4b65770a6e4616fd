package org.saldo.delivery.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook, a few rows at a time; what does not fit a sheet goes on in the next. */
final class XlsxSink implements RowSink {

    private static final int ROWS_IN_A_SHEET = 1_000_000;
    private static final int ROWS_BEFORE_A_FLUSH = 1_000;
    private static final int CELL_MAX = 32_767;

    private final String name;
    private final List<String> columns;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    XlsxSink(String name, List<String> columns, OutputStream out) {
        this.name = name;
        this.columns = columns;
        this.workbook = new Workbook(new KeptOpen(out), "Saldo", "1.0");
        newSheet();
    }

    private void newSheet() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        rows = 1;
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(Object... values) throws IOException {
        if (rows > ROWS_IN_A_SHEET) {
            sheet.finish();
            newSheet();
        }
        for (int column = 0; column < values.length; column++) {
            cell(column, values[column]);
        }
        rows++;
        if (rows % ROWS_BEFORE_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(rows, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(rows, column, day);
            sheet.style(rows, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.inlineString(rows, column, printable(PlainText.inSheet(value)));
        }
    }

    /** Characters that XML 1.0 cannot hold become U+FFFD, and what a cell cannot hold is cut off. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= 0x20 && c < 0xD800 || c == '\t' || c == '\n' || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD).forEach(printable::appendCodePoint);
        return printable.length() <= CELL_MAX ? printable.toString() : printable.substring(0, CELL_MAX - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
