package org.saldo.delivery.worklist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A person who fills a worklist in and saves it: the same cells, written by another program. */
public final class FilledWorklist {

    public static final String NAME = "worklist.xlsx";

    private static final List<WorklistColumn> INPUTS = List.of(WorklistColumn.DECISION, WorklistColumn.DOCUMENTS,
            WorklistColumn.CUSTOMER, WorklistColumn.REASON);

    private FilledWorklist() {
    }

    /** Writes into the row of a payment; the worklist is the newest under {@code data/out}, kept as {@link #NAME}. */
    public static void decide(Path place, String payment, List<String> inputs) throws IOException {
        Path kept = place.resolve(NAME);
        if (!Files.exists(kept)) {
            try (Stream<Path> files = Files.walk(place.resolve("data/out"))) {
                Files.copy(files.filter(file -> file.toString().endsWith(".xlsx")).max(Comparator.naturalOrder())
                        .orElseThrow(), kept);
            }
        }
        Files.write(kept, filled(Files.readAllBytes(kept), payment, inputs));
    }

    /** An input that begins with an equals sign is typed in as a formula. */
    public static byte[] filled(byte[] workbook, String payment, List<String> inputs) throws IOException {
        return filled(workbook, payment, inputs, "");
    }

    /** @param key what is written over the row's key; empty: it stays */
    public static byte[] filled(byte[] workbook, String payment, List<String> inputs, String key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Workbook written = new Workbook(bytes, "Office", "1.0")) {
            Worksheet sheet = written.newWorksheet(WorklistWorkbook.SHEET);
            for (Row row : read.findSheet(WorklistWorkbook.SHEET).orElseThrow().read()) {
                boolean meant = row.getCellText(WorklistColumn.PAYMENT.ordinal()).equals(payment);
                row.stream().filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                        .filter(cell -> !meant || !WorklistColumn.values()[cell.getColumnIndex()].isInput())
                        .forEach(cell -> copy(sheet, row.getRowNum() - 1, cell));
                if (meant) {
                    fillIn(sheet, row.getRowNum() - 1, inputs);
                    if (!key.isEmpty()) {
                        sheet.value(row.getRowNum() - 1, WorklistColumn.KEY.ordinal(), key);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(Worksheet sheet, int row, Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            sheet.value(row, cell.getColumnIndex(), cell.asNumber());
        } else if (cell.getFormula() != null) {
            sheet.formula(row, cell.getColumnIndex(), cell.getFormula());
        } else {
            sheet.value(row, cell.getColumnIndex(), cell.getText());
        }
    }

    private static void fillIn(Worksheet sheet, int row, List<String> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).startsWith("=")) {
                sheet.formula(row, INPUTS.get(i).ordinal(), inputs.get(i).substring(1));
            } else if (!inputs.get(i).isEmpty()) {
                sheet.value(row, INPUTS.get(i).ordinal(), inputs.get(i));
            }
        }
    }
}
