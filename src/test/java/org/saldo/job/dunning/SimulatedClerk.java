package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.saldo.job.dunning.SimulatedPeople.Deed;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Credit;
import org.saldo.job.dunning.SimulatedWorld.Entry;
import org.saldo.job.dunning.SimulatedWorld.Payer;
import org.saldo.ledger.Refused;

/** What a clerk does with money that is here: each is done to the hub and noted in the world. */
final class SimulatedClerk {

    private final SimulatedHub hub;
    private final SimulatedPeople people;
    private final Random random;

    SimulatedClerk(SimulatedHub hub, SimulatedPeople people, Random random) {
        this.hub = hub;
        this.people = people;
        this.random = random;
    }

    /** What was paid ahead is looked at on the next day, and set against a bill some time later. */
    void settleAhead(Payer payer, LocalDate from) {
        people.later(from.plusDays(1), now -> {
            Optional<Credit> waiting = payer.credits.stream().filter(Credit::waits).findFirst();
            if (waiting.isEmpty()) {
                if (now.isBefore(from.plusDays(30))) {
                    settleAhead(payer, now);
                }
                return;
            }
            people.count(Deed.ON_ACCOUNT);
            Credit credit = waiting.get();
            hub.people.assign().leaveOnAccount(SimulatedPeople.anna(now), credit.id());
            Credit kept = new Credit(credit.id(), credit.cents(), credit.since(), false);
            payer.credits.set(payer.credits.indexOf(credit), kept);
            people.later(now.plusDays(3 + random.nextInt(25)), then -> use(payer, kept, then));
        });
    }

    private void use(Payer payer, Credit credit, LocalDate now) {
        Optional<Bill> bill = payer.bills.stream().filter(each -> each.open() > 0 && !each.due.isAfter(now.plusDays(20)))
                .findFirst().filter(any -> payer.credits.contains(credit));
        if (bill.isEmpty()) {
            people.later(now.plusDays(10), then -> use(payer, credit, then));
            return;
        }
        people.count(Deed.APPLIED);
        long cents = Math.min(credit.cents(), bill.get().open());
        apply(credit.id(), bill.get(), cents, now);
        bill.get().settleWith(credit, cents);
        useRestLater(payer, credit, cents, now);
    }

    private void apply(String payment, Bill bill, long cents, LocalDate now) {
        try {
            hub.people.apply().apply(SimulatedPeople.anna(now), payment, bill.number, SimulatedPeople.euro(cents));
        } catch (Refused refused) {
            throw new AssertionError(now + ": " + bill.payer + "\n" + hub.explain(payment) + hub.explain(bill.number), refused);
        }
    }

    private void useRestLater(Payer payer, Credit credit, long cents, LocalDate now) {
        payer.credits.remove(credit);
        if (credit.cents() > cents) {
            Credit rest = new Credit(credit.id(), credit.cents() - cents, credit.since(), false);
            payer.credits.add(rest);
            people.later(now.plusDays(5), then -> use(payer, rest, then));
        }
    }

    /**
     * What was booked yesterday was set against the wrong bill: it is taken back, and set against the same one a day later. What
     * of it the bill no longer takes stays on account: it names that bill, and would be taken once that is opened again.
     */
    void undo(Payer payer, LocalDate day) {
        for (Bill bill : payer.bills) {
            Optional<Entry> last = bill.entries.stream().filter(each -> each.transfer().startsWith("P-") && each.cents() > 0
                    && !each.day().isBefore(day.minusDays(2)) && bill.entries.stream().filter(other ->
                    other.transfer().equals(each.transfer())).count() == 1).findFirst();
            if (last.isPresent() && payer.credits.stream().noneMatch(each -> each.id().equals(last.get().transfer()))) {
                people.count(Deed.UNDONE);
                Entry entry = last.get();
                String id = hub.rows("SELECT a.allocation_id AS id FROM allocation a JOIN receipt r ON r.receipt_id ="
                        + " a.receipt_id WHERE a.kind = 'PAYMENT' AND r.payment_id = '" + entry.transfer() + "'").get(0).get("id")
                        .toString();
                hub.people.apply().unapply(SimulatedPeople.anna(day), "A-" + id);
                bill.settle(day, -entry.cents(), entry.transfer());
                Credit free = new Credit(entry.transfer(), entry.cents(), entry.day(), true);
                payer.credits.add(free);
                people.later(day.plusDays(1), now -> {
                    long cents = Math.min(entry.cents(), bill.open());
                    if (cents > 0 && payer.credits.contains(free)) {
                        apply(entry.transfer(), bill, cents, now);
                        bill.settle(day, cents, entry.transfer());
                        if (cents < entry.cents()) {
                            hub.people.assign().leaveOnAccount(SimulatedPeople.anna(now), entry.transfer());
                        }
                        useRestLater(payer, free, cents, now);
                    }
                });
                return;
            }
        }
    }
}
