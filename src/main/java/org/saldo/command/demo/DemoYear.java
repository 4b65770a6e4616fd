package org.saldo.command.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.saldo.money.Money;

/**
 * Twelve months of trade of the demo's companies, always the same: what was invoiced, and what the bank booked. Most
 * customers quote their invoice numbers; some quote several, some none, some pay in parts, some not at all. A few
 * scenes are set by hand, because the demo tells of them.
 */
final class DemoYear {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
    static final YearMonth LAST_MONTH = YearMonth.of(2026, 10);
    private static final YearMonth FIRST_MONTH = YearMonth.of(2025, 11);
    private static final int MONTHS = 12;
    /** The second company's bank has sent nothing since this day. */
    private static final LocalDate SERVICE_BANK_SILENT_AFTER = LocalDate.of(2026, 10, 28);

    record Invoice(String type, String company, String number, String customer, LocalDate issued, LocalDate due, Money amount) {
    }

    record Payment(String company, String id, String account, LocalDate booked, Money amount, String payer,
                   String payerIban, String text, String returnOf) {
    }

    /** What a customer says beforehand that its payment is for. */
    record Advice(String company, String id, String customer, LocalDate date, String invoice, Money amount) {
    }

    private final Random random = new Random(20261105);
    private final List<DemoCast.Customer> customers = DemoCast.customers();
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Advice> advices = new ArrayList<>();
    private int nextInvoice = 10001;
    private int nextPayment = 2001;

    DemoYear() {
        for (int month = 0; month < MONTHS; month++) {
            invoiceMonth(FIRST_MONTH.plusMonths(month));
        }
        customers.forEach(this::payHabitually);
        DemoScenes scenes = new DemoScenes();
        invoices.addAll(scenes.invoices());
        payments.addAll(scenes.payments());
        invoices.sort(Comparator.comparing(Invoice::issued).thenComparing(Invoice::number));
        payments.sort(Comparator.comparing(Payment::booked).thenComparing(Payment::id));
    }

    List<DemoCast.Customer> customers() {
        return customers;
    }

    List<Invoice> invoices() {
        return invoices;
    }

    List<Payment> payments() {
        return payments;
    }

    List<Advice> advices() {
        return advices;
    }

    /** What the company's customers owe at the end of the day; money of unknown payers is not theirs. */
    Money balance(String company, LocalDate day) {
        Money invoiced = invoices.stream().filter(invoice -> invoice.company().equals(company) && !invoice.issued().isAfter(day))
                .map(invoice -> invoice.type().equals("INVOICE") ? invoice.amount() : invoice.amount().negated())
                .reduce(euros(0), Money::plus);
        Money paid = payments.stream().filter(payment -> payment.company().equals(company) && !payment.booked().isAfter(day)
                && !payment.id().equals(DemoScenes.UNKNOWN_PAYMENT)).map(Payment::amount).reduce(euros(0), Money::plus);
        return invoiced.minus(paid);
    }

    private void invoiceMonth(YearMonth month) {
        for (DemoCast.Customer customer : customers) {
            for (int i = 0; i < customer.invoicesAMonth() && !DemoScenes.isCast(customer.number()); i++) {
                LocalDate issued = month.atDay(2 + random.nextInt(24));
                invoices.add(new Invoice("INVOICE", customer.company(), "INV-" + nextInvoice++, customer.number(), issued,
                        issued.plusDays(30), euros(40_000 + random.nextInt(900_000))));
            }
        }
    }

    private void payHabitually(DemoCast.Customer customer) {
        List<Invoice> own = invoices.stream().filter(invoice -> invoice.customer().equals(customer.number())).toList();
        for (int i = 0; i < own.size(); i++) {
            Invoice invoice = own.get(i);
            LocalDate booked = workday(invoice.due().plusDays(customer.daysLate() + random.nextInt(4)));
            int habit = random.nextInt(100);
            if (habit < 12 && i + 1 < own.size() && !own.get(i + 1).issued().isAfter(booked)) {
                Invoice next = own.get(++i);
                pay(customer, booked, invoice.amount().plus(next.amount()),
                        "Invoices " + invoice.number() + ", " + next.number());
            } else if (habit < 22) {
                pay(customer, booked, invoice.amount(), "Payment");
                if (YearMonth.from(booked).equals(LAST_MONTH)) {
                    advices.add(new Advice(customer.company(), "AV-" + invoice.number(), customer.number(), booked,
                            invoice.number(), invoice.amount()));
                }
            } else if (habit < 28) {
                Money half = Money.ofMinor(invoice.amount().currency(), invoice.amount().minorUnits() / 2);
                pay(customer, booked, half, invoice.number() + " first part");
                pay(customer, workday(booked.plusDays(20)), invoice.amount().minus(half), invoice.number() + " rest");
            } else if (habit < 97) {
                pay(customer, booked, invoice.amount(), "Invoice " + invoice.number() + " of " + invoice.issued());
            }
        }
    }

    private void pay(DemoCast.Customer customer, LocalDate booked, Money amount, String text) {
        LocalDate latest = customer.company().equals(DemoCast.SERVICE) ? SERVICE_BANK_SILENT_AFTER : TODAY.minusDays(1);
        if (booked.isAfter(latest)) {
            return;
        }
        String account = customer.company().equals(DemoCast.SERVICE) ? DemoCast.SERVICE_ACCOUNT : DemoCast.PUMPS_ACCOUNT;
        payments.add(new Payment(customer.company(), "P-" + nextPayment++, account, booked, amount, customer.name(),
                customer.iban(), text, ""));
    }

    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    static Money euros(long cents) {
        return Money.ofMinor(Currency.getInstance("EUR"), cents);
    }
}
