package org.saldo.store.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.intake.Channel;
import org.saldo.intake.FileKind;

/**
 * What is being taken in: a file or the rows of a source database, under a name that is safe to show.
 *
 * @param kind what it holds; empty when that was not to be found out, and nothing of it was taken in
 * @param company whose it is as long as no row says otherwise
 * @param opening whether it is what a company brings along when it goes live
 * @param sha256 of the file's bytes; empty for rows of a database
 * @param actor who takes it in
 * @param day the business day of the run
 */
public record IntakeHead(String name, Channel channel, Optional<FileKind> kind, String company, boolean opening, String sha256,
                         String actor, LocalDate day) {

    private static final String UNKNOWN = "UNKNOWN";

    public String kindName() {
        return kind.map(FileKind::name).orElse(UNKNOWN);
    }
}
