package org.saldo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.saldo.delivery.finance.ReminderWorkbook;
import org.saldo.delivery.worklist.Choice;
import org.saldo.delivery.worklist.WorklistColumn;
import org.saldo.delivery.worklist.WorklistKey;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.delivery.worklist.WorklistWorkbook;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;

/**
 * Reads a worklist that came back (or a preview of reminders, see {@link PreviewRows}): of each row its key and what was put
 * into the cells for it, and nothing else. Rows without a decision are passed over. A formula is no decision, whatever it shows.
 */
public final class WorklistReader {

    private static final long UNPACKED_MAX = 200_000_000;
    private static final int ROWS_MAX = 20_000;
    private static final int TEXT_MAX = 2_000;
    private static final int REASON_MAX = 400;
    private static final String ROW_REASON = "decided in the worklist";

    private final String name;
    private final WorklistWordings words;

    private WorklistReader(String name, WorklistWordings words) {
        this.name = name;
        this.words = words;
    }

    /** Whether the file is a workbook, by its first bytes. */
    public static boolean isWorkbook(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * @param words in whose languages titles and choices are understood
     * @throws FileRefused when it is no worklist of the hub, or too large
     */
    public static List<ReadRow<GivenInstruction>> read(Path file, String name, WorklistWordings words) {
        WorklistReader reader = new WorklistReader(name, words);
        try {
            reader.requireBounded(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
                return reader.rows(workbook);
            }
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw FileRefused.of(name, 1, "the workbook cannot be read: " + broken.getMessage(),
                    "save it as .xlsx in the program that wrote it, and send it again");
        }
    }

    private void requireBounded(Path file) throws IOException {
        long unpacked = 0;
        byte[] bytes = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int length = in.read(bytes); length > 0 && unpacked <= UNPACKED_MAX; length = in.read(bytes)) {
                        unpacked += length;
                    }
                }
            }
        }
        if (unpacked > UNPACKED_MAX) {
            throw FileRefused.of(name, 1, "the workbook is too large when unpacked", "send the worklist alone");
        }
    }

    private List<ReadRow<GivenInstruction>> rows(ReadableWorkbook workbook) throws IOException {
        Optional<Sheet> preview = workbook.findSheet(ReminderWorkbook.SHEET);
        if (preview.isPresent()) {
            return new PreviewRows(name, words).of(preview.get());
        }
        Sheet sheet = workbook.findSheet(WorklistWorkbook.SHEET).orElseThrow(() -> noWorklist("has no sheet '"
                + WorklistWorkbook.SHEET + "'"));
        List<ReadRow<GivenInstruction>> read = new ArrayList<>();
        boolean header = false;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
                Row row = each.next();
                if (row.getRowNum() == WorklistWorkbook.HEADER + 1) {
                    requireHeader(row);
                    header = true;
                } else if (row.getRowNum() > WorklistWorkbook.HEADER + 1) {
                    read(row).ifPresent(read::add);
                }
                if (read.size() > ROWS_MAX) {
                    throw FileRefused.of(name, row.getRowNum(), "has more than " + ROWS_MAX + " decisions", "send fewer at once");
                }
            }
        }
        if (!header) {
            throw noWorklist("has no header in row " + (WorklistWorkbook.HEADER + 1));
        }
        return read;
    }

    private void requireHeader(Row row) {
        for (WorklistColumn column : WorklistColumn.values()) {
            if (!words.isTitle(column, text(row, column))) {
                throw noWorklist("its column " + (column.ordinal() + 1) + " is not '" + column.title() + "'");
            }
        }
    }

    private FileRefused noWorklist(String why) {
        return FileRefused.of(name, WorklistWorkbook.HEADER + 1L, "it is no worklist of this hub: " + why,
                "fill in the workbook that the hub sent (a worklist, or a preview of reminders); other decisions come as CSV");
    }

    private Optional<ReadRow<GivenInstruction>> read(Row row) {
        Map<WorklistColumn, String> inputs = new EnumMap<>(WorklistColumn.class);
        long line = row.getRowNum();
        String[] raw = new String[] {text(row, WorklistColumn.PAYMENT)};
        try {
            for (WorklistColumn column : WorklistColumn.values()) {
                if (column.isInput()) {
                    inputs.put(column, input(row, column));
                }
            }
            boolean leaves = words.choice(inputs.get(WorklistColumn.DECISION)).equals(Optional.of(Choice.LEAVE));
            if (leaves || inputs.values().stream().allMatch(String::isEmpty)) {
                return Optional.empty();
            }
            return Optional.of(ReadRow.of(line, raw, given(row, inputs)));
        } catch (BadField fault) {
            return Optional.of(ReadRow.refused(raw, fault.at(name, line)));
        }
    }

    private GivenInstruction given(Row row, Map<WorklistColumn, String> inputs) {
        String text = cell(row, WorklistColumn.KEY).filter(cell -> cell.getType() == CellType.STRING).map(Cell::asString)
                .orElse("");
        WorklistKey key = WorklistKey.parse(text).orElseThrow(() -> new BadField("key",
                BadField.shown(text) + " is not as the hub wrote it", "take the row of the workbook that was sent"));
        String decision = inputs.get(WorklistColumn.DECISION);
        Choice choice = words.choice(decision).orElseThrow(() -> new BadField("decision", decision.isEmpty()
                ? "is empty, but other cells of the row are filled in" : BadField.shown(decision) + " is none of the list",
                "choose one of the list"));
        String reason = inputs.get(WorklistColumn.REASON);
        if (reason.length() > REASON_MAX) {
            throw new BadField("reason", "has " + reason.length() + " characters", "use at most " + REASON_MAX);
        }
        return new GivenInstruction("", key.text(), instruction(choice, text(row, WorklistColumn.PAYMENT), inputs),
                reason.isEmpty() ? ROW_REASON : reason, Optional.of(key));
    }

    private static Instruction instruction(Choice choice, String payment, Map<WorklistColumn, String> inputs) {
        String documents = inputs.get(WorklistColumn.DOCUMENTS);
        String customer = inputs.get(WorklistColumn.CUSTOMER);
        boolean withDocuments = choice == Choice.APPLY || choice == Choice.REFUND;
        boolean withCustomer = choice == Choice.ASSIGN || choice == Choice.ON_ACCOUNT;
        require(withDocuments || documents.isEmpty(), "documents", "are named, but the decision is '" + choice.words() + "'",
                "empty the cell, or choose '" + Choice.APPLY.words() + "'");
        require(withCustomer || customer.isEmpty(), "customer", "is named, but the decision is '" + choice.words() + "'",
                "empty the cell, or choose '" + Choice.ASSIGN.words() + "'");
        require(!withDocuments || !documents.isEmpty(), "documents", "are not named", "write them as INV-1 100.00 + INV-2");
        require(choice != Choice.ASSIGN || !customer.isEmpty(), "customer", "is not named", "write the customer's number");
        return switch (choice) {
            case ACCEPT_1, ACCEPT_2, ACCEPT_3 -> Instruction.accept(payment, choice.proposal(), "");
            case APPLY -> Instruction.settle(payment, documents);
            case REFUND -> Instruction.refund(payment, documents, Optional.empty());
            case ASSIGN -> Instruction.place(InstructionAction.ASSIGN, payment, customer);
            case ON_ACCOUNT -> Instruction.place(InstructionAction.ON_ACCOUNT, payment, customer);
            case NOT_OURS -> Instruction.place(InstructionAction.IGNORE, payment, "");
            case LEAVE -> throw new IllegalStateException("a row that is left says nothing");
        };
    }

    private static void require(boolean holds, String field, String reason, String remedy) {
        if (!holds) {
            throw new BadField(field, reason, remedy);
        }
    }

    private static String input(Row row, WorklistColumn column) {
        return input(row, column.ordinal(), column.name());
    }

    /** What somebody wrote into a cell. @throws BadField when it is a formula or no plain text */
    static String input(Row row, int column, String name) {
        Optional<Cell> cell = cell(row, column);
        if (cell.filter(one -> one.getType() == CellType.FORMULA || one.getFormula() != null).isPresent()) {
            throw new BadField(name.toLowerCase(Locale.ROOT), "holds a formula", "write the value itself");
        }
        String text = text(row, column);
        if (text.length() > TEXT_MAX || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' || c == 127)) {
            throw new BadField(name.toLowerCase(Locale.ROOT), "is too long or holds a control character",
                    "write it anew, with at most " + TEXT_MAX + " characters");
        }
        return text;
    }

    private static String text(Row row, WorklistColumn column) {
        return text(row, column.ordinal());
    }

    static String text(Row row, int column) {
        return cell(row, column).map(cell -> cell.getType() == CellType.NUMBER
                ? new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString() : cell.getText()).orElse("").strip();
    }

    private static Optional<Cell> cell(Row row, WorklistColumn column) {
        return cell(row, column.ordinal());
    }

    private static Optional<Cell> cell(Row row, int column) {
        return column < row.getCellCount() ? row.getOptionalCell(column) : Optional.empty();
    }
}
