package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.saldo.job.answer.ReminderDesk;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Block;
import org.saldo.job.dunning.SimulatedWorld.Habit;
import org.saldo.job.dunning.SimulatedWorld.Instalment;
import org.saldo.job.dunning.SimulatedWorld.Pause;
import org.saldo.job.dunning.SimulatedWorld.Payer;
import org.saldo.job.dunning.SimulatedWorld.Plan;
import org.saldo.job.dunning.SimulatedWorld.Promise;
import org.saldo.job.dunning.SimulatedWorld.Said;
import org.saldo.job.people.BlockJob;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;

/** What customers and clerks do beside paying: each is done to the hub and noted in the world. */
final class SimulatedPeople {

    /** What happened how often, so that a run can be asked whether it had everything in it. */
    enum Deed {
        PROMISE, SECOND_PROMISE, DISPUTE, DISPUTE_LOST, CREDIT_NOTE, WRITE_OFF, PLAN, BLOCK, LIFT, AHEAD, ON_ACCOUNT, APPLIED,
        UNDONE, SAYS_PAID, SAYS_WILL_PAY, SAYS_DISPUTED, ASKS_FOR_PARTS, AWAY, WRONG_CONTACT, QUESTION, UNPROVED, BOUNCE
    }

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final ReminderDesk.Given AS_READ = new ReminderDesk.Given("", Optional.empty(), Optional.empty(), "", "");

    final Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    private final SimulatedWorld world;
    private final SimulatedTown town;
    private final SimulatedHub hub;
    private final Random random;
    private final SimulatedClerk clerk;
    private final TreeMap<LocalDate, List<Later>> agenda = new TreeMap<>();
    private int mails;

    /** Something that somebody does on a later day. */
    interface Later {
        void on(LocalDate day);
    }

    SimulatedPeople(SimulatedTown town, SimulatedHub hub, Random random) {
        this.world = town.world;
        this.town = town;
        this.hub = hub;
        this.random = random;
        this.clerk = new SimulatedClerk(hub, this, random);
    }

    void later(LocalDate day, Later deed) {
        agenda.computeIfAbsent(day, any -> new ArrayList<>()).add(deed);
    }

    void count(Deed deed) {
        deeds.merge(deed, 1, Integer::sum);
    }

    static Decider anna(LocalDate day) {
        return new Decider("anna", "telephoned with the customer", day, "");
    }

    static BigDecimal euro(long cents) {
        return new BigDecimal(SimulatedTown.decimal(cents));
    }

    /** All that is done on a day by those who work on it. */
    void work(LocalDate day) {
        while (!agenda.isEmpty() && !agenda.firstKey().isAfter(day)) {
            agenda.pollFirstEntry().getValue().forEach(deed -> deed.on(day));
        }
        for (Payer payer : world.payers) {
            if (random.nextInt(60) == 0) {
                deed(payer, day);
            }
        }
    }

    private void deed(Payer payer, LocalDate day) {
        Optional<Bill> free = payer.bills.stream().filter(bill -> bill.open() >= 2_000 && bill.due.isBefore(day.minusDays(1))
                && isFree(bill, day)).findFirst();
        int kind = random.nextInt(payer.habit == Habit.TALKER ? 12 : 30);
        if (kind == 29 || kind == 28) {
            block(payer, free, day);
        } else if (!payer.habit.isPlain()) {
            return;
        } else if (kind == 27 || kind == 26) {
            count(Deed.AHEAD);
            town.payAhead(payer, day, 5_000 + random.nextInt(30_000));
            clerk.settleAhead(payer, day);
        } else if (kind == 25 || kind == 24) {
            clerk.undo(payer, day);
        } else if (free.isPresent() && kind % 4 == 0) {
            promise(free.get(), free.get().open(), day);
        } else if (free.isPresent() && kind % 4 == 1) {
            dispute(free.get(), random.nextBoolean() ? free.get().open() : free.get().open() / 3, day);
        } else if (free.isPresent() && kind % 4 == 2 && (payer.habit == Habit.TALKER || payer.habit == Habit.NEVER)) {
            plan(payer, free.get(), day);
        }
    }

    private boolean isFree(Bill bill, LocalDate day) {
        return bill.payer.excluded(day).getOrDefault(bill, 0L) == 0 && bill.disputes.isEmpty()
                && bill.payer.promises.stream().allMatch(each -> each.until().isBefore(day))
                && bill.payer.plans.stream().noneMatch(each -> each.parts().containsKey(bill));
    }

    private void promise(Bill bill, long cents, LocalDate day) {
        LocalDate by = day.plusDays(2 + random.nextInt(20));
        String id = hub.people.promise().promise(anna(day), Instruction.promise(bill.payer.number, bill.number, euro(cents), by,
                Instruction.Terms.NONE)).id();
        promised(bill, cents, day, by, id);
    }

    private void promised(Bill bill, long cents, LocalDate day, LocalDate by, String id) {
        count(Deed.PROMISE);
        Promise promise = new Promise(id, bill, cents, day, SimulatedWorld.plus(by, 2));
        bill.payer.promises.add(promise);
        if (bill.payer.habit == Habit.TALKER) {
            switch (random.nextInt(4)) {
                case 0, 1 -> town.pay(bill, by.minusDays(random.nextInt(2)), cents);
                case 2 -> town.pay(bill, by, cents / 2);
                default -> { }
            }
        }
        later(promise.until().plusDays(3), now -> {
            if (bill.open() >= 2_000 && isFree(bill, now) && random.nextBoolean()) {
                count(Deed.SECOND_PROMISE);
                promise(bill, bill.open(), now);
            }
        });
    }

    private void dispute(Bill bill, long cents, LocalDate day) {
        String id = hub.people.dispute().open(anna(day), bill.number, Optional.of(euro(cents)),
                new Instruction.Terms("PRICE", "", "", "")).id();
        disputed(bill, cents, day, id);
    }

    private void disputed(Bill bill, long cents, LocalDate day, String id) {
        count(Deed.DISPUTE);
        bill.disputes.put(id, cents);
        later(day.plusDays(3 + random.nextInt(40)), now -> {
            String outcome = List.of("for-us", "for-customer", "withdrawn").get(random.nextInt(3));
            hub.people.dispute().end(anna(now), id, outcome);
            bill.disputes.remove(id);
            long owed = Math.min(cents, bill.open());
            if (!outcome.equals("for-customer") || owed < 100) {
                count(Deed.DISPUTE_LOST);
            } else if (deeds.getOrDefault(Deed.CREDIT_NOTE, 0) <= deeds.getOrDefault(Deed.WRITE_OFF, 0)) {
                count(Deed.CREDIT_NOTE);
                town.credit(bill, owed);
            } else {
                count(Deed.WRITE_OFF);
                hub.people.apply().writeOff(anna(now), bill.number, euro(owed));
                bill.settle(now, owed, "");
                town.move(bill.payer, now, -owed);
            }
        });
    }

    private void plan(Payer payer, Bill bill, LocalDate day) {
        List<Bill> bills = payer.bills.stream().filter(each -> each.open() >= 3_000 && isFree(each, day)
                && !each.due.isAfter(bill.due)).sorted(Comparator.comparing((Bill each) -> each.due)
                .thenComparing(each -> each.number)).limit(2).toList();
        if (!bills.isEmpty()) {
            String documents = String.join(" + ", bills.stream().map(each -> each.number).toList());
            long owed = bills.stream().mapToLong(Bill::open).sum();
            String id = hub.people.plan().propose(anna(day), Instruction.plan(payer.number, documents,
                    new Instruction.Terms("", "", schedule(day, owed), ""))).id();
            planned(payer, bills, day, id);
        }
    }

    private static String schedule(LocalDate day, long owed) {
        return "%s:%s,%s:%s,%s:%s".formatted(day.plusDays(5), SimulatedTown.decimal(owed / 3), day.plusDays(35),
                SimulatedTown.decimal(owed / 3), day.plusDays(65), SimulatedTown.decimal(owed - 2 * (owed / 3)));
    }

    private void planned(Payer payer, List<Bill> bills, LocalDate day, String id) {
        count(Deed.PLAN);
        hub.people.plan().accept(anna(day), id);
        long owed = bills.stream().mapToLong(Bill::open).sum();
        Map<Bill, Long> parts = new LinkedHashMap<>();
        bills.forEach(each -> parts.put(each, each.open()));
        List<Long> dues = List.of(owed / 3, owed / 3, owed - 2 * (owed / 3));
        payer.plans.add(new Plan(id, day, parts, List.of(new Instalment(SimulatedWorld.plus(day.plusDays(5), 2), dues.get(0)),
                new Instalment(SimulatedWorld.plus(day.plusDays(35), 2), dues.get(1)),
                new Instalment(SimulatedWorld.plus(day.plusDays(65), 2), dues.get(2)))));
        boolean keeps = payer.habit == Habit.TALKER && random.nextInt(3) > 0;
        Map<Bill, Long> left = new LinkedHashMap<>(parts);
        for (int i = 0; i < (keeps ? 3 : payer.habit == Habit.TALKER ? 1 : 0); i++) {
            long due = dues.get(i);
            for (Map.Entry<Bill, Long> part : left.entrySet()) {
                long paid = Math.min(due, part.getValue());
                due -= paid;
                part.setValue(part.getValue() - paid);
                if (paid > 0) {
                    town.pay(part.getKey(), day.plusDays(5 + 30L * i), paid);
                }
            }
        }
    }

    private void block(Payer payer, Optional<Bill> bill, LocalDate day) {
        count(Deed.BLOCK);
        BlockKind kind = BlockKind.values()[random.nextInt(BlockKind.values().length)];
        LocalDate until = day.plusDays(3 + random.nextInt(25));
        BlockJob.Days days = new BlockJob.Days(day, Optional.of(until), kind);
        Block block = new Block(until);
        String id = bill.isPresent() ? hub.people.block().blockDocument(anna(day), bill.get().number, days).id()
                : hub.people.block().blockCustomer(anna(day), payer.number, days).id();
        bill.map(each -> each.blocks).orElse(payer.blocks).add(block);
        if (random.nextInt(3) == 0) {
            later(day.plusDays(2), now -> {
                count(Deed.LIFT);
                hub.people.block().lift(anna(now), id);
                block.lifted = true;
            });
        }
    }

    /** A mail has reached its customer, who may answer some days later; or it comes back. */
    void got(Said said, String messageId, String address, LocalDate day) {
        Payer payer = said.asked.lines().get(0).bill().payer;
        int what = random.nextInt(40);
        if (!payer.habit.isPlain()) {
            return;
        }
        if (what == 0) {
            later(day.plusDays(1), now -> bounced(payer, said, messageId, address, now));
        } else if (what < 12) {
            later(day.plusDays(1 + random.nextInt(4)), now -> answer(payer, said, messageId, address, now));
        }
    }

    private void bounced(Payer payer, Said said, String messageId, String address, LocalDate day) {
        count(Deed.BOUNCE);
        hub.reply("From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
                + "\r\n--b\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
                + "Final-Recipient: rfc822; " + address + "\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\n"
                + "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId + "\r\n--b--\r\n", day);
        said.state = "BOUNCED";
        said.addressGone = true;
        payer.dead.add(address);
    }

    private void answer(Payer payer, Said said, String messageId, String address, LocalDate day) {
        List<Bill> asked = said.asked.lines().stream().map(SimulatedOracle.Line::bill).filter(bill -> bill.open() > 0).toList();
        if (asked.isEmpty()) {
            return;
        }
        Bill first = asked.get(0);
        String amount = "EUR " + String.format(Locale.ENGLISH, "%,.2f", first.open() / 100.0);
        SimulatedAnswer mail = new SimulatedAnswer(messageId, address, ++mails);
        switch (random.nextInt(9)) {
            case 0 -> {
                count(Deed.SAYS_PAID);
                hub.reply(mail.says("Invoice %s was already paid on %s, %s.".formatted(first.number,
                        WORDS.format(day.minusDays(2)), amount)), day);
                pause(List.of(first), first.open(), day, SimulatedWorld.plus(day, 5), mail.id());
            }
            case 1, 2, 3 -> willPay(first, amount, mail, day);
            case 4 -> {
                count(Deed.SAYS_DISPUTED);
                String task = hub.reply(mail.says("We dispute invoice %s: the goods were damaged.".formatted(first.number)), day)
                        .id();
                pause(List.of(first), first.open(), day, SimulatedWorld.plus(day, 10), mail.id());
                later(day.plusDays(1), now -> disputeBy(first, task, mail.id(), now));
            }
            case 5 -> {
                count(Deed.ASKS_FOR_PARTS);
                String task = hub.reply(mail.says("Can we pay %s in three instalments?".formatted(first.number)), day).id();
                pause(List.of(first), first.open(), day, SimulatedWorld.plus(day, 5), mail.id());
                later(day.plusDays(1), now -> planBy(first, task, mail.id(), now));
            }
            case 6 -> {
                count(Deed.AWAY);
                LocalDate back = day.plusDays(random.nextInt(9));
                hub.reply(mail.byMachine("I am out of the office until %s.".formatted(WORDS.format(back))), day);
                asked.forEach(bill -> bill.away(mail.id(), day, SimulatedWorld.plus(back, 1)));
            }
            case 7 -> {
                count(Deed.WRONG_CONTACT);
                hub.reply(mail.says("Please write to this person instead: Ann Bell, bell@payer.example"), day);
                pause(asked, Long.MAX_VALUE, day, SimulatedWorld.plus(day, 2), mail.id());
            }
            default -> {
                if (random.nextBoolean()) {
                    count(Deed.QUESTION);
                    hub.reply(mail.says("Which invoice is this about?"), day);
                    pause(asked, Long.MAX_VALUE, day, SimulatedWorld.plus(day, 3), mail.id());
                } else {
                    count(Deed.UNPROVED);
                    hub.reply(mail.unproved("We will pay %s for %s on %s.".formatted(amount, first.number, WORDS.format(
                            day.plusDays(9)))), day);
                }
            }
        }
    }

    private void willPay(Bill bill, String amount, SimulatedAnswer mail, LocalDate day) {
        count(Deed.SAYS_WILL_PAY);
        LocalDate by = day.plusDays(4 + random.nextInt(20));
        String task = hub.reply(mail.says("We will pay %s for %s on %s.".formatted(amount, bill.number, WORDS.format(by))), day)
                .id();
        int broken = bill.payer.brokenInARow(day);
        assertThat(hub.brokenInARow(bill.payer.number, day)).as("%s, %s: broken in a row", day, bill.payer).isEqualTo(broken);
        if (broken < 2) {
            LocalDate until = by.isAfter(day.plusDays(21)) ? SimulatedWorld.plus(day, 3) : SimulatedWorld.plus(by, 2);
            pause(List.of(bill), bill.open(), day, until, mail.id());
        }
        long cents = bill.open();
        later(day.plusDays(1), now -> {
            if (bill.open() == cents && isFreeBut(bill, mail.id(), now) && !by.isBefore(now)) {
                String id = hub.accept(anna(now), task, AS_READ).id();
                ended(bill.payer, mail.id());
                promised(bill, cents, now, by, id);
            }
        });
    }

    private void disputeBy(Bill bill, String task, String mail, LocalDate now) {
        long cents = bill.open() / 2;
        if (cents > 500 && isFreeBut(bill, mail, now)) {
            String id = hub.accept(anna(now), task, new ReminderDesk.Given(bill.number, Optional.of(euro(cents)),
                    Optional.empty(), "QUALITY_RETURN", "")).id();
            ended(bill.payer, mail);
            disputed(bill, cents, now, id);
        }
    }

    private void planBy(Bill bill, String task, String mail, LocalDate now) {
        if (bill.open() >= 3_000 && isFreeBut(bill, mail, now)) {
            String id = hub.accept(anna(now), task, new ReminderDesk.Given(bill.number, Optional.empty(), Optional.empty(), "",
                    schedule(now, bill.open()))).id();
            ended(bill.payer, mail);
            planned(bill.payer, List.of(bill), now, id);
        }
    }

    private boolean isFreeBut(Bill bill, String mail, LocalDate day) {
        return bill.open() > 0 && bill.disputes.isEmpty()
                && bill.payer.promises.stream().allMatch(each -> each.until().isBefore(day))
                && bill.payer.plans.stream().noneMatch(each -> each.parts().containsKey(bill))
                && bill.pauses.stream().allMatch(each -> each.reply().equals(mail) || each.until().isBefore(day));
    }

    private static void ended(Payer payer, String mail) {
        payer.bills.forEach(bill -> bill.pauses.removeIf(each -> each.reply().equals(mail)));
    }

    /** What is not paused again within 45 days is left out; an amount is spread over the oldest first. */
    private static void pause(List<Bill> about, long cents, LocalDate day, LocalDate until, String mail) {
        long left = cents;
        for (Bill bill : about.stream().filter(each -> !each.lastPaused.plusDays(45).isAfter(day)).toList()) {
            long part = Math.min(left, bill.open());
            left -= part;
            bill.lastPaused = day;
            bill.pauses.add(new Pause(mail, part, day, until));
        }
    }
}
