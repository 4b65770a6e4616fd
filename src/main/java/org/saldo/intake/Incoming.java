package org.saldo.intake;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that waits to be taken in.
 *
 * @param file where its bytes are
 * @param name what it is called outside; made safe here, so that it can stand in messages and file names
 * @param kind what it holds, when that is known; otherwise its mapping or its header says so
 * @param mapping the id of the mapping to use, when a person named one
 * @param opening whether it is what a company brings along when it goes live
 * @param moves whether the file goes into the archive, or only a copy of it
 * @param retryOf the id of the file whose refused rows these are
 * @param sender who is said to have mailed it
 */
public record Incoming(Path file, String name, Channel channel, Optional<FileKind> kind, Optional<String> mapping,
                       boolean opening, String actor, boolean moves, Optional<Long> retryOf, Sender sender) {

    /** A file that was not mailed. */
    public Incoming(Path file, String name, Channel channel, Optional<FileKind> kind, Optional<String> mapping,
                    boolean opening, String actor, boolean moves, Optional<Long> retryOf) {
        this(file, name, channel, kind, mapping, opening, actor, moves, retryOf, Sender.NONE);
    }

    public Incoming {
        Objects.requireNonNull(file, "file");
        name = SafeName.of(name);
    }

    /** A file that lies in the inbox's folder of its kind; it goes into the archive. */
    public static Incoming file(Path file, FileKind kind) {
        return new Incoming(file, file.getFileName().toString(), Channel.FILE, Optional.of(kind), Optional.empty(), false,
                "intake", true, Optional.empty());
    }

    /** The attachment of a mail, kept in {@code file} for the time being. */
    public static Incoming attachment(Path file, String name, Sender sender) {
        return new Incoming(file, name, Channel.MAIL, Optional.empty(), Optional.empty(), false, "intake", true,
                Optional.empty(), sender);
    }

    /** A file that a person takes in by hand; it stays where it is. */
    public static Incoming command(Path file, Optional<FileKind> kind, Optional<String> mapping, boolean opening,
                                   String actor) {
        return new Incoming(file, file.getFileName().toString(), Channel.COMMAND, kind, mapping, opening, actor, false,
                Optional.empty());
    }

    public Incoming ofKind(FileKind known) {
        return new Incoming(file, name, channel, Optional.of(known), mapping, opening, actor, moves, retryOf, sender);
    }
}
