package org.saldo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The file database of one data folder, and how processes share it. One process holds the file; while it is the service
 * it serves the file on loopback, and says where in a file that only the owner can read. Others use that. The lock is
 * the operating system's, so a killed process leaves none behind.
 */
public final class FileDatabase {

    private static final String USER = "SALDO";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** On POSIX a process loses its locks of a file when it closes any channel of it: one that is held is not opened. */
    private static final Map<Path, FileLock> HELD = new HashMap<>();

    private final Path folder;

    /** @param folder where the database's files are; made when it is not there */
    public FileDatabase(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the file, or joins the process that serves it; waits a while for one that does neither.
     *
     * @throws StoreException when another process holds the file and does not serve it
     */
    public Database open() {
        return await(() -> own().or(this::join));
    }

    /**
     * Opens the file as its only holder; waits a while for a command that has it.
     *
     * @throws StoreException when another process holds the file
     */
    public Database openAlone() {
        return await(this::own);
    }

    private Database await(Supplier<Optional<Database>> attempt) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Database> database = attempt.get();
            if (database.isPresent()) {
                return database.get();
            }
            if (System.nanoTime() - giveUpAt > 0) {
                throw new StoreException(folder
                        + ": another process holds the file database; wait until it has ended, or stop it");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private Optional<Database> own() {
        makePrivate(folder);
        Optional<FileLock> lock = lock();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            delete(serverFile());
            return Optional.of(Database.openFile(settings(fileUrl()), lock.get()));
        } catch (RuntimeException failure) {
            release(lock.get());
            throw failure;
        }
    }

    private Optional<Database> join() {
        try {
            String url = Files.readString(serverFile()).strip();
            return url.isEmpty() ? Optional.empty() : Optional.of(Database.join(settings(url)));
        } catch (IOException | StoreException notServed) {
            return Optional.empty();
        }
    }

    /**
     * Serves the file, which this process holds, to other processes of this machine until the result is closed.
     *
     * @param port on loopback; 0 for any free one
     */
    public FileDatabaseServer serve(int port) {
        FileDatabaseServer server = FileDatabaseServer.start(path(), port, () -> delete(serverFile()));
        writePrivate(serverFile(), server.url());
        return server;
    }

    private DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, USER, password());
    }

    private String fileUrl() {
        return "jdbc:hsqldb:file:" + path() + ";hsqldb.lock_file=false";
    }

    private String path() {
        return folder.toAbsolutePath().resolve("saldo").toString();
    }

    private Path serverFile() {
        return folder.resolve("server");
    }

    private String password() {
        Path file = folder.resolve("password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                writePrivate(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new StoreException(file + ": cannot be read: " + unreadable.getMessage()
                    + "; run Saldo as the user who owns the data folder", unreadable);
        }
    }

    private Optional<FileLock> lock() {
        Path file = folder.resolve("lock");
        FileChannel channel = null;
        try {
            Path key = folder.toRealPath();
            synchronized (HELD) {
                if (HELD.containsKey(key)) {
                    return Optional.empty();
                }
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
                if (lock.isEmpty()) {
                    channel.close();
                }
                lock.ifPresent(held -> HELD.put(key, held));
                return lock;
            }
        } catch (IOException failure) {
            close(channel);
            throw new StoreException(file + ": cannot be locked: " + failure.getMessage()
                    + "; run Saldo as the user who owns the data folder, on a disk of this machine", failure);
        }
    }

    static void release(FileLock lock) {
        synchronized (HELD) {
            close(lock.acquiredBy());
            HELD.values().remove(lock);
        }
    }

    private static void close(AutoCloseable channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (Exception failure) {
            throw new StoreException("the lock of the file database: " + failure.getMessage(), failure);
        }
    }

    private static void makePrivate(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
            }
        } catch (FileAlreadyExistsException madeByAnother) {
            return;
        } catch (IOException failure) {
            throw new StoreException(folder + ": cannot be made: " + failure.getMessage()
                    + "; give its owner the right to write there, or name another folder by --data", failure);
        }
    }

    private static void writePrivate(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly(file.getParent(), "rw-------"));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written", failure);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be removed", failure);
        }
    }
}
