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
import org.saldo.intake.Incoming;

/** A file's place in the archive, by the hash of its bytes: the same bytes under the same name are kept once. */
public record ArchivedFile(Path source, boolean moves, String sha256, Path target) {

    private static final int SHOWN_DIGITS = 12;

    static ArchivedFile of(Incoming incoming, Path folder) {
        String sha256 = sha256(incoming.file());
        return new ArchivedFile(incoming.file(), incoming.moves(), sha256,
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

    public void store() {
        try {
            Files.createDirectories(target.getParent());
            if (moves) {
                Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
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
