package org.saldo.job.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.intake.Incoming;
import org.saldo.intake.Rejection;
import org.saldo.intake.Sender;

/**
 * Takes in the files of one mail. When one of them holds decisions of people and nobody vouches for the sender, nothing of
 * the mail is taken in: anybody can write the name of somebody else into a From line.
 */
public final class MailIntake {

    private final IntakeJob intake;
    private final Path spool;

    public MailIntake(IntakeJob intake, Path spool) {
        this.intake = intake;
        this.spool = spool;
    }

    /** An attachment; its name is only a name. */
    public record Attached(String name, Bytes bytes) {
    }

    /** Where the bytes of an attachment are read from, once. */
    public interface Bytes {

        InputStream open() throws IOException;
    }

    /** @param refused nothing was taken in, since nobody vouches for who decided */
    public record Taken(boolean refused, List<IntakeReport> reports) {

        public Taken {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Takes in all files of a mail, in their order.
     *
     * @throws org.saldo.ledger.Refused when another process is taking files in and does not end
     */
    public Taken take(Sender sender, List<Attached> attached, LocalDate day) {
        List<Incoming> files = new ArrayList<>();
        try {
            Files.createDirectories(spool);
            try {
                for (Attached each : attached) {
                    Path file = Files.createTempFile(spool, "attachment", ".csv");
                    files.add(Incoming.attachment(file, each.name(), sender));
                    try (InputStream bytes = each.bytes().open()) {
                        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                return whole(sender, files, day);
            } finally {
                for (Incoming file : files) {
                    Files.deleteIfExists(file.file());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Taken whole(Sender sender, List<Incoming> files, LocalDate day) {
        boolean refused = !sender.vouched() && files.stream().anyMatch(intake::isInstructions);
        return new Taken(refused, files.stream().map(file -> intake.takeMailed(file, day,
                refused ? Optional.of(notVouched(file)) : Optional.empty())).toList());
    }

    /** Why a file of a mail is not taken in that decides and whose sender is not proved. */
    static Rejection notVouched(Incoming file) {
        return new Rejection(file.name(), 1, "file", "its mail holds instructions and says that it is from "
                + file.sender().address() + ", which our mail server does not prove (" + file.sender().why() + ")",
                "ask the person, then `saldo import` it as yourself; see intake.mail.authserv-id");
    }
}
