package org.saldo.job.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * How a file looks: while it looks the same nobody has written to it, nor put another one of its name in its place.
 *
 * @param key what the file system knows it by; null where it has no such thing
 */
record FileLook(long size, FileTime changed, Object key) {

    /** Empty when there is no such file. */
    static Optional<FileLook> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileLook(now.size(), now.lastModifiedTime(), now.fileKey()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Whether the file still looks like this. */
    boolean holdsFor(Path file) {
        return of(file).filter(now -> Objects.equals(now, this)).isPresent();
    }
}
