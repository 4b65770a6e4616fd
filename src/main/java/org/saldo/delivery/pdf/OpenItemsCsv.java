package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ItemStatus;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.ItemNote;
import org.saldo.statement.StatementItem;

/**
 * The open items of a statement as the hub's own CSV, for the customer's books: the columns of the export, one row an item,
 * {@code open_amount} negative for a credit note, so that they add up to the total that the page prints. The status is what
 * is agreed or contested about the item, else whether it is overdue.
 */
final class OpenItemsCsv {

    static final String NAME = "open-items.csv";

    private OpenItemsCsv() {
    }

    static byte[] of(StatementLetter letter) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (RowSink rows = ExportFormat.CSV.open("", ExportKind.OPEN_ITEMS.columns(), csv)) {
            for (StatementItem item : letter.statement().items()) {
                long overdue = item.daysOverdue(letter.statement().cutOff());
                rows.row(letter.company().id(), item.number(), item.instalment(), item.type().name(),
                        letter.customer().id().number(), item.open().currency().getCurrencyCode(), item.original().toDecimal(),
                        item.balance().toDecimal(), item.issueDate(), item.dueDate(), overdue,
                        status(letter.notesOf(item.itemId()), overdue));
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return csv.toByteArray();
    }

    private static String status(List<ItemNote> notes, long overdue) {
        if (!notes.isEmpty()) {
            return notes.get(0).mark().name();
        }
        return (overdue > 0 ? ItemStatus.OVERDUE : ItemStatus.OPEN).name();
    }
}
