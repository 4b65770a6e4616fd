package org.saldo.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.ItemBook;
import org.saldo.reconciliation.Matcher;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerDirectory;
import org.saldo.reconciliation.Verdict;

/**
 * Matching alone, in memory, with all rules on: {@code MatchingBench N} decides N receipts against N open items of 50,000
 * customers. Beside it, in the same run: a bare scan of the same texts for runs of digits with a lookup of each in a
 * primitive hash table, and DuckDB doing only the join on reference and amount and the update of what is open.
 */
public final class MatchingBench {

    private static final long SEED = 42;
    private static final int ROUNDS = 6;

    private final List<Item> items;
    private final List<Receipt> receipts;
    private final Path work;

    private MatchingBench(Path work, long rows) throws IOException {
        this.work = work;
        Workload workload = new Workload(SEED, 0, rows);
        workload.writeCustomers(work.resolve("customers.csv"));
        workload.writeInvoices(work.resolve("invoices.csv"));
        workload.writePayments(work.resolve("payments.csv"));
        this.items = read("invoices.csv", MatchingBench::item);
        this.receipts = read("payments.csv", MatchingBench::receipt);
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("saldo-matching");
        MatchingBench bench = new MatchingBench(work, Long.parseLong(arguments[0]));
        for (int round = 1; round <= ROUNDS; round++) {
            bench.round(round);
        }
    }

    private void round(int round) throws Exception {
        Stopwatch bare = new Stopwatch();
        long[] hits = new long[1];
        bare.time(() -> hits[0] = new BareLookup(items).hits(receipts));
        bare.tell("round " + round + " bare scan and lookup");
        PayerDirectory directory = directory();
        Stopwatch loading = new Stopwatch();
        ItemBook book = new ItemBook();
        loading.time(() -> items.forEach(book::add));
        loading.tell("round " + round + " book");
        Stopwatch matching = new Stopwatch();
        long[] applied = new long[1];
        matching.time(() -> applied[0] = match(new Matcher(MatchingPolicy.shipped(), directory, book), book));
        matching.tell("round " + round + " matching");
        Figures.tell("round " + round + " hits", hits[0]);
        Figures.tell("round " + round + " applied", applied[0]);
        Stopwatch duck = new Stopwatch();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement sql = connection.createStatement()) {
            DuckMatch match = new DuckMatch(sql, work);
            match.load();
            duck.time(match::join);
        }
        duck.tell("round " + round + " duckdb");
    }

    private long match(Matcher matcher, ItemBook book) {
        long applied = 0;
        for (Receipt receipt : receipts) {
            Verdict verdict = matcher.decide(receipt, List.of());
            if (verdict.isApplied()) {
                verdict.parts().forEach(part -> book.settle(part.item().id(), part.amount()));
                applied++;
            }
        }
        return applied;
    }

    private PayerDirectory directory() throws IOException {
        PayerDirectory directory = new PayerDirectory();
        read("customers.csv", row -> {
            directory.add(row.getField("customer_id"), row.getField("name"), "", row.getField("iban"), "");
            return row;
        });
        return directory;
    }

    private <T> List<T> read(String file, Function<NamedCsvRecord, T> row) throws IOException {
        List<T> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(work.resolve(file))) {
            reader.forEach(record -> all.add(row.apply(record)));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return all;
    }

    private static Item item(NamedCsvRecord row) {
        String number = row.getField("document_number");
        Money amount = Money.of("EUR", row.getField("amount"));
        return new Item(Long.parseLong(number.substring(number.lastIndexOf('-') + 1)) + 1, number, 1,
                row.getField("customer_id").intern(), false, LocalDate.parse(row.getField("issue_date")),
                LocalDate.parse(row.getField("due_date")), Optional.empty(), amount, amount);
    }

    private static Receipt receipt(NamedCsvRecord row) {
        LocalDate booked = LocalDate.parse(row.getField("booking_date"));
        return new Receipt(new ReceiptKey("main", row.getField("account_iban"), row.getField("payment_id")), booked, booked,
                Money.of("EUR", row.getField("amount")), row.getField("payer_name"), row.getField("payer_iban"),
                row.getField("end_to_end_id"), row.getField("remittance_text"), "", "", Receipt.Instrument.TRANSFER,
                Optional.empty(), "", "", "", false);
    }

    /** The least that any matcher must do: find runs of digits in each text, and look each up. */
    private static final class BareLookup {

        private final long[] table;
        private final int mask;

        BareLookup(List<Item> items) {
            int size = Integer.highestOneBit(items.size() * 2) * 2;
            this.table = new long[size];
            this.mask = size - 1;
            for (Item item : items) {
                long key = Long.parseLong(item.number().substring(item.number().lastIndexOf('-') + 1)) + 1;
                int slot = slot(key);
                while (table[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                table[slot] = key;
            }
        }

        private int slot(long key) {
            return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        }

        long hits(List<Receipt> receipts) {
            long hits = 0;
            for (Receipt receipt : receipts) {
                String text = receipt.remittanceText();
                long run = 0;
                int digits = 0;
                for (int i = 0; i <= text.length(); i++) {
                    char c = i < text.length() ? text.charAt(i) : ' ';
                    if (c >= '0' && c <= '9') {
                        run = run * 10 + c - '0';
                        digits++;
                    } else {
                        hits += digits >= 5 && has(run + 1) ? 1 : 0;
                        run = 0;
                        digits = 0;
                    }
                }
            }
            return hits;
        }

        private boolean has(long key) {
            int slot = slot(key);
            while (table[slot] != 0) {
                if (table[slot] == key) {
                    return true;
                }
                slot = slot + 1 & mask;
            }
            return false;
        }
    }
}
