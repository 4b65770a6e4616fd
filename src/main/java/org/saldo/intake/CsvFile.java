package org.saldo.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Companies;

/** A CSV file whose kind and shape are known: the hub's own, or that of a mapping. */
public final class CsvFile {

    private final Path file;
    private final String name;
    private final FileKind kind;
    private final Optional<Mapping> mapping;

    private CsvFile(Path file, String name, FileKind kind, Optional<Mapping> mapping) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.mapping = mapping;
    }

    /**
     * Finds out what the file is: by the mapping that was named, by its header when it is the hub's own, else by the
     * mapping that it fits.
     *
     * @throws FileRefused when it fits nothing, or more than one mapping
     */
    public static CsvFile recognise(Incoming incoming, List<Mapping> mappings) {
        if (incoming.mapping().isPresent()) {
            Mapping named = named(incoming, mappings);
            return new CsvFile(incoming.file(), incoming.name(), named.kind(), Optional.of(named));
        }
        List<String> header = header(incoming, CsvDialect.OWN);
        Optional<FileKind> own = FileKind.ofHeader(header)
                .filter(kind -> incoming.kind().isEmpty() || incoming.kind().get() == kind);
        List<Mapping> fitting = own.isPresent() ? List.of() : mappings.stream()
                .filter(mapping -> incoming.kind().isEmpty() || incoming.kind().get() == mapping.kind())
                .filter(mapping -> mapping.fits(incoming.name(), header(incoming, mapping.dialect()))).toList();
        if (fitting.size() > 1) {
            throw FileRefused.of(incoming.name(), 1, "fits more than one mapping: "
                    + String.join(", ", fitting.stream().map(Mapping::id).toList()),
                    "name one with --mapping, or make what they match more exact");
        }
        Optional<Mapping> mapping = fitting.stream().findFirst();
        FileKind kind = own.or(() -> mapping.map(Mapping::kind)).or(incoming::kind).orElseThrow(() -> FileRefused.of(
                incoming.name(), 1, "its header is that of no kind of file that the hub knows",
                "put it into the inbox's folder of its kind, name the kind with --kind (" + FileKind.names()
                        + "), or write a mapping into config/mappings"));
        return new CsvFile(incoming.file(), incoming.name(), kind, mapping);
    }

    private static Mapping named(Incoming incoming, List<Mapping> mappings) {
        String id = incoming.mapping().orElseThrow();
        return mappings.stream().filter(mapping -> mapping.id().equals(id)).findFirst()
                .orElseThrow(() -> FileRefused.of(incoming.name(), 1, "mapping " + BadField.shown(id) + " is not known",
                        "name one of " + String.join(", ", mappings.stream().map(Mapping::id).toList())));
    }

    private static List<String> header(Incoming incoming, CsvDialect dialect) {
        try (CsvRows rows = new CsvRows(incoming.file(), incoming.name(), dialect)) {
            return Arrays.asList(rows.header());
        } catch (FileRefused none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public FileKind kind() {
        return kind;
    }

    public CsvDialect dialect() {
        return mapping.map(Mapping::dialect).orElse(CsvDialect.OWN);
    }

    /** The mapping that the file is read by; empty for the hub's own CSV. */
    public Optional<Mapping> mapping() {
        return mapping;
    }

    /** @throws FileRefused when the header is not what it must be */
    public <T> FileRows<T> rows(RecordReader<T> reader) {
        CsvRows rows = new CsvRows(file, name, dialect());
        RowShape shape = mapping.map(one -> one.shape(name, rows.headerLine(), rows.header()))
                .orElseGet(() -> new OwnColumns(kind, name, rows.header()));
        return new FileRows<>(name, rows, shape, reader);
    }

    /** What the first rows would become, a text for each: the filled columns of the hub's own CSV, or the rejection. */
    public List<String> preview(int most, Companies companies) {
        RecordReader<?> real = switch (kind) {
            case CUSTOMERS -> new CustomerReader(companies);
            case INVOICES -> new InvoiceReader(companies, true);
            case PAYMENTS -> new PaymentReader(companies, false);
            case REMITTANCES -> new RemittanceReader(companies);
            case INSTRUCTIONS -> new InstructionReader(companies);
            case PAYABLES -> new PayableReader(companies);
            case CONTROLS -> new ControlReader(companies);
        };
        List<String> shown = new ArrayList<>();
        try (FileRows<Map<String, String>> rows = rows(cells -> {
            real.read(cells);
            return cells.filled();
        })) {
            for (Optional<ReadRow<Map<String, String>>> row = rows.next(); row.isPresent() && shown.size() < most;
                    row = rows.next()) {
                shown.add(row.get().rejection().map(Rejection::toString).orElse(name + ":" + row.get().line() + ": "
                        + row.get().record().orElse(Map.of())));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return shown;
    }
}
