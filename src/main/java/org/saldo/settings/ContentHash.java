package org.saldo.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one content of policy files from another, whatever version they name. */
public final class ContentHash {

    private static final int SHOWN = 4;

    private ContentHash() {
    }

    /** The first eight hexadecimal digits of the SHA-256 over the files' lines, in their order; a file may be missing. */
    public static String of(Path... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                if (Files.exists(file)) {
                    for (String line : Files.readAllLines(file)) {
                        digest.update((line.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, SHOWN);
        } catch (IOException unreadable) {
            throw new SettingsException(files[0] + ": cannot be read: " + unreadable.getMessage() + "; check its rights",
                    unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
