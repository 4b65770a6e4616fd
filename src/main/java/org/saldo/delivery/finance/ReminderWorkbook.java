package org.saldo.delivery.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.saldo.delivery.export.PlainText;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.dunning.WaitingReminder;
import org.saldo.money.Money;

/**
 * Reminders that wait for a person, one a row, as a workbook that can be sent back: yellow cells take a decision for a row,
 * and the first row takes one for all others. Everything else is locked; texts of others cannot act as formulas.
 */
public final class ReminderWorkbook {

    /** The type of the file. */
    public static final String TYPE = StatementWorkbook.TYPE;
    /** The sheet that is read back. */
    public static final String SHEET = "Reminders";
    /** The row of the column titles, counted from 0; below it the row for all others, then each reminder. */
    public static final int HEADER = 2;
    private static final String LOCK = "saldo";
    private static final SheetProtectionOption[] PROTECTION = {SheetProtectionOption.SHEET, SheetProtectionOption.OBJECTS,
        SheetProtectionOption.SCENARIOS, SheetProtectionOption.INSERT_ROWS, SheetProtectionOption.DELETE_ROWS,
        SheetProtectionOption.INSERT_COLUMNS, SheetProtectionOption.DELETE_COLUMNS, SheetProtectionOption.SORT};

    private final Worksheet sheet;
    private final Worksheet choices;
    private final WorklistWording words;

    private ReminderWorkbook(Workbook workbook, WorklistWording words) {
        this.words = words;
        this.sheet = workbook.newWorksheet(SHEET);
        this.choices = workbook.newWorksheet("Choices");
    }

    /**
     * The workbook's bytes; the same reminders give the same bytes.
     *
     * @param seen the business key of the mail that brings it
     */
    public static byte[] of(String company, LocalDate day, String seen, List<WaitingReminder> waiting,
            WorklistWording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            ReminderWorkbook written = new ReminderWorkbook(workbook, words);
            written.head(day);
            written.decision(HEADER + 1, new PreviewKey(company, day, seen, ""));
            written.text(HEADER + 1, ReminderColumn.CUSTOMER, words.of(HouseWord.PREVIEW_OTHERS));
            Set<String> first = new HashSet<>();
            for (int i = 0; i < waiting.size(); i++) {
                WaitingReminder each = waiting.get(i);
                written.line(HEADER + 2 + i, each);
                if (first.add(each.customer().number())) {
                    written.decision(HEADER + 2 + i, new PreviewKey(company, day, "", each.customer().number()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return FixedZip.of(bytes.toByteArray(), day);
    }

    private void head(LocalDate day) {
        choices.inlineString(0, 0, words.of(HouseWord.PREVIEW_RELEASE));
        choices.inlineString(1, 0, words.of(HouseWord.PREVIEW_STOP));
        choices.setVisibilityState(VisibilityState.HIDDEN);
        sheet.inlineString(0, 0, words.of(HouseWord.PREVIEW_TITLE, day));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.inlineString(1, 0, words.of(HouseWord.PREVIEW_HOW));
        sheet.style(1, 0).fontColor("5A646D").set();
        for (ReminderColumn column : ReminderColumn.values()) {
            sheet.inlineString(HEADER, column.ordinal(), words.of(column.title()));
            sheet.style(HEADER, column.ordinal()).bold().fontColor("FFFFFF").fillColor("0B5C6B").wrapText(true)
                    .verticalAlignment("center").set();
            sheet.width(column.ordinal(), column.width());
        }
        sheet.rowHeight(HEADER, 30);
        sheet.freezePane(ReminderColumn.NAME.ordinal(), HEADER + 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.protect(LOCK, PROTECTION);
    }

    private void decision(int row, PreviewKey key) {
        text(row, ReminderColumn.KEY, key.text());
        sheet.style(row, ReminderColumn.KEY.ordinal()).fontColor("7A848D").fontSize(9).set();
        for (ReminderColumn input : List.of(ReminderColumn.DECISION, ReminderColumn.REASON)) {
            sheet.style(row, input.ordinal()).fillColor("FFF7D6").format("@").protectionOption(ProtectionOption.LOCKED, false)
                    .borderStyle("thin").borderColor("D8DEE2").set();
        }
        sheet.range(row, 0, row, 0).validateWithList(choices.range(0, 0, 1, 0))
                .errorStyle(DataValidationErrorStyle.STOP).errorTitle(words.of(ReminderColumn.DECISION.title()))
                .error(words.of(HouseWord.PREVIEW_LIST_ERROR))
                .showErrorMessage(true);
    }

    private void line(int row, WaitingReminder each) {
        text(row, ReminderColumn.CUSTOMER, each.customer().number());
        text(row, ReminderColumn.NAME, each.name());
        if (each.level() < 0) {
            text(row, ReminderColumn.LEVEL, words.of(HouseWord.PREVIEW_NOTICE));
        } else {
            sheet.value(row, ReminderColumn.LEVEL.ordinal(), each.level());
        }
        text(row, ReminderColumn.CURRENCY, each.open().currency().getCurrencyCode());
        money(row, ReminderColumn.OPEN, each.open());
        money(row, ReminderColumn.ASKED, each.asked());
        text(row, ReminderColumn.TO, each.recipients());
        text(row, ReminderColumn.SUBJECT, each.subject());
        text(row, ReminderColumn.WHY, words.told(each.why()));
    }

    private void money(int row, ReminderColumn column, Money amount) {
        int digits = amount.currency().getDefaultFractionDigits();
        sheet.value(row, column.ordinal(), amount.toDecimal());
        sheet.style(row, column.ordinal()).format(digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0").set();
    }

    private void text(int row, ReminderColumn column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column.ordinal(), PlainText.inSheet(PlainText.printable(text)));
        }
    }
}
