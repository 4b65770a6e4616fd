package org.saldo.job;

import java.nio.file.Path;
import java.time.LocalDate;

/** The folders under {@code data/} that the taking in of files knows. */
public record DataFolders(Path data) {

    public Path inbox() {
        return data.resolve("inbox");
    }

    /** Where what was refused waits for a person. */
    public Path rejected() {
        return data.resolve("rejected");
    }

    /** Where attachments lie while they are taken in. */
    public Path spool() {
        return data.resolve("spool");
    }

    /** The folder of the archive for what is taken in on this day. */
    public Path archive(LocalDate day) {
        return data.resolve("archive").resolve("%04d".formatted(day.getYear())).resolve("%02d".formatted(day.getMonthValue()));
    }
}
