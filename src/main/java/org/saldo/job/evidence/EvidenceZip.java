package org.saldo.job.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.RowSink;
import org.saldo.store.Contents;

/**
 * An archive with {@code SHA256SUMS} over all that is in it, which {@code sha256sum -c} checks. The same files in the same
 * order give the same bytes.
 */
public final class EvidenceZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final SortedMap<String, ByteArrayOutputStream> tables = new TreeMap<>();

    /** @param out stays open */
    public EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** A table that is put into the archive as CSV, once its sink is closed and {@link #addTables} is called. */
    public RowSink table(String name, List<String> columns) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tables.put(name, bytes);
            return ExportFormat.CSV.open(name, columns, bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    public void addTables() {
        tables.forEach((name, bytes) -> add("tables/" + name + ".csv", bytes.toByteArray()));
        tables.clear();
    }

    public void add(String name, byte[] bytes) {
        hashes.put(name, Contents.sha256(bytes));
        put(name, bytes);
    }

    /** Ends the archive and returns how many files it holds. */
    public int finish() {
        StringBuilder sums = new StringBuilder();
        hashes.forEach((name, hash) -> sums.append(hash).append("  ").append(name).append('\n'));
        put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        try {
            zip.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return hashes.size() + 1;
    }

    private void put(String name, byte[] bytes) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
