package org.saldo.delivery.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.saldo.dunning.WaitingReminder;

/** Reminders that wait for a person, one a row, as a workbook. */
public final class ReminderWorkbook {

    /** The type of the file. */
    public static final String TYPE = StatementWorkbook.TYPE;

    private static final List<Object> HEAD = List.of("Customer", "Name", "Level", "Currency", "Open", "Asked for", "To",
            "Subject", "Waits because");

    private ReminderWorkbook() {
    }

    /** The workbook's bytes; the same reminders give the same bytes. */
    public static byte[] of(LocalDate day, List<WaitingReminder> waiting) {
        List<List<Object>> rows = new ArrayList<>();
        waiting.forEach(each -> rows.add(List.of(each.customer().number(), each.name(), each.level(),
                each.open().currency().getCurrencyCode(), each.open(), each.asked(), each.recipients(), each.subject(),
                each.why())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            ListSheet.add(workbook, "Reminders", "Reminders of " + day, HEAD, rows, 20);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return FixedZip.of(bytes.toByteArray(), day);
    }
}
