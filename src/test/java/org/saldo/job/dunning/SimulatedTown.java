package org.saldo.job.dunning;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Credit;
import org.saldo.job.dunning.SimulatedWorld.Habit;
import org.saldo.job.dunning.SimulatedWorld.Payer;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.money.Money;

/** What comes into the hub by files: customers, bills, credit notes and a bank whose data stops now and then. */
final class SimulatedTown {

    private static final String PAYMENTS = "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,"
            + "payer_iban,end_to_end_id,remittance_text,return_of\n";
    private static final String CREDIT = "document_type,document_number,customer_id,issue_date,due_date,currency,amount,"
            + "original_document\n";

    /** What a payment that names its bill may be short of it, as matching.yaml has it: 2.00 EUR and one part in 200. */
    private static final long TOLERATED = 200;
    private static final long TOLERATED_SHARE = 200;

    final SimulatedWorld world;
    private final Random random;
    private final TreeMap<LocalDate, List<Order>> orders = new TreeMap<>();
    /** By its number each credit note's bill. */
    private final Map<String, Bill> issued = new LinkedHashMap<>();
    private final Map<Bill, Long> agreed = new LinkedHashMap<>();
    /** By day what changed what a customer owes, as a statement of account has it. */
    final Map<Payer, TreeMap<LocalDate, Long>> movements = new LinkedHashMap<>();
    private LocalDate silentUntil = LocalDate.MIN;
    private int transfers;

    /** Money that a customer sends on a day: so much, or all that he sees open (0). */
    private record Order(Payer payer, Optional<Bill> bill, long cents, String returnOf) {
    }

    SimulatedTown(SimulatedWorld world, Random random) {
        this.world = world;
        this.random = random;
        world.payers.forEach(payer -> movements.put(payer, new TreeMap<>()));
    }

    String customers() {
        StringBuilder rows = new StringBuilder("customer_id,name,country,language,currency,email,iban,payment_terms,"
                + "salesperson,reminder_email,time_zone\n");
        for (Payer payer : world.payers) {
            rows.append("%s,Payer %d Ltd,%s,en,EUR,office%d@payer%d.example,%s,NET30,,pay%d@payer%d.example,%s\n".formatted(
                    payer.number, payer.index, payer.place.country(), payer.index, payer.index, iban(payer.index), payer.index,
                    payer.index, payer.place.zone()));
        }
        return rows.toString();
    }

    private static String iban(int payer) {
        String bank = "37040044%010d".formatted(payer + 1);
        int check = 98 - new BigInteger(bank + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, bank);
    }

    /** The bills that are written on a day. */
    String billsOf(LocalDate day) {
        StringBuilder rows = new StringBuilder(IntakeDesk.INVOICE_HEADER);
        for (Payer payer : world.payers) {
            if (random.nextInt(payer.daysBetweenBills) == 0) {
                long cents = random.nextInt(12) == 0 ? 200 + random.nextInt(900) : 2_000 + random.nextInt(400_000);
                Bill bill = new Bill("INV-%06d".formatted(world.bills.size() + 100_001), payer, day, cents);
                world.bills.put(bill.number, bill);
                payer.bills.add(bill);
                move(payer, day, cents);
                pays(bill);
                rows.append("INVOICE,%s,%s,%s,%s,EUR,%s\n".formatted(bill.number, payer.number, day, bill.due, decimal(cents)));
            }
        }
        return rows.toString();
    }

    /** Credit notes that were agreed on since the last file. */
    Optional<String> creditNotes(LocalDate day) {
        if (agreed.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder file = new StringBuilder(CREDIT);
        agreed.forEach((bill, cents) -> {
            String number = "CN-%06d".formatted(500_001 + issued.size());
            file.append("CREDIT_NOTE,%s,%s,%s,%s,EUR,%s,%s\n".formatted(number, bill.payer.number, day, day, decimal(cents),
                    bill.number));
            bill.payer.credits.add(new Credit(number, cents, day, false));
            issued.put(number, bill);
            move(bill.payer, day, -cents);
        });
        agreed.clear();
        return Optional.of(file.toString());
    }

    /** The bill is too high by so much, which the next file says. */
    void credit(Bill bill, long cents) {
        agreed.merge(bill, cents, Long::sum);
    }

    private void pays(Bill bill) {
        switch (bill.payer.habit) {
            case PUNCTUAL, UNNAMED -> pay(bill, random.nextInt(9) - 4, 0);
            case LATE -> pay(bill, 5 + random.nextInt(60), 0);
            case PARTLY -> {
                pay(bill, 8 + random.nextInt(10), bill.cents / 2);
                pay(bill, 30 + random.nextInt(60), 0);
            }
            case TWICE -> {
                pay(bill, random.nextInt(20), bill.cents);
                pay(bill, 25 + random.nextInt(10), bill.cents);
            }
            case TALKER -> pay(bill, 90 + random.nextInt(60), 0);
            case RETURNER -> pay(bill, random.nextInt(40), 0);
            case STEADY -> pay(bill, bill.payer.index % 2 == 0 ? 4 + random.nextInt(3)
                    : 1 + (DayOfWeek.FRIDAY.getValue() + 6 - bill.due.getDayOfWeek().getValue()) % 7, 0);
            case NEVER -> { }
        }
    }

    private void pay(Bill bill, int daysAfterDue, long cents) {
        order(bill.due.plusDays(daysAfterDue), new Order(bill.payer, Optional.of(bill), cents, ""));
    }

    /** A customer pays so much of a bill on a day, or the next one on which the bank works. */
    void pay(Bill bill, LocalDate day, long cents) {
        order(day, new Order(bill.payer, Optional.of(bill), cents, ""));
    }

    /** A customer pays in advance, which is meant for no bill. */
    void payAhead(Payer payer, LocalDate day, long cents) {
        order(day, new Order(payer, Optional.empty(), cents, ""));
    }

    private void order(LocalDate from, Order order) {
        LocalDate day = from;
        while (!SimulatedWorld.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        orders.computeIfAbsent(day, any -> new ArrayList<>()).add(order);
    }

    /** What the bank tells up to a day; nothing while its data stops. */
    Optional<String> bankDataOf(LocalDate day) {
        if (day.isAfter(silentUntil) && random.nextInt(40) == 0) {
            silentUntil = day.plusDays(1 + random.nextInt(12));
        }
        if (!day.isAfter(silentUntil)) {
            return Optional.empty();
        }
        StringBuilder rows = new StringBuilder(PAYMENTS);
        boolean empty = true;
        while (!orders.isEmpty() && !orders.firstKey().isAfter(day)) {
            LocalDate booked = orders.firstKey();
            for (Order each : orders.remove(booked)) {
                String row = booked(each, booked);
                rows.append(row);
                if (!row.isEmpty()) {
                    empty = false;
                    world.lastBooked = booked;
                }
            }
        }
        world.lastEmpty = empty ? day : world.lastEmpty;
        return Optional.of(rows.toString());
    }

    private String booked(Order order, LocalDate day) {
        Payer payer = order.payer();
        String id = "P-%06d".formatted(++transfers);
        if (order.bill().isEmpty()) {
            payer.credits.add(new Credit(id, order.cents(), day, true));
            move(payer, day, -order.cents());
            return row(id, day, order.cents(), payer, "Vorauszahlung", "");
        }
        Bill bill = order.bill().get();
        if (!order.returnOf().isEmpty()) {
            payer.payBack(order.returnOf(), day);
            move(payer, day, order.cents());
            return row(id, day, -order.cents(), payer, "Return", order.returnOf());
        }
        Optional<Credit> credit = payer.credits.stream().filter(each -> issued.get(each.id()) == bill)
                .findFirst().filter(any -> order.cents() == 0);
        long cents = order.cents() > 0 ? order.cents() : bill.open() - credit.map(Credit::cents).orElse(0L);
        boolean tooMuch = payer.habit.isPlain() && cents > bill.open();
        if (cents <= 0 || tooMuch) {
            return "";
        }
        long before = bill.open();
        bill.settle(day, cents, id);
        credit.ifPresent(each -> {
            bill.settle(day, each.cents(), "");
            payer.credits.remove(each);
        });
        move(payer, day, -cents);
        if (payer.habit != Habit.UNNAMED && bill.disputes.isEmpty() && !bill.isBlocked(day)
                && bill.open() <= Math.min(TOLERATED, before / TOLERATED_SHARE)) {
            move(payer, day, -bill.open());
            bill.settle(day, bill.open(), "");
        }
        if (payer.habit == Habit.RETURNER && random.nextInt(3) == 0 && credit.isEmpty()) {
            LocalDate back = day.plusDays(2 + random.nextInt(18));
            order(back, new Order(payer, order.bill(), cents, id));
            pay(bill, back.plusDays(5 + random.nextInt(40)), 0);
        }
        String text = payer.habit == Habit.UNNAMED ? "Payment"
                : bill.number + credit.map(each -> " less " + each.id()).orElse("");
        return row(id, day, cents, payer, text, "");
    }

    private static String row(String id, LocalDate day, long cents, Payer payer, String text, String returnOf) {
        return "%s,%s,%s,%s,EUR,%s,Payer %d Ltd,%s,,%s,%s\n".formatted(id, IntakeDesk.OWN_ACCOUNT, day, day, decimal(cents),
                payer.index, iban(payer.index), text, returnOf);
    }

    void move(Payer payer, LocalDate day, long cents) {
        movements.get(payer).merge(day, cents, Long::sum);
    }

    static String decimal(long cents) {
        return Money.ofMinor(java.util.Currency.getInstance("EUR"), cents).toDecimal().toPlainString();
    }
}
