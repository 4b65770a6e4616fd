package org.saldo.job.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.intake.ControlReader;
import org.saldo.intake.CsvFile;
import org.saldo.intake.CustomerReader;
import org.saldo.intake.FileKind;
import org.saldo.intake.FileRefused;
import org.saldo.intake.FileRows;
import org.saldo.intake.Incoming;
import org.saldo.intake.InstructionReader;
import org.saldo.intake.InvoiceReader;
import org.saldo.intake.Mapping;
import org.saldo.intake.PayableReader;
import org.saldo.intake.PaymentReader;
import org.saldo.intake.ReadRow;
import org.saldo.intake.RecordReader;
import org.saldo.intake.RemittanceReader;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/** Shows what a file would become, and takes nothing in. */
public final class MappingTrial {

    private final Companies companies;
    private final List<Mapping> mappings;

    public MappingTrial(Companies companies, List<Mapping> mappings) {
        this.companies = companies;
        this.mappings = mappings;
    }

    /** The first records and refused rows in lines, and whether every row was readable. */
    public record Shown(List<String> lines, boolean allReadable) {
    }

    /** @param most how many records, and how many refused rows, are shown; all are counted */
    public Shown show(Path file, Optional<FileKind> kind, Optional<String> mapping, int most) {
        try {
            CsvFile recognised = CsvFile.recognise(Incoming.command(file, kind, mapping, false, "trial"), mappings);
            RecordReader<?> reader = switch (recognised.kind()) {
                case CUSTOMERS -> new CustomerReader(companies);
                case INVOICES -> new InvoiceReader(companies, false);
                case PAYMENTS -> new PaymentReader(companies, false);
                case REMITTANCES -> new RemittanceReader(companies);
                case INSTRUCTIONS -> new InstructionReader(companies);
                case PAYABLES -> new PayableReader(companies);
                case CONTROLS -> new ControlReader(companies);
            };
            return read(recognised, reader, most);
        } catch (FileRefused refused) {
            return new Shown(List.of(refused.rejection().toString()), false);
        }
    }

    private static <T> Shown read(CsvFile file, RecordReader<T> reader, int most) {
        List<String> records = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        long read = 0;
        long refusedRows = 0;
        try (FileRows<T> rows = file.rows(reader)) {
            for (Optional<ReadRow<T>> row = rows.next(); row.isPresent(); row = rows.next()) {
                read++;
                refusedRows += row.get().rejection().isPresent() ? 1 : 0;
                row.get().record().filter(any -> records.size() < most).ifPresent(record -> records.add(described(record)));
                row.get().rejection().filter(any -> refused.size() < most).ifPresent(why -> refused.add(why.toString()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> lines = new ArrayList<>(records);
        lines.addAll(refused);
        lines.add("%s: %d read = %d records + %d refused; nothing was taken in".formatted(file.kind().folder(), read,
                read - refusedRows, refusedRows));
        return new Shown(List.copyOf(lines), refusedRows == 0);
    }

    /** What a record says, without what it leaves empty. */
    private static String described(Object record) {
        return parts("", record).collect(Collectors.joining(", "));
    }

    private static Stream<String> parts(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(present -> parts(name, present));
        }
        if (value instanceof Record record && !(value instanceof Money) && !(value instanceof CustomerId)) {
            return Arrays.stream(record.getClass().getRecordComponents())
                    .flatMap(component -> parts(component.getName(), valueOf(component, record)));
        }
        boolean empty = "".equals(value) || List.of().equals(value) || Boolean.FALSE.equals(value);
        return empty ? Stream.empty() : Stream.of(name + " " + value);
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component.toString(), impossible);
        }
    }
}
