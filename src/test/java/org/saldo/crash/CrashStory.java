package org.saldo.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;

/**
 * What comes in while the hub is killed again and again: rounds of files, and what the ledger must say of them in the end.
 * Payment n pays invoice n and quotes it; every fortieth is returned.
 */
final class CrashStory {

    static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    static final int ROWS_A_FILE = 200;

    private static final String ACCOUNT = "DE89370400440532013000";
    private static final int FILES_A_ROUND = 8;
    private static final int CUSTOMERS = 50;
    private static final int RETURNED = 40;

    static final Companies COMPANIES = new Companies(List.of(new Company("main", "Crash Trading Ltd", List.of(), "", "DE",
            Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER,
            List.of(new Company.BankAccount(ACCOUNT, "EUR", "Test Bank")), Optional.empty(), "", List.of())));

    private final Path inbox;
    private int files;

    CrashStory(Path inbox) {
        this.inbox = inbox;
        List<String> rows = new ArrayList<>(List.of(
                "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson"));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            rows.add("C-%d,Customer %d Ltd,DE,en,EUR,,,NET30,".formatted(customer, customer));
        }
        write("customers", "customers.csv", rows);
    }

    /** Drops the files of one more round into the inbox. */
    void nextRound() {
        for (int end = files + FILES_A_ROUND; files < end; files++) {
            List<String> invoices = new ArrayList<>(List.of(
                    "document_type,document_number,customer_id,issue_date,due_date,currency,amount"));
            List<String> payments = new ArrayList<>(List.of("payment_id,account_iban,booking_date,value_date,currency,amount,"
                    + "payer_name,payer_iban,end_to_end_id,remittance_text,return_of"));
            for (int n = files * ROWS_A_FILE; n < (files + 1) * ROWS_A_FILE; n++) {
                invoices.add("INVOICE,%s,C-%d,2026-10-01,2026-10-31,EUR,%s".formatted(invoice(n), n % CUSTOMERS, amount(n)));
                payments.add(payment("P-" + n, "2026-10-20", amount(n), n, "invoice " + invoice(n), ""));
                if (isReturned(n)) {
                    payments.add(payment("R-" + n, "2026-10-27", amount(n).negate(), n, "returned", "P-" + n));
                }
            }
            write("invoices", "invoices-%05d.csv".formatted(files), invoices);
            write("payments", "payments-%05d.csv".formatted(files), payments);
        }
    }

    private static String payment(String id, String day, BigDecimal amount, int n, String text, String returnOf) {
        return String.join(",", id, ACCOUNT, day, day, "EUR", amount.toPlainString(), "Customer " + n % CUSTOMERS + " Ltd", "",
                "", text, returnOf);
    }

    private static boolean isReturned(int n) {
        return n % RETURNED == 0;
    }

    private static String invoice(int n) {
        return "RE-%07d".formatted(n);
    }

    private static BigDecimal amount(int n) {
        return BigDecimal.valueOf(1_000 + n * 7L % 90_000, 2);
    }

    /** The files of all rounds with the rows that each has. */
    Map<String, Long> files() {
        Map<String, Long> rows = new TreeMap<>(Map.of("customers.csv", (long) CUSTOMERS));
        for (int file = 0; file < files; file++) {
            rows.put("invoices-%05d.csv".formatted(file), (long) ROWS_A_FILE);
            rows.put("payments-%05d.csv".formatted(file), (long) ROWS_A_FILE + ROWS_A_FILE / RETURNED);
        }
        return rows;
    }

    /** Every document with its amount. */
    Map<String, BigDecimal> documents() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int n = 0; n < files * ROWS_A_FILE; n++) {
            amounts.put(invoice(n), amount(n));
        }
        return amounts;
    }

    /** Every bank line with its amount. */
    Map<String, BigDecimal> receipts() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int n = 0; n < files * ROWS_A_FILE; n++) {
            amounts.put("P-" + n, amount(n));
            if (isReturned(n)) {
                amounts.put("R-" + n, amount(n).negate());
            }
        }
        return amounts;
    }

    /** The documents that are still open at the end: those whose payment was returned. */
    Map<String, BigDecimal> open() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int n = 0; n < files * ROWS_A_FILE; n += RETURNED) {
            amounts.put(invoice(n), amount(n));
        }
        return amounts;
    }

    private void write(String kind, String name, List<String> rows) {
        try {
            Path folder = Files.createDirectories(inbox.resolve(kind));
            Files.write(folder.resolve(name + ".part"), rows);
            Files.move(folder.resolve(name + ".part"), folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
