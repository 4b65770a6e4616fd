package org.saldo.delivery;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far each mail came, in a file, so that many may be claimed in one transaction and a sender that is killed still leaves
 * one in doubt at most for each connection. A line is handed to the system and not waited for: it outlives the process, not
 * the machine, so what stands here is believed only as long as the machine has not started again. For several threads.
 */
public final class SendLog implements AutoCloseable {

    /** Linux makes a new one at each start: proc_sys_kernel(5). */
    private static final Path START_OF_THE_MACHINE = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String START = "start ";
    private static final String CLAIMED = "claimed ";
    private static final String BEGUN = "begun ";
    private static final String TAKEN = "taken ";

    /** How far a mail came: only claimed, begun, or taken, then with the server's reply and when. */
    public record Came(boolean begun, Optional<String> reply, Instant at) {
    }

    private final RandomAccessFile file;
    private final String start;
    private final Map<String, Map<Long, Came>> left;

    private SendLog(RandomAccessFile file, String start) throws IOException {
        this.file = file;
        this.start = start;
        byte[] bytes = new byte[(int) file.length()];
        file.readFully(bytes);
        this.left = read(new String(bytes, StandardCharsets.UTF_8), start);
    }

    /**
     * Opens the log for this sender alone, as long as it lives. Empty while another process that still lives has it, whatever
     * the database says of its lease; and where the system does not tell when it was started: there nothing can be believed
     * later.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static Optional<SendLog> open(Path path) {
        Optional<String> start = start();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (!isAlone(file)) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new SendLog(file, start.get()));
        } catch (IOException failure) {
            throw new UncheckedIOException(path + ": cannot be written; let the hub write into its data folder", failure);
        }
    }

    private static boolean isAlone(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /**
     * What the sender before this one left, by packet and mail; empty when it is of another start of the machine. A line at
     * the end that has no end was not written whole and says nothing.
     */
    public Map<String, Map<Long, Came>> left() {
        return left;
    }

    /** Begins anew: what the sender before left is settled. */
    public void begin() {
        try {
            file.setLength(0);
            file.seek(0);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
        line(START + start);
    }

    private static Map<String, Map<Long, Came>> read(String text, String start) {
        Map<String, Map<Long, Came>> packets = new HashMap<>();
        List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(START + start)) {
            return packets;
        }
        Map<Long, String> packetOf = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 4);
            if (line.startsWith(CLAIMED)) {
                for (String id : line.substring(CLAIMED.length() + words[1].length()).strip().split(" ")) {
                    packetOf.put(Long.valueOf(id), words[1]);
                    packets.computeIfAbsent(words[1], any -> new HashMap<>())
                            .put(Long.valueOf(id), new Came(false, Optional.empty(), Instant.EPOCH));
                }
            } else {
                Long id = Long.valueOf(words[1]);
                packets.get(packetOf.get(id)).put(id, line.startsWith(TAKEN)
                        ? new Came(true, Optional.of(words[3]), Instant.parse(words[2]))
                        : new Came(true, Optional.empty(), Instant.EPOCH));
            }
        }
        return packets;
    }

    private static Optional<String> start() {
        try {
            return Optional.of(Files.readString(START_OF_THE_MACHINE).strip()).filter(start -> !start.isEmpty());
        } catch (IOException otherSystem) {
            return Optional.empty();
        }
    }

    /** Said before the mails of the packet are claimed in the database, which names the packet too. */
    public void claims(String packet, List<Long> mails) {
        line(CLAIMED + packet + " " + String.join(" ", mails.stream().map(String::valueOf).toList()));
    }

    /** Said before the first byte of the mail is on the wire. */
    public void begins(long mail) {
        line(BEGUN + mail);
    }

    /** The server took the mail. */
    public void taken(long mail, Instant at, String reply) {
        line(TAKEN + mail + " " + at + " " + reply.replaceAll("\\p{Cntrl}+", " "));
    }

    private synchronized void line(String words) {
        try {
            file.write((words + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private static UncheckedIOException unwritable(IOException failure) {
        return new UncheckedIOException("the log of what is sent: " + failure.getMessage() + "; make room in the data folder",
                failure);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException written) {
            // Every line was handed over when it was written.
        }
    }
}
