package org.saldo.job.dunning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import org.saldo.delivery.PrintedReminder;
import org.saldo.delivery.pdf.ReminderPdf;
import org.saldo.job.statement.StatementFiles;

/** Where reminders on paper wait to be printed: {@code out/<company>/reminders/yyyy-MM}. */
public final class LetterFolder {

    private final Path out;
    private final ReminderPdf pdf = new ReminderPdf();

    public LetterFolder(Path out) {
        this.out = out;
    }

    /** A letter that was put there. */
    record Letter(Path file, byte[] pdf) {
    }

    /** Draws the letter and writes its file whole or not at all; the same letter again replaces it by the same bytes. */
    Letter write(PrintedReminder reminder) {
        byte[] bytes = pdf.render(reminder);
        Path folder = out.resolve(StatementFiles.safe(reminder.company().id())).resolve("reminders")
                .resolve(YearMonth.from(reminder.on()).toString());
        Path file = folder.resolve(StatementFiles.safe(reminder.customer().id().number()) + "-" + reminder.on() + ".pdf");
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(file.getFileName() + ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Letter(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }
}
