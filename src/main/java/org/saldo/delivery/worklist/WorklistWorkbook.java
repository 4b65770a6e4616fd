package org.saldo.delivery.worklist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.saldo.delivery.export.PlainText;
import org.saldo.ledger.Company;
import org.saldo.reconciliation.Alternative;

/**
 * The worklist as a workbook: a row a receipt, a drop-down for the decision, and cells to write into; everything else is
 * locked. Texts of others cannot act as formulas.
 */
public final class WorklistWorkbook {

    /** The sheet that is read back. */
    public static final String SHEET = "Worklist";
    /** The row of the column titles, counted from 0; what waits stands below it. */
    public static final int HEADER = 2;

    private static final String CHOICES = "Choices";
    private static final String LOCK = "saldo";
    private static final String INPUT_COLOUR = "FFF7D6";
    private static final SheetProtectionOption[] PROTECTION = {SheetProtectionOption.SHEET, SheetProtectionOption.OBJECTS,
        SheetProtectionOption.SCENARIOS, SheetProtectionOption.INSERT_ROWS, SheetProtectionOption.DELETE_ROWS,
        SheetProtectionOption.INSERT_COLUMNS, SheetProtectionOption.DELETE_COLUMNS, SheetProtectionOption.SORT,
        SheetProtectionOption.PIVOT_TABLES, SheetProtectionOption.INSERT_HYPERLINKS};

    private final Company company;
    private final LocalDate day;
    private final WorklistWording words;
    private final Worksheet sheet;
    private final Worksheet choices;

    private WorklistWorkbook(Company company, LocalDate day, WorklistWording words, Workbook workbook) {
        this.company = company;
        this.day = day;
        this.words = words;
        this.sheet = workbook.newWorksheet(SHEET);
        this.choices = workbook.newWorksheet(CHOICES);
    }

    /** The workbook's bytes, in the language of the words; the name of its sheet is the same in all. */
    public static byte[] of(Company company, LocalDate day, List<WorklistLine> lines, WorklistWording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            WorklistWorkbook worklist = new WorklistWorkbook(company, day, words, workbook);
            worklist.writeChoices();
            worklist.writeHead(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                worklist.writeLine(HEADER + 1 + i, lines.get(i));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private void writeChoices() {
        for (int proposals = 0; proposals <= Choice.PROPOSALS; proposals++) {
            List<Choice> list = Choice.with(proposals);
            for (int row = 0; row < list.size(); row++) {
                choices.inlineString(row, proposals, words.words(list.get(row)));
            }
        }
        choices.setVisibilityState(VisibilityState.HIDDEN);
        choices.protect(LOCK);
    }

    private void writeHead(int count) {
        sheet.inlineString(0, 0, PlainText.inSheet(words.of(WorklistWord.SHEET_TITLE, "day", day.toString(), "headline",
                words.counted(count), "company", company.name())));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.inlineString(1, 0, words.of(WorklistWord.SHEET_HOW));
        sheet.style(1, 0).fontColor("5A646D").set();
        for (WorklistColumn column : WorklistColumn.values()) {
            sheet.inlineString(HEADER, column.ordinal(), words.title(column));
            sheet.style(HEADER, column.ordinal()).bold().fontColor("FFFFFF").fillColor("0B5C6B").wrapText(true)
                    .verticalAlignment("center").set();
            sheet.width(column.ordinal(), column.width());
        }
        sheet.rowHeight(HEADER, 30);
        sheet.freezePane(WorklistColumn.PAYMENT.ordinal() + 1, HEADER + 1);
        sheet.setZoom(85);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEADER);
        sheet.protect(LOCK, PROTECTION);
    }

    private void writeLine(int row, WorklistLine line) {
        Map<WorklistColumn, String> texts = texts(line);
        for (WorklistColumn column : WorklistColumn.values()) {
            int at = column.ordinal();
            switch (column) {
                case DAYS -> sheet.value(row, at, line.days(day));
                case UNAPPLIED -> sheet.value(row, at, line.unapplied().toDecimal());
                case AMOUNT -> sheet.value(row, at, line.amount().toDecimal());
                case BOOKED -> sheet.value(row, at, line.bookingDate());
                default -> text(row, at, texts.getOrDefault(column, ""));
            }
            style(row, column, line);
        }
        int list = Math.min(Choice.PROPOSALS, line.proposals().size());
        sheet.range(row, WorklistColumn.DECISION.ordinal(), row, WorklistColumn.DECISION.ordinal())
                .validateWithList(choices.range(0, list, Choice.with(list).size() - 1, list))
                .errorStyle(DataValidationErrorStyle.STOP).errorTitle(words.of(WorklistWord.LIST_TITLE))
                .error(words.of(WorklistWord.LIST_ERROR))
                .showErrorMessage(true);
        sheet.rowHeight(row, 15.0 * Math.max(2, lines(texts)));
    }

    private void text(int row, int at, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, at, PlainText.inSheet(PlainText.printable(text)));
        }
    }

    private void style(int row, WorklistColumn column, WorklistLine line) {
        var style = sheet.style(row, column.ordinal()).verticalAlignment("top").wrapText(true)
                .borderStyle("thin").borderColor("D8DEE2");
        switch (column) {
            case UNAPPLIED, AMOUNT -> style.format(numberFormat(line));
            case BOOKED -> style.format("yyyy-mm-dd");
            case DECISION, DOCUMENTS, CUSTOMER, REASON -> style.fillColor(INPUT_COLOUR).format("@")
                    .protectionOption(ProtectionOption.LOCKED, false);
            case KEY, EVIDENCE, ACCOUNT, COMPANY -> style.fontColor("7A848D").fontSize(9);
            default -> { }
        }
        style.set();
    }

    private static String numberFormat(WorklistLine line) {
        int digits = line.amount().currency().getDefaultFractionDigits();
        return digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0";
    }

    private Map<WorklistColumn, String> texts(WorklistLine line) {
        Map<WorklistColumn, String> texts = new EnumMap<>(WorklistColumn.class);
        texts.put(WorklistColumn.PAYMENT, line.paymentId());
        texts.put(WorklistColumn.PAYER, line.payerName() + (line.payerIban().isEmpty() ? "" : "\n" + line.payerIban()));
        texts.put(WorklistColumn.CURRENCY, line.amount().currency().getCurrencyCode());
        texts.put(WorklistColumn.TEXT, line.text());
        texts.put(WorklistColumn.TAKEN_FOR, line.customer().isEmpty() ? words.of(WorklistWord.PAYER_UNKNOWN)
                : (line.customer() + " " + line.customerName()).strip()
                + (line.payerProof().isEmpty() ? "" : "\n" + words.told(line.payerProof())));
        texts.put(WorklistColumn.WHY, words.why(line) + "\n→ " + words.settledBy(line));
        texts.put(WorklistColumn.PROPOSALS, proposals(line.proposals()));
        texts.put(WorklistColumn.ACCOUNT, line.account());
        texts.put(WorklistColumn.EVIDENCE, words.told(line.evidence()));
        texts.put(WorklistColumn.COMPANY, line.company());
        texts.put(WorklistColumn.KEY, WorklistKey.of(line).text());
        return texts;
    }

    private String proposals(List<Alternative> proposals) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(Choice.PROPOSALS, proposals.size()); i++) {
            text.append(i == 0 ? "" : "\n").append(i + 1).append(": ").append(words.told(proposals.get(i)));
        }
        int more = proposals.size() - Choice.PROPOSALS;
        return more > 0 ? text + "\n" + words.of(WorklistWord.PROPOSALS_MORE, "count", Integer.toString(more)) : text.toString();
    }

    /** How many lines the tallest cell of a row takes. */
    private static int lines(Map<WorklistColumn, String> texts) {
        return texts.entrySet().stream().filter(cell -> cell.getKey() != WorklistColumn.EVIDENCE)
                .mapToInt(cell -> lines(cell.getValue(), cell.getKey().width())).max().orElse(1);
    }

    /** Nine letters of a text take about the width of ten digits. */
    private static int lines(String text, int width) {
        return text.lines().mapToInt(line -> 1 + line.length() * 10 / (width * 9)).sum();
    }
}
