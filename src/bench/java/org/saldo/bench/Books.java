package org.saldo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.saldo.intake.FileKind;
import org.saldo.store.DatabaseSettings;

/** Customers, their invoices and payments as files of the hub's own CSV, and the way of the files into a database. */
final class Books implements AutoCloseable {

    private static final String CUSTOMERS = "customers.csv";
    private static final String INVOICES = "invoices.csv";
    private static final String PAYMENTS = "payments.csv";
    private static final String[] LANGUAGES = {"en", "de", "es"};

    private final BufferedWriter customers;
    private final BufferedWriter invoices;
    private final BufferedWriter payments;

    Books(Path folder) throws IOException {
        customers = begun(folder.resolve(CUSTOMERS),
                "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n");
        invoices = begun(folder.resolve(INVOICES),
                "document_type,document_number,customer_id,issue_date,due_date,currency,amount\n");
        payments = begun(folder.resolve(PAYMENTS), "payment_id,account_iban,booking_date,value_date,currency,amount,"
                + "payer_name,payer_iban,end_to_end_id,remittance_text\n");
    }

    private static BufferedWriter begun(Path file, String header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write(header);
        return writer;
    }

    /** A customer with an address of its own, of one of three languages in turn. */
    void customer(int number, String country, String iban) throws IOException {
        customers.write("C%06d,Customer %d Machinery Ltd,%s,%s,EUR,ap@c%d.example,%s,NET30,S1%n".formatted(number, number,
                country, LANGUAGES[number % LANGUAGES.length], number, iban));
    }

    /** The customer's invoice of this number, and what it is called. */
    String invoice(int customer, int number, LocalDate issued, LocalDate due, String amount) throws IOException {
        String document = "RE-%06d%02d".formatted(customer, number);
        invoices.write("INVOICE,%s,C%06d,%s,%s,EUR,%s%n".formatted(document, customer, issued, due, amount));
        return document;
    }

    void payment(String id, LocalDate booked, String amount, String payer, String iban, String text) throws IOException {
        payments.write("%s,%s,%s,%s,EUR,%s,%s,%s,,%s%n".formatted(id, Workload.ACCOUNT, booked, booked, amount, payer, iban,
                text));
    }

    @Override
    public void close() throws IOException {
        customers.close();
        invoices.close();
        payments.close();
    }

    /** A hub that has taken the files of a folder in. */
    static Hub takenIn(DatabaseSettings settings, Path folder) {
        Hub hub = new Hub(settings, folder);
        hub.takeIn(folder.resolve(CUSTOMERS), FileKind.CUSTOMERS);
        hub.takeIn(folder.resolve(INVOICES), FileKind.INVOICES);
        hub.takeIn(folder.resolve(PAYMENTS), FileKind.PAYMENTS);
        return hub;
    }
}
