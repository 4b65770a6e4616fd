package org.saldo.job;

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
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.store.AnswerStore;
import org.saldo.store.EvidenceStore;
import org.saldo.store.Ledger;

/**
 * Packs what proves one customer's account for an auditor or a lawyer: statements as they were sent, answers, the mails of
 * both sides, scans, documents and decisions, and {@code SHA256SUMS} over all of it, which {@code sha256sum -c} checks. The
 * same books give the same bytes.
 */
public final class EvidenceJob {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final EvidenceStore store;
    private final Companies companies;

    EvidenceJob(Ledger ledger, Companies companies) {
        this.store = new EvidenceStore(ledger);
        this.companies = companies;
    }

    /**
     * Writes a ZIP to {@code out}, which stays open, and returns how many files it holds.
     *
     * @param company empty for the standard one
     * @throws Refused when the customer is not known
     */
    public int pack(String company, String customer, OutputStream out) {
        CustomerId id = new CustomerId(company.isEmpty() ? companies.standard().id() : companies.get(company).id(), customer);
        if (!store.isKnown(id)) {
            throw new Refused("customer " + customer + ": is not known in company " + id.company()
                    + "; see `saldo export customers`, or give --company");
        }
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            SortedMap<String, String> hashes = new TreeMap<>();
            SortedMap<String, ByteArrayOutputStream> tables = new TreeMap<>();
            store.tables(id, (name, columns) -> table(tables, name, columns));
            for (String name : tables.keySet()) {
                add(zip, hashes, "tables/" + name + ".csv", tables.get(name).toByteArray());
            }
            for (EvidenceStore.Kept kept : store.kept(id)) {
                add(zip, hashes, kept.name(), store.bytes(kept));
            }
            StringBuilder sums = new StringBuilder();
            hashes.forEach((name, hash) -> sums.append(hash).append("  ").append(name).append('\n'));
            put(zip, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
            return hashes.size() + 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RowSink table(SortedMap<String, ByteArrayOutputStream> tables, String name, List<String> columns) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tables.put(name, bytes);
            return ExportFormat.CSV.open(name, columns, bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void add(ZipOutputStream zip, SortedMap<String, String> hashes, String name, byte[] bytes)
            throws IOException {
        hashes.put(name, AnswerStore.sha256(bytes));
        put(zip, name, bytes);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
