package org.saldo.delivery.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.saldo.delivery.export.PlainText;
import org.saldo.money.Money;

/** A sheet that is one list. Amounts are numbers, days are dates; texts of others cannot act as formulas. */
final class ListSheet {

    private static final String HEAD = "0B5C6B";
    private static final int ROWS_HELD = 1000;

    private ListSheet() {
    }

    /**
     * A list with a frozen header and a filter; {@code title} stands above it where there is one. A long one leaves the
     * memory while it is written.
     */
    static void add(Workbook workbook, String name, String title, List<Object> head, Iterable<List<Object>> rows, int width) {
        Worksheet sheet = workbook.newWorksheet(name);
        int top = title.isEmpty() ? 0 : 2;
        if (top > 0) {
            sheet.inlineString(0, 0, PlainText.inSheet(title));
            sheet.style(0, 0).bold().fontSize(14).set();
        }
        for (int column = 0; column < head.size(); column++) {
            sheet.inlineString(top, column, PlainText.inSheet(head.get(column)));
            sheet.style(top, column).bold().fontColor("FFFFFF").fillColor(HEAD).wrapText(true).verticalAlignment("center")
                    .set();
            sheet.width(column, width);
        }
        sheet.rowHeight(top, 30);
        sheet.freezePane(0, top + 1);
        int written = 0;
        for (List<Object> row : rows) {
            written++;
            for (int column = 0; column < row.size(); column++) {
                cell(sheet, top + written, column, row.get(column));
            }
            if (written % ROWS_HELD == 0) {
                letGo(sheet::flush);
            }
        }
        if (written > 0) {
            sheet.setAutoFilter(top, 0, top + written, head.size() - 1);
        }
        if (written >= ROWS_HELD) {
            letGo(sheet::finish);
        }
    }

    /** A step of the library that writes. */
    private interface Step {
        void run() throws IOException;
    }

    private static void letGo(Step step) {
        try {
            step.run();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Money money) {
            int digits = money.currency().getDefaultFractionDigits();
            BigDecimal amount = money.toDecimal();
            sheet.value(row, column, amount);
            sheet.style(row, column).format(digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0").set();
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (!value.toString().isEmpty()) {
            sheet.inlineString(row, column, PlainText.inSheet(PlainText.printable(value.toString())));
        }
    }
}
