package org.saldo.delivery.finance;

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

    private ListSheet() {
    }

    /** A list with a frozen header and a filter; {@code title} stands above it where there is one. */
    static void add(Workbook workbook, String name, String title, List<Object> head, List<List<Object>> rows, int width) {
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
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                cell(sheet, top + 1 + row, column, rows.get(row).get(column));
            }
        }
        sheet.rowHeight(top, 30);
        sheet.freezePane(0, top + 1);
        if (!rows.isEmpty()) {
            sheet.setAutoFilter(top, 0, top + rows.size(), head.size() - 1);
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
