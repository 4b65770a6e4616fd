package org.saldo.job.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.saldo.intake.Incoming;

/** A file's place in the archive, by the hash of its bytes: the same bytes under the same name are kept once. */
public record ArchivedFile(Path source, boolean moves, Optional<FileLook> look, String sha256, Path target) {

    private static final int SHOWN_DIGITS = 12;

    static ArchivedFile of(Incoming incoming, Path folder) {
        Optional<FileLook> look = FileLook.of(incoming.file());
        String sha256 = sha256(incoming.file());
        return new ArchivedFile(incoming.file(), incoming.moves(), look, sha256,
                folder.resolve(sha256.substring(0, SHOWN_DIGITS) + "-" + incoming.name()));
    }

    private static String sha256(Path file) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    /** The file was written to while it was read. */
    static final class Changing extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Changing(Path file) {
            super(file.getFileName() + ": was written to while it was read, so nothing of it was taken in; take it in again when"
                    + " it is whole");
        }
    }

    /**
     * What was read is what its hash says.
     *
     * @throws Changing when the file was written to meanwhile
     */
    void checkUnchanged() {
        if (look.filter(before -> before.holdsFor(source)).isEmpty()) {
            throw new Changing(source);
        }
    }

    /** Puts it there. What has taken its place or was added to it meanwhile is left: it is taken in by itself. */
    public void store() {
        try {
            Files.createDirectories(target.getParent());
            if (moves) {
                if (look.filter(before -> before.holdsFor(source)).isPresent()) {
                    Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            } else {
                Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
                Files.copy(source, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
