package org.saldo.job.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** A month's statements as one file for a mail: the versions that hold, as long as they are not too large. PDFs are packed. */
final class StatementZip {

    private static final int PAGE = 200;
    /** A statement has its fonts in it, which are more than that. */
    private static final long STATEMENT_BYTES_LEAST = 20_000;

    private final StatementStore store;
    private final long bytesMax;

    StatementZip(StatementStore store, long bytesMax) {
        this.store = store;
        this.bytesMax = bytesMax;
    }

    /** The same statements make the same bytes; nothing when they are more than a mail can carry. */
    Optional<byte[]> of(String company, YearMonth month) {
        Map<String, Long> latest = latestIds(company, month);
        if (latest.size() * STATEMENT_BYTES_LEAST > bytesMax) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            long id = 0;
            for (List<StatementRow> page = store.made(company, month, id, PAGE); !page.isEmpty();
                    page = store.made(company, month, id, PAGE)) {
                for (StatementRow row : page) {
                    id = row.id();
                    if (latest.get(account(row)) == row.id()) {
                        add(zip, row, month);
                    }
                    if (bytes.size() > bytesMax) {
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.size() > bytesMax ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    private void add(ZipOutputStream zip, StatementRow row, YearMonth month) throws IOException {
        ZipEntry entry = new ZipEntry(StatementFiles.name(row.key()));
        entry.setTimeLocal(month.atEndOfMonth().atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(store.pdf(row));
        zip.closeEntry();
    }

    private Map<String, Long> latestIds(String company, YearMonth month) {
        Map<String, Long> latest = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        long id = 0;
        for (List<StatementRow> page = store.made(company, month, id, PAGE); !page.isEmpty();
                page = store.made(company, month, id, PAGE)) {
            for (StatementRow row : page) {
                id = row.id();
                if (row.key().version() > versions.getOrDefault(account(row), 0)) {
                    versions.put(account(row), row.key().version());
                    latest.put(account(row), row.id());
                }
            }
        }
        return latest;
    }

    private static String account(StatementRow row) {
        return row.key().customer() + "/" + row.key().currency().getCurrencyCode();
    }
}
