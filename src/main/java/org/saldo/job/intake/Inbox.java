package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;

/**
 * The folder of files that wait, a sub-folder a kind. A file counts once it has not changed for the time of {@code settle};
 * names that begin with a dot, or end in .tmp or .part, are somebody's unfinished work, and a route marks by .camelLock what it
 * looks at.
 */
public final class Inbox {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".camellock");

    private final Path folder;
    private final InstantSource clock;
    private final Duration settle;

    public Inbox(Path folder, InstantSource clock, Duration settle) {
        this.folder = folder;
        this.clock = clock;
        this.settle = settle;
    }

    private record Seen(FileKind kind, FileLook look) {
    }

    /** A file that has stopped growing, and how it looked then. */
    record Settled(Incoming incoming, FileLook look) {
    }

    /** Kind by kind, by name. When a file is younger than the time to settle, this waits once and looks again. */
    List<Settled> settledFiles() {
        Map<Path, Seen> before = look();
        boolean someAreYoung = before.values().stream()
                .anyMatch(seen -> seen.look().changed().toInstant().isAfter(clock.instant().minus(settle)));
        if (someAreYoung && !settle.isZero()) {
            LockSupport.parkNanos(settle.toNanos());
        }
        Map<Path, Seen> now = someAreYoung ? look() : before;
        List<Settled> settled = new ArrayList<>();
        before.forEach((file, seen) -> {
            if (seen.equals(now.get(file))) {
                settled.add(new Settled(Incoming.file(file, seen.kind()), seen.look()));
            }
        });
        return settled;
    }

    private Map<Path, Seen> look() {
        Map<Path, Seen> seen = new LinkedHashMap<>();
        for (FileKind kind : FileKind.values()) {
            Path ofKind = folder.resolve(kind.folder());
            if (Files.isDirectory(ofKind)) {
                files(ofKind).forEach(file -> FileLook.of(file).ifPresent(look -> seen.put(file, new Seen(kind, look))));
            }
        }
        return seen;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Inbox::isFinished).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
