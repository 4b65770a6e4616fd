package org.saldo.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.saldo.money.Money;

/**
 * Customers who pay by habit, their bills, and a bank whose data stops now and then. What a bill is open with is counted
 * here by what the hub was told, and by nothing that the hub makes of it.
 */
final class SimulatedPayers {

    /** How a customer pays. Those who name no bill or pay twice are not judged by what they owe. */
    enum Habit {
        PUNCTUAL, LATE, PARTLY, NEVER, TWICE, UNNAMED;

        boolean isPlain() {
            return this != TWICE && this != UNNAMED;
        }
    }

    static final class Bill {
        final String number;
        final int payer;
        final LocalDate due;
        final long cents;
        long known;
        LocalDate blockedUntil = LocalDate.MIN;

        Bill(String number, int payer, LocalDate due, long cents) {
            this.number = number;
            this.payer = payer;
            this.due = due;
            this.cents = cents;
        }

        long open() {
            return cents - known;
        }
    }

    private record Transfer(String id, Bill bill, LocalDate day, long cents) {
    }

    final Map<String, Bill> bills = new LinkedHashMap<>();
    private final Random random;
    private final int payers;
    private final Map<Integer, LocalDate> blockedUntil = new TreeMap<>();
    private final TreeMap<LocalDate, List<Transfer>> coming = new TreeMap<>();
    private LocalDate silentUntil = LocalDate.MIN;
    private LocalDate lastData = LocalDate.MIN;
    private int transfers;

    SimulatedPayers(Random random, int payers) {
        this.random = random;
        this.payers = payers;
    }

    static Habit habit(int payer) {
        return Habit.values()[payer % Habit.values().length];
    }

    static String number(int payer) {
        return "C-" + payer;
    }

    String customers() {
        StringBuilder rows = new StringBuilder("customer_id,name,country,language,currency,email,iban,payment_terms,"
                + "salesperson\n");
        for (int payer = 0; payer < payers; payer++) {
            rows.append("%s,Payer %d Ltd,DE,en,EUR,c%d@payer.example,%s,NET30,\n".formatted(number(payer), payer, payer,
                    iban(payer)));
        }
        return rows.toString();
    }

    private static String iban(int payer) {
        String bank = "37040044%010d".formatted(payer + 1);
        int check = 98 - new java.math.BigInteger(bank + "131400").mod(java.math.BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, bank);
    }

    /** The bills that are written on a day, one a customer and month. */
    String billsOf(LocalDate day) {
        StringBuilder rows = new StringBuilder(IntakeDesk.INVOICE_HEADER);
        for (int payer = 0; payer < payers; payer++) {
            if (random.nextInt(21) == 0) {
                Bill bill = new Bill("INV-%06d".formatted(bills.size() + 100_001), payer, day.plusDays(30),
                        1_500 + random.nextInt(400_000));
                bills.put(bill.number, bill);
                pays(bill);
                rows.append("INVOICE,%s,%s,%s,%s,EUR,%s\n".formatted(bill.number, number(payer), day, bill.due,
                        decimal(bill.cents)));
            }
        }
        return rows.toString();
    }

    private void pays(Bill bill) {
        switch (habit(bill.payer)) {
            case PUNCTUAL, UNNAMED -> pay(bill, random.nextInt(9) - 4, bill.cents);
            case LATE -> pay(bill, 5 + random.nextInt(60), bill.cents);
            case PARTLY -> {
                pay(bill, 8 + random.nextInt(10), bill.cents / 2);
                pay(bill, 30 + random.nextInt(60), bill.cents - bill.cents / 2);
            }
            case TWICE -> {
                pay(bill, random.nextInt(20), bill.cents);
                pay(bill, 25 + random.nextInt(10), bill.cents);
            }
            case NEVER -> { }
        }
    }

    private void pay(Bill bill, int days, long cents) {
        LocalDate day = bill.due.plusDays(days);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        coming.computeIfAbsent(day, any -> new ArrayList<>()).add(new Transfer("P-" + ++transfers, bill, day, cents));
    }

    /** What the bank tells up to a day; nothing while its data stops. */
    List<String> bankDataOf(LocalDate day) {
        if (day.isAfter(silentUntil) && random.nextInt(40) == 0) {
            silentUntil = day.plusDays(1 + random.nextInt(12));
        }
        if (!day.isAfter(silentUntil)) {
            return List.of();
        }
        StringBuilder rows = new StringBuilder(IntakeDesk.PAYMENT_HEADER);
        while (!coming.isEmpty() && !coming.firstKey().isAfter(day)) {
            for (Transfer each : coming.pollFirstEntry().getValue()) {
                each.bill().known += each.cents();
                String text = habit(each.bill().payer) == Habit.UNNAMED ? "Payment" : each.bill().number;
                rows.append("%s,%s,%s,%s,EUR,%s,Payer %d Ltd,%s,,%s\n".formatted(each.id(), IntakeDesk.OWN_ACCOUNT, each.day(),
                        each.day(), decimal(each.cents()), each.bill().payer, iban(each.bill().payer), text));
            }
        }
        lastData = day;
        return List.of(rows.toString());
    }

    /** So many business days ago the bank told something. */
    long bankDataAge(LocalDate day) {
        long age = 0;
        for (LocalDate each = lastData.isBefore(day.minusDays(30)) ? day.minusDays(30) : lastData; each.isBefore(day);) {
            each = each.plusDays(1);
            age += each.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
        }
        return age;
    }

    void block(int payer, LocalDate until) {
        blockedUntil.merge(payer, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean isBlocked(Bill bill, LocalDate day) {
        return !day.isAfter(bill.blockedUntil) || !day.isAfter(blockedUntil.getOrDefault(bill.payer, LocalDate.MIN));
    }

    static String decimal(long cents) {
        return Money.ofMinor(java.util.Currency.getInstance("EUR"), cents).toDecimal().toPlainString();
    }
}
