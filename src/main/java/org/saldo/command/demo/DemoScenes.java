package org.saldo.command.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.saldo.money.Money;

/** The scenes that the demo tells of, each about one customer whose whole account is written here. */
final class DemoScenes {

    /** Its invoices are paid together, by a holding that is no known payer, with all numbers in the text. */
    static final String ACME = "C-0017";
    static final String ACME_PAYMENT = "P-9001";
    /** Pays without a number a sum that two answers fit. */
    static final String HANSA = "C-0023";
    static final String HANSA_PAYMENT = "P-9002";
    /** Is about to be reminded when its money comes in. */
    static final String UCKERMARK = "C-0024";
    static final String UCKERMARK_INVOICE = "INV-19041";
    static final String UCKERMARK_PAYMENT = "P-9004";
    /** Its direct debit comes back, so that its invoice is open again. */
    private static final String VALENCIA = "C-0025";

    /** Nobody knows who sent it. */
    static final String UNKNOWN_PAYMENT = "P-9006";
    private static final String NOT_IN_ERP = "INV-19020";

    private static final LocalDate TODAY = DemoYear.TODAY;

    static boolean isCast(String customer) {
        return Set.of(ACME, HANSA, UCKERMARK, VALENCIA).contains(customer);
    }

    List<DemoYear.Invoice> invoices() {
        return List.of(
                invoice("INV-19017", ACME, "2026-08-28", 412_500),
                invoice("INV-19018", ACME, "2026-09-11", 563_400),
                invoice("INV-19019", ACME, "2026-09-25", 300_000),
                invoice(NOT_IN_ERP, ACME, "2026-10-16", 218_050),
                invoice("INV-19033", HANSA, "2026-09-08", 700_000),
                invoice("INV-19034", HANSA, "2026-09-15", 575_900),
                invoice("INV-19035", HANSA, "2026-10-20", 1_275_900),
                invoice(UCKERMARK_INVOICE, UCKERMARK, "2026-09-01", 400_000),
                invoice("INV-19051", VALENCIA, "2026-08-20", 187_300),
                invoice("INV-19052", VALENCIA, "2026-10-12", 96_000),
                new DemoYear.Invoice("CREDIT_NOTE", DemoCast.PUMPS, "CN-19001", VALENCIA, LocalDate.parse("2026-10-20"),
                        LocalDate.parse("2026-10-20"), DemoYear.euros(12_000)));
    }

    List<DemoYear.Payment> payments() {
        return List.of(
                payment(ACME_PAYMENT, "2026-10-29", 1_275_900, "ACME HOLDING", DemoCast.ACME_HOLDING_ACCOUNT,
                        "INV-19017 INV-19018 INV-19019 ACME PUMPS", ""),
                payment(HANSA_PAYMENT, "2026-10-30", 1_275_900, "HANSA ROHRBAU", ibanOf(HANSA), "Zahlung Oktober", ""),
                payment("P-9003", "2026-09-18", 187_300, "VALENCIA PUERTOS", ibanOf(VALENCIA), "INV-19051", ""),
                payment("P-9005", "2026-10-26", -187_300, "VALENCIA PUERTOS", ibanOf(VALENCIA), "RETURN INV-19051", "P-9003"),
                payment(UNKNOWN_PAYMENT, "2026-10-27", 91_225, "M BRANDT", DemoCast.iban("DE", "200400600200400600"),
                        "danke", ""));
    }

    /** What comes in after the reminders were decided and before they are sent. */
    static DemoYear.Payment lateMoney() {
        return payment(UCKERMARK_PAYMENT, TODAY.toString(), 400_000, "UCKERMARK AGRAR", ibanOf(UCKERMARK),
                "Rechnung " + UCKERMARK_INVOICE, "");
    }

    /** The invoice that the ERP's control balance does not hold yet. */
    static DemoYear.Invoice notInErp() {
        return new DemoScenes().invoices().stream().filter(invoice -> invoice.number().equals(NOT_IN_ERP))
                .findFirst().orElseThrow();
    }

    private static DemoYear.Invoice invoice(String number, String customer, String issued, long cents) {
        LocalDate day = LocalDate.parse(issued);
        return new DemoYear.Invoice("INVOICE", DemoCast.PUMPS, number, customer, day, day.plusDays(30), DemoYear.euros(cents));
    }

    private static DemoYear.Payment payment(String id, String booked, long cents, String payer, String iban, String text,
                                            String returnOf) {
        Money amount = DemoYear.euros(cents);
        return new DemoYear.Payment(DemoCast.PUMPS, id, DemoCast.PUMPS_ACCOUNT, LocalDate.parse(booked), amount, payer, iban,
                text, returnOf);
    }

    private static String ibanOf(String customer) {
        return DemoCast.customers().stream().filter(one -> one.number().equals(customer))
                .findFirst().orElseThrow().iban();
    }
}
