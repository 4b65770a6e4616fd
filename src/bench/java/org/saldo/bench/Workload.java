package org.saldo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.LongFunction;

/**
 * Customers, invoices and payments of a made-up business, as files of the hub's own CSV. Every row is a function of the
 * seed and its number, so that files of any size are written without holding them, and are the same on every run.
 *
 * <p>Each customer has one invoice a round; a hundred large ones have another hundred each. Payment n is about
 * invoice n: most quote its number, and the others are spread as {@link Manner} says.
 *
 * @param from the number of the first invoice and payment
 * @param rows how many invoices, and how many payments
 */
record Workload(long seed, long from, long rows) {

    static final int CUSTOMERS = 50_000;
    static final String ACCOUNT = iban("10000000", 4711);
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    /** A day on which every payment of the workload has been booked. */
    static final LocalDate DAY_AFTER = LocalDate.of(2026, 12, 31);

    private static final int LARGE_CUSTOMERS = 100;
    private static final int ROUND = CUSTOMERS + 100 * LARGE_CUSTOMERS;
    private static final int STRIDE = 31_337;
    private static final int ISSUE_DAYS = 270;
    private static final long ROWS_OF_THE_YEAR = 4_000_000;
    private static final String[] LANGUAGES = {"de", "en", "es", "zh"};
    private static final String[] COUNTRIES = {"DE", "GB", "ES", "CN"};

    /** How a payment says what it is for, and its share in a hundred. */
    enum Manner {
        /** Quotes one invoice and pays it exactly. */
        ONE(72),
        /** Quotes two invoices of its payer, when an unpaid one is there, and pays both. */
        SEVERAL(9),
        /** Quotes nothing; known by the payer's account and the exact amount. */
        PAYER_AND_AMOUNT(8),
        /** Quotes one invoice and pays three fifths of it. */
        PART(5),
        /** From a stranger, without a number; the invoice stays unpaid. */
        UNKNOWN(6);

        private final int share;

        Manner(int share) {
            this.share = share;
        }

        private static Manner of(int hundredth) {
            int most = 0;
            for (Manner manner : values()) {
                most += manner.share;
                if (hundredth < most) {
                    return manner;
                }
            }
            throw new IllegalStateException("the shares make " + most + ", not a hundred");
        }
    }

    void writeCustomers(Path file) throws IOException {
        write(file, "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson", 0, CUSTOMERS,
                this::customer);
    }

    void writeInvoices(Path file) throws IOException {
        write(file, "document_type,document_number,customer_id,issue_date,due_date,currency,amount", from, from + rows,
                this::invoice);
    }

    void writePayments(Path file) throws IOException {
        write(file, "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,"
                + "end_to_end_id,remittance_text", from, from + rows, this::payment);
    }

    private static void write(Path file, String header, long first, long end, LongFunction<String> row)
            throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(header + "\n");
            for (long number = first; number < end; number++) {
                writer.write(row.apply(number) + "\n");
            }
        }
    }

    private String customer(long number) {
        int nation = (int) (random(number, 1) % LANGUAGES.length);
        return "C" + number + "," + name(number) + "," + COUNTRIES[nation] + "," + LANGUAGES[nation] + ",EUR,ledger@c"
                + number + ".example," + iban("20000000", number) + ",NET30,S" + random(number, 2) % 40;
    }

    private String invoice(long number) {
        LocalDate issued = issued(number);
        return "INVOICE," + documentNumber(number) + ",C" + customerOf(number) + "," + issued + "," + issued.plusDays(30)
                + ",EUR," + decimal(cents(number));
    }

    private String payment(long number) {
        LocalDate booked = issued(number).plusDays(3 + random(number, 3) % 40);
        Manner manner = mannerOf(number);
        int payer = customerOf(number);
        String quoted = documentNumber(number);
        boolean stranger = manner == Manner.UNKNOWN;
        long partner = number - ROUND;
        boolean two = manner == Manner.SEVERAL && partner >= from && mannerOf(partner) == Manner.UNKNOWN;
        long cents = two ? cents(number) + cents(partner) : manner == Manner.PART ? cents(number) * 3 / 5 : cents(number);
        String text = switch (manner) {
            case ONE, PART -> "Invoice " + quoted + " of " + issued(number) + " customer " + payer;
            case SEVERAL -> two ? quoted + " / " + documentNumber(partner) : "RE " + quoted;
            case PAYER_AND_AMOUNT -> "\"your delivery, thank you\"";
            case UNKNOWN -> "subscription " + random(number, 4) % 1000;
        };
        return "P" + number + "," + ACCOUNT + "," + booked + "," + booked + ",EUR," + decimal(cents) + ","
                + (stranger ? "Stranger " + number : name(payer)) + ","
                + iban(stranger ? "30000000" : "20000000", stranger ? number : payer) + ",E2E-" + number + "," + text;
    }

    private Manner mannerOf(long number) {
        return Manner.of((int) (random(number, 5) % 100));
    }

    private static String documentNumber(long number) {
        return "RE-2026-%08d".formatted(number);
    }

    private static String name(long customer) {
        return "Customer " + customer + " Trading Ltd";
    }

    /** The numbers of a customer lie a round apart; within a round the customers come in no order. */
    private int customerOf(long number) {
        int slot = (int) (number % ROUND * STRIDE % ROUND);
        return slot < CUSTOMERS ? slot : slot % LARGE_CUSTOMERS;
    }

    private static LocalDate issued(long number) {
        return FIRST_DAY.plusDays(number % ROWS_OF_THE_YEAR * ISSUE_DAYS / ROWS_OF_THE_YEAR);
    }

    private long cents(long number) {
        long size = random(number, 6) % 3;
        return 1_000 + random(number, 7) % (size == 0 ? 900_000 : size == 1 ? 90_000 : 9_000);
    }

    private static String decimal(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    /** A German account number with its check digits (ISO 13616). */
    private static String iban(String bank, long account) {
        String number = bank + "%010d".formatted(account);
        int check = 98 - new BigInteger(number + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d".formatted(check) + number;
    }

    /** An even spread over all non-negative longs, fixed by the seed, the row and what is asked. */
    private long random(long number, int salt) {
        long bits = seed * 0x9E3779B97F4A7C15L + number * 31 + salt;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return (bits ^ bits >>> 31) & Long.MAX_VALUE;
    }
}
