package org.saldo.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.saldo.delivery.finance.PreviewKey;
import org.saldo.delivery.finance.ReminderColumn;
import org.saldo.delivery.finance.ReminderWorkbook;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;

/**
 * The decisions in a preview of reminders that came back: of each row its key, release or stop, and the reason. Rows without
 * a decision are passed over; the row for all others comes last, whatever stands before it.
 */
final class PreviewRows {

    private static final int ROWS_MAX = 20_000;
    private static final int REASON_MAX = 400;
    private static final String ROW_REASON = "decided in the preview";

    private final String name;
    private final WorklistWordings words;

    /** @param words of the languages in which it may have been written */
    PreviewRows(String name, WorklistWordings words) {
        this.name = name;
        this.words = words;
    }

    /** @throws FileRefused when it is no preview of the hub, or too long */
    List<ReadRow<GivenInstruction>> of(Sheet sheet) throws IOException {
        List<ReadRow<GivenInstruction>> read = new ArrayList<>();
        List<ReadRow<GivenInstruction>> others = new ArrayList<>();
        boolean header = false;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext();) {
                Row row = each.next();
                if (row.getRowNum() == ReminderWorkbook.HEADER + 1) {
                    requireHeader(row);
                    header = true;
                } else if (row.getRowNum() > ReminderWorkbook.HEADER + 1) {
                    read(row).ifPresent(found -> (isForOthers(found) ? others : read).add(found));
                }
                if (read.size() > ROWS_MAX) {
                    throw FileRefused.of(name, row.getRowNum(), "has more than " + ROWS_MAX + " decisions", "send fewer at once");
                }
            }
        }
        if (!header) {
            throw noPreview("has no header in row " + (ReminderWorkbook.HEADER + 1));
        }
        read.addAll(others);
        return read;
    }

    private static boolean isForOthers(ReadRow<GivenInstruction> row) {
        return row.record().filter(given -> given.instruction().customer().isEmpty()).isPresent();
    }

    private void requireHeader(Row row) {
        for (ReminderColumn column : ReminderColumn.values()) {
            if (!words.is(column.title(), WorklistReader.text(row, column.ordinal()))) {
                throw noPreview("its column " + (column.ordinal() + 1) + " is not '"
                        + WorklistWording.english().of(column.title()) + "'");
            }
        }
    }

    private FileRefused noPreview(String why) {
        return FileRefused.of(name, ReminderWorkbook.HEADER + 1L, "it is no preview of reminders of this hub: " + why,
                "fill in the workbook that the hub sent");
    }

    private Optional<ReadRow<GivenInstruction>> read(Row row) {
        long line = row.getRowNum();
        String[] raw = new String[] {WorklistReader.text(row, ReminderColumn.CUSTOMER.ordinal())};
        try {
            String decision = input(row, ReminderColumn.DECISION);
            String reason = input(row, ReminderColumn.REASON);
            if (decision.isEmpty() && reason.isEmpty()) {
                return Optional.empty();
            }
            boolean releases = words.is(HouseWord.PREVIEW_RELEASE, decision);
            if (!releases && !words.is(HouseWord.PREVIEW_STOP, decision)) {
                throw new BadField("decision", decision.isEmpty() ? "is empty, but a reason is given"
                        : BadField.shown(decision) + " is none of the list", "choose release or stop");
            }
            if (reason.length() > REASON_MAX) {
                throw new BadField("reason", "has " + reason.length() + " characters", "use at most " + REASON_MAX);
            }
            return Optional.of(ReadRow.of(line, raw, given(row, releases, reason)));
        } catch (BadField fault) {
            return Optional.of(ReadRow.refused(raw, fault.at(name, line)));
        }
    }

    private GivenInstruction given(Row row, boolean releases, String reason) {
        String text = WorklistReader.text(row, ReminderColumn.KEY.ordinal());
        PreviewKey key = PreviewKey.parse(text).orElseThrow(() -> new BadField("key", text.isEmpty()
                ? "is empty: an earlier row decides for the same customer" : BadField.shown(text)
                + " is not as the hub wrote it",
                "take the row of the workbook that was sent"));
        String shown = WorklistReader.text(row, ReminderColumn.CUSTOMER.ordinal());
        boolean others = key.customer().isEmpty() && words.is(HouseWord.PREVIEW_OTHERS, shown);
        if (!others && !shown.equals(key.customer())) {
            throw new BadField("key", "is that of another row, not of " + BadField.shown(shown),
                    "take the row of the workbook that was sent");
        }
        InstructionAction action = releases ? InstructionAction.RELEASE_REMINDERS : InstructionAction.STOP_REMINDERS;
        return new GivenInstruction(key.company(), "reminders/" + key.check() + "/" + action,
                Instruction.reminders(action, key.customer(), key.day(), key.seen()), reason.isEmpty() ? ROW_REASON : reason,
                Optional.empty());
    }

    private static String input(Row row, ReminderColumn column) {
        return WorklistReader.input(row, column.ordinal(), column.name());
    }
}
