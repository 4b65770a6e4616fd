package org.saldo.job.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.saldo.statement.StatementKey;
import org.saldo.store.Contents;

/** Where statements lie as files: {@code out/<company>/statements/yyyy-MM/<customer_id>-<currency>-<number>.pdf}. */
public final class StatementFiles {

    private final Path out;
    private final UnaryOperator<Path> real;

    StatementFiles(Path out) {
        this(out, StatementFiles::real);
    }

    /** @param real the file that is there under a path: on some disks one whose name differs in case */
    StatementFiles(Path out, UnaryOperator<Path> real) {
        this.out = out;
        this.real = real;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath(LinkOption.NOFOLLOW_LINKS);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be read; check the disk and the rights of the folder", failure);
        }
    }

    /** Where the statement lies: beside one of a customer whose number differs in nothing but case, its name has a mark more. */
    private Path file(StatementKey key) {
        String name = name(key);
        Path file = folder(key.customer().company(), key.month()).resolve(name);
        boolean others = Files.exists(file) && !real.apply(file).getFileName().toString().equals(name);
        return others ? file.resolveSibling(name.replaceFirst("[.]pdf$", "-" + Contents.sha256(
                name.getBytes(StandardCharsets.UTF_8)).substring(0, 8) + ".pdf")) : file;
    }

    Path folder(String company, YearMonth month) {
        return out.resolve(safe(company)).resolve("statements").resolve(month.toString());
    }

    /** Where worklists and what came of them lie: {@code out/<company>/worklists/yyyy-MM}. */
    public static Path worklists(Path out, String company, YearMonth month) {
        return out.resolve(safe(company)).resolve("worklists").resolve(month.toString());
    }

    static String name(StatementKey key) {
        return safe(key.customer().number()) + "-" + key.currency().getCurrencyCode() + "-" + key.number() + ".pdf";
    }

    /** Writes the file whole or not at all; one of the same name is replaced. */
    void write(StatementKey key, byte[] pdf) {
        Path folder = folder(key.customer().company(), key.month());
        Path file = file(key);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, pdf);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }

    /** Takes the file of a statement away that is not kept after all. */
    void remove(StatementKey key) {
        Path file = file(key);
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be removed; check the rights of the folder", failure);
        }
    }

    /** The id as part of a file name: letters, digits, dot, hyphen and underscore stay, all else becomes %XX of its UTF-8. */
    public static String safe(String id) {
        StringBuilder name = new StringBuilder(id.length() + 8);
        id.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' && !name.isEmpty();
            if (plain) {
                name.appendCodePoint(c);
            } else {
                for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    name.append('%').append("%02X".formatted(part));
                }
            }
        });
        return name.toString();
    }
}
