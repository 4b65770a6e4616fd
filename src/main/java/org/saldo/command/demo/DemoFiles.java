package org.saldo.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * Writes the year as its sources would: customers and most invoices as files of the hub's own CSV, the last month's
 * invoices as the semicolon file of an old system, bank lines a file a month. What comes by mail or from the source
 * database is given as text and rows.
 */
final class DemoFiles {

    static final String OLD_SYSTEM_FILE = "invoices-2026-10.csv";
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    /** Invoices of this month are in the source database; later ones in the old system's file. */
    static final YearMonth DATABASE_MONTH = YearMonth.of(2026, 9);

    private final DemoYear year;

    DemoFiles(DemoYear year) {
        this.year = year;
    }

    void write(Path inbox) throws IOException {
        put(inbox.resolve("customers/customers.csv"), customersCsv());
        put(inbox.resolve("invoices/invoices-2025.csv"), invoicesCsv(issued -> issued.getYear() == 2025));
        put(inbox.resolve("invoices/invoices-2026-q1.csv"), invoicesCsv(issued -> quarter(issued) == 1));
        put(inbox.resolve("invoices/invoices-2026-q2.csv"), invoicesCsv(issued -> quarter(issued) == 2));
        put(inbox.resolve("invoices/invoices-2026-q3.csv"), invoicesCsv(issued -> quarter(issued) == 3
                && !YearMonth.from(issued).equals(DATABASE_MONTH)));
        put(inbox.resolve("invoices/service-2026-09.csv"), invoicesCsv(year.invoices().stream()
                .filter(invoice -> isDatabaseMonth(invoice) && !invoice.company().equals(DemoCast.PUMPS))));
        put(inbox.resolve("controls/erp-balance-2026-10.csv"), controlsCsv());
        put(inbox.resolve("invoices/" + OLD_SYSTEM_FILE), oldSystemCsv());
        put(inbox.resolve("payments/bank-2025.csv"), paymentsCsv(booked -> booked.getYear() == 2025));
        put(inbox.resolve("payments/bank-2026-h1.csv"), paymentsCsv(booked -> quarter(booked) == 1 || quarter(booked) == 2));
        put(inbox.resolve("payments/bank-2026-q3.csv"), paymentsCsv(booked -> quarter(booked) == 3));
    }

    List<DemoYear.Invoice> databaseInvoices() {
        return year.invoices().stream()
                .filter(invoice -> isDatabaseMonth(invoice) && invoice.company().equals(DemoCast.PUMPS)).toList();
    }

    private static boolean isDatabaseMonth(DemoYear.Invoice invoice) {
        return YearMonth.from(invoice.issued()).equals(DATABASE_MONTH);
    }

    /** What customers told in advance that their payments are for. */
    String remittancesCsv() {
        return csv("company,advice_id,customer_id,payment_date,currency,document_number,amount", year.advices().stream()
                .map(advice -> String.join(",", advice.company(), advice.id(), advice.customer(), advice.date().toString(),
                        "EUR", advice.invoice(), advice.amount().toDecimal().toPlainString())));
    }

    /** The ERP has not got the last invoice of ACME yet. */
    private String controlsCsv() {
        LocalDate monthEnd = DemoYear.LAST_MONTH.atEndOfMonth();
        Money balance = year.balance(DemoCast.PUMPS, monthEnd).minus(DemoScenes.notInErp().amount());
        return csv("company,as_of,currency,balance,account", Stream.of(String.join(",", DemoCast.PUMPS, monthEnd.toString(),
                "EUR", balance.toDecimal().toPlainString(), "1200")));
    }

    String paymentsCsv(Predicate<LocalDate> booked) {
        return paymentsCsv(year.payments().stream().filter(payment -> booked.test(payment.booked())));
    }

    static String paymentsCsv(Stream<DemoYear.Payment> payments) {
        return csv("company,payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,end_to_end_id,"
                + "remittance_text,return_of,return_reason", payments.map(payment -> String.join(",", payment.company(),
                payment.id(), payment.account(), payment.booked().toString(), payment.booked().toString(), "EUR",
                payment.amount().toDecimal().toPlainString(), quoted(payment.payer()), payment.payerIban(), "",
                quoted(payment.text()), payment.returnOf(), payment.returnOf().isEmpty() ? "" : "MD06")));
    }

    private String customersCsv() {
        return csv("company,customer_id,name,country,language,currency,email,iban,payment_terms,salesperson",
                year.customers().stream().map(customer -> String.join(",", customer.company(), customer.number(),
                        quoted(customer.name()), customer.country(), customer.language(), "EUR", customer.email(),
                        customer.iban(), "NET30", "")));
    }

    private String invoicesCsv(Predicate<LocalDate> issued) {
        return invoicesCsv(year.invoices().stream().filter(invoice -> issued.test(invoice.issued())));
    }

    private static String invoicesCsv(Stream<DemoYear.Invoice> invoices) {
        return csv("company,document_type,document_number,customer_id,issue_date,due_date,currency,amount",
                invoices.map(invoice -> String.join(",", invoice.company(), invoice.type(), invoice.number(),
                        invoice.customer(), invoice.issued().toString(), invoice.due().toString(), "EUR",
                        invoice.amount().toDecimal().toPlainString())));
    }

    /** One of its rows has a due date that no calendar knows. */
    private String oldSystemCsv() {
        Stream<String> rows = year.invoices().stream()
                .filter(invoice -> YearMonth.from(invoice.issued()).equals(DemoYear.LAST_MONTH))
                .map(invoice -> String.join(";", invoice.company(), invoice.type().equals("INVOICE") ? "RE" : "GS",
                        invoice.number(), invoice.customer(), GERMAN_DAY.format(invoice.issued()),
                        GERMAN_DAY.format(invoice.due()), "EUR", germanAmount(invoice)));
        String wrong = String.join(";", DemoCast.PUMPS, "RE", "INV-19099", "C-0001", "30.10.2026", "31.02.2026", "EUR", "412,00");
        return csv("Firma;Belegart;Belegnummer;Kunde;Belegdatum;Faellig;Waehrung;Betrag", Stream.concat(rows, Stream.of(wrong)));
    }

    private static String germanAmount(DemoYear.Invoice invoice) {
        String[] parts = invoice.amount().toDecimal().toPlainString().split("\\.");
        return parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") + "," + parts[1];
    }

    private static int quarter(LocalDate day) {
        return day.getYear() == 2026 ? (day.getMonthValue() + 2) / 3 : 0;
    }

    private static String quoted(String text) {
        return text.contains(",") ? '"' + text + '"' : text;
    }

    private static String csv(String header, Stream<String> rows) {
        return header + "\n" + rows.map(row -> row + "\n").collect(Collectors.joining());
    }

    static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(unfinished, text, StandardCharsets.UTF_8);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
