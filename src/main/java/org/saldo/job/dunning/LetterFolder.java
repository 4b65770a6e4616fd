package org.saldo.job.dunning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.PrintedReminder;
import org.saldo.delivery.pdf.ReminderPdf;
import org.saldo.ledger.CustomerId;
import org.saldo.job.statement.StatementFiles;

/** Where reminders on paper wait to be printed: {@code out/<company>/reminders/yyyy-MM}. */
public final class LetterFolder {

    private final Path out;
    private final ReminderPdf pdf;

    /**
     * @param fonts TrueType files for letters that the fonts of the house lack, as for statements
     * @throws IllegalArgumentException when one of them cannot be set and embedded
     */
    public LetterFolder(Path out, List<Path> fonts) {
        this.out = out;
        this.pdf = new ReminderPdf(fonts);
    }

    /** Why a name or number of the letter cannot be printed as it is, and what to do; empty when all can. */
    Optional<String> unprintable(PrintedReminder reminder) {
        return pdf.unprintable(reminder);
    }

    /** The letter as it is kept: the same one again has the same bytes. */
    byte[] draw(PrintedReminder reminder) {
        return pdf.render(reminder);
    }

    /** Where the file of a customer's letter lies; while mail goes to one address only, apart from those that are printed. */
    Path fileOf(CustomerId customer, LocalDate on, boolean test) {
        Path folder = out.resolve(StatementFiles.safe(customer.company())).resolve("reminders");
        return (test ? folder.resolve("test") : folder).resolve(YearMonth.from(on).toString())
                .resolve(StatementFiles.safe(customer.number()) + "-" + on + ".pdf");
    }

    /** Writes the file whole or not at all. */
    void put(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }

    /** Takes the file away, if it still lies there; false when somebody has taken it. */
    boolean takeAway(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be removed; check the rights of the folder", failure);
        }
    }
}
