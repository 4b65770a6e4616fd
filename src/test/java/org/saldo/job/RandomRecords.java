package org.saldo.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up customers, invoices and payments of a small company, with the accidents of real ones, as lines of CSV. */
public final class RandomRecords {

    public static final String CUSTOMERS =
            "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson,company\n";
    public static final String INVOICES =
            "document_type,document_number,customer_id,issue_date,due_date,currency,amount,company\n";
    public static final String PAYMENTS = "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,"
            + "end_to_end_id,remittance_text,company,return_of\n";
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final int CUSTOMERS_COUNT = 3;

    private record Invoice(String number, int customer, LocalDate issued, int amount, boolean credit, String currency) {
    }

    private record Payment(String id, int customer, LocalDate booked, int amount, String text, String returnOf) {
    }

    private final Random random;
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    public RandomRecords(Random random) {
        this.random = random;
        for (int i = 0; i < 10; i++) {
            invoices.add(new Invoice("INV-2026-" + (1000 + i), random.nextInt(CUSTOMERS_COUNT),
                    START.plusDays(random.nextInt(30)), 100 * (1 + random.nextInt(6)), random.nextInt(8) == 0, "EUR"));
        }
        for (int i = 0; i < 10; i++) {
            payments.add(payment("P-" + (100 + i)));
        }
        for (int i = 0; i < 3; i++) {
            Invoice dollars = new Invoice("INV-2026-" + (1010 + i), random.nextInt(CUSTOMERS_COUNT),
                    START.plusDays(random.nextInt(30)), 100 * (1 + random.nextInt(6)), false, "USD");
            invoices.add(dollars);
            payments.add(exchanged("P-" + (110 + i), dollars));
        }
    }

    /** Euros for dollars: the bank says how many were sent, most often as many as are owed. */
    private Payment exchanged(String id, Invoice dollars) {
        int sent = dollars.amount - (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        String words = random.nextInt(4) == 0 ? "" : " /OCMT/USD" + sent + ".00/";
        return new Payment(id, dollars.customer, START.plusDays(random.nextInt(45)), sent - 7, dollars.number + words, "");
    }

    private Payment payment(String id) {
        Invoice one = invoices.get(random.nextInt(invoices.size()));
        Invoice other = invoices.get(random.nextInt(invoices.size()));
        LocalDate booked = START.plusDays(random.nextInt(45));
        if (!payments.isEmpty() && random.nextInt(6) == 0) {
            Payment back = payments.get(random.nextInt(payments.size()));
            if (back.amount > 0) {
                return new Payment(id, back.customer, back.booked.plusDays(random.nextInt(3)), -back.amount, "RETURN", back.id);
            }
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Payment(id, one.customer, booked, one.amount, one.number, "");
            case 1 -> new Payment(id, one.customer, booked, one.amount + other.amount, one.number + " " + other.number, "");
            case 2 -> new Payment(id, one.customer, booked, one.amount - 50, "part of " + one.number, "");
            case 3 -> new Payment(id, one.customer, booked, one.amount, "thank you", "");
            default -> new Payment(id, random.nextInt(CUSTOMERS_COUNT + 1), booked, 100 * (1 + random.nextInt(6)), "", "");
        };
    }

    public List<String> customers(String company) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS_COUNT; i++) {
            lines.add("C-%d,%s,DE,de,EUR,c%d@example.org,%s,NET30,,%s%n".formatted(i, name(i), i, iban(i), company));
        }
        return lines;
    }

    public List<String> invoices(String company) {
        return invoices.stream().map(invoice -> "%s,%s,C-%d,%s,%s,%s,%d.00,%s%n".formatted(
                invoice.credit ? "CREDIT_NOTE" : "INVOICE", invoice.number, invoice.customer, invoice.issued,
                invoice.issued.plusDays(30), invoice.currency, invoice.amount, company)).toList();
    }

    public List<String> payments(String company, String account) {
        return payments.stream().map(payment -> "%s,%s,%s,%s,EUR,%d.00,%s,%s,,%s,%s,%s%n".formatted(payment.id, account,
                payment.booked, payment.booked, payment.amount, name(payment.customer), iban(payment.customer), payment.text,
                company, payment.returnOf)).toList();
    }

    private static String name(int customer) {
        return new String[] {"Alder Works", "Birch Trading", "Cedar Foods", "Nobody Known"}[customer];
    }

    private static String iban(int customer) {
        return new String[] {"DE02120300000000202051", "DE02500105170137075030", "DE02100500000054540402", ""}[customer];
    }
}
