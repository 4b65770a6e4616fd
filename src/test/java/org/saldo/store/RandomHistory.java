package org.saldo.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.saldo.ledger.AllocationKind;
import org.saldo.store.ReferenceLedger.Item;
import org.saldo.store.ReferenceLedger.Payment;
import org.saldo.store.ReferenceLedger.Settled;

/** A random stream of events, each written to a ledger and to the reference ledger beside it. */
public final class RandomHistory {

    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "JPY", "KWD"};
    private static final String[] TYPES = {"INVOICE", "INVOICE", "INVOICE", "CREDIT_NOTE", "DEBIT_NOTE", "PREPAYMENT_REQUEST"};
    private static final AllocationKind[] DEDUCTIONS = Stream.of(AllocationKind.values())
            .filter(AllocationKind::lowersBalance).toArray(AllocationKind[]::new);

    private final Random random;
    private final Ledger ledger;
    private final ReferenceLedger reference = new ReferenceLedger();
    private LocalDate day = LocalDate.of(2026, 1, 1);
    private int numbers;

    public RandomHistory(Random random, Ledger ledger) {
        this.random = random;
        this.ledger = ledger;
    }

    public ReferenceLedger reference() {
        return reference;
    }

    /** Does one event; the text says which. */
    public String step() {
        day = day.plusDays(random.nextInt(3));
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> document();
            case 3, 4 -> receipt();
            case 5, 6 -> place();
            case 7, 8 -> pay();
            case 9 -> deduct();
            case 10 -> net();
            case 11 -> reverse();
            case 12 -> bounce();
            case 13, 14 -> payInAnotherCurrency();
            default -> cancelOrRestore();
        };
    }

    private String document() {
        Item item = new Item();
        item.company = random.nextInt(8) == 0 ? "other" : "main";
        item.customer = "C-" + random.nextInt(2);
        item.currency = pick(CURRENCIES);
        item.type = pick(TYPES);
        item.number = "INV" + ++numbers;
        item.amount = 1 + random.nextInt(500);
        boolean opening = random.nextInt(5) == 0;
        write(writer -> writer.document(item, opening ? random.nextInt(3) : null, item.amount + (opening ? 100 : 0)));
        reference.add(item);
        return "document " + item.number;
    }

    private String receipt() {
        Payment payment = new Payment();
        payment.company = random.nextInt(8) == 0 ? "other" : "main";
        payment.currency = pick(CURRENCIES);
        payment.paymentId = "P" + ++numbers;
        payment.amount = (1 + random.nextInt(800)) * (random.nextInt(8) == 0 ? -1 : 1);
        write(writer -> writer.receipt(payment, "INV1", "", payment.amount > 0 && random.nextInt(6) == 0));
        reference.add(payment);
        return "receipt " + payment.paymentId;
    }

    private String place() {
        Payment payment = any(reference.payments, row -> reference.usedBy(row).isEmpty());
        if (payment == null) {
            return "";
        }
        int whose = random.nextInt(10);
        String customer = whose < 8 ? "C-" + whose % 2 : null;
        boolean notOurs = whose == 8;
        write(writer -> writer.decision(payment, customer, notOurs));
        reference.place(payment, customer, notOurs);
        return "place " + payment.paymentId + " with " + customer;
    }

    private String pay() {
        Payment payment = any(reference.payments, row -> row.customer != null && row.left > 0);
        Item item = payment == null ? null : any(reference.items, row -> !row.isCredit() && row.open > 0
                && row.company.equals(payment.company) && row.currency.equals(payment.currency)
                && (row.customer.equals(payment.customer) || random.nextInt(4) == 0));
        if (item == null) {
            return "";
        }
        Settled row = allocation(AllocationKind.PAYMENT, item, upTo(Math.min(item.open, payment.left)));
        row.payment = payment;
        return settle(row);
    }

    /** A payment settles an item of another currency, at whatever rate. */
    private String payInAnotherCurrency() {
        Item item = any(reference.items, row -> !row.isCredit() && row.open > 0);
        Payment payment = item == null ? null : any(reference.payments, row -> row.customer != null && row.left > 0
                && row.company.equals(item.company) && !row.currency.equals(item.currency));
        if (payment == null) {
            return "";
        }
        Settled row = allocation(AllocationKind.PAYMENT, item, upTo(item.open));
        row.payment = payment;
        row.inPaymentCurrency = upTo(payment.left);
        return "exchanged " + settle(row);
    }

    private String deduct() {
        Item item = any(reference.items, row -> !row.isCredit() && row.open > 0);
        return item == null ? "" : settle(allocation(pick(DEDUCTIONS), item, upTo(item.open)));
    }

    private String net() {
        Item note = any(reference.items, row -> row.isCredit() && row.open > 0);
        Item item = note == null ? null : any(reference.items, row -> !row.isCredit() && row.open > 0
                && row.company.equals(note.company) && row.customer.equals(note.customer) && row.currency.equals(note.currency));
        if (item == null) {
            return "";
        }
        Settled row = allocation(AllocationKind.CREDIT_NOTE, item, upTo(Math.min(item.open, note.open)));
        row.creditNote = note;
        return settle(row);
    }

    private String settle(Settled row) {
        write(writer -> writer.allocation(row));
        String before = reference.state();
        reference.settle(row);
        reference.reverse(row);
        if (!reference.state().equals(before)) {
            throw new IllegalStateException("a reversal does not restore the state");
        }
        reference.allocations.remove(row);
        row.active = true;
        reference.settle(row);
        return row.kind + " of " + row.amount;
    }

    private String reverse() {
        Settled row = any(reference.allocations, one -> one.active && one.kind != AllocationKind.REFUND);
        if (row == null) {
            return "";
        }
        write(writer -> writer.reversal(row));
        reference.reverse(row);
        return "reverse " + row.kind;
    }

    /** A payment comes back: what it had paid is open again, and the two use each other up. */
    private String bounce() {
        Payment payment = any(reference.payments, row -> row.customer != null && row.amount > 0
                && reference.usedBy(row).stream().noneMatch(used -> used.kind == AllocationKind.REFUND));
        if (payment == null) {
            return "";
        }
        Payment back = new Payment();
        back.company = payment.company;
        back.currency = payment.currency;
        back.paymentId = "R" + ++numbers;
        back.amount = -payment.amount;
        write(writer -> writer.receipt(back, "returned", payment.paymentId, false));
        reference.add(back);
        write(writer -> writer.decision(back, payment.customer, false));
        reference.place(back, payment.customer, false);
        List<Settled> used = reference.usedBy(payment);
        used.forEach(row -> {
            write(writer -> writer.reversal(row));
            reference.reverse(row);
        });
        Settled refund = allocation(AllocationKind.REFUND, null, payment.amount);
        refund.payment = payment;
        refund.returned = back;
        return settle(refund);
    }

    private String cancelOrRestore() {
        Item item = any(reference.items, row -> (row.isUntouched() || row.cancelled) && !row.replaced);
        if (item == null) {
            return "";
        }
        if (!item.cancelled) {
            write(writer -> writer.cancellation(item));
            reference.cancel(item);
            return "cancel " + item.number;
        }
        if (random.nextBoolean()) {
            write(writer -> writer.restoration(item));
            reference.restore(item);
            return "restore " + item.number;
        }
        Item next = new Item();
        next.company = item.company;
        next.customer = "C-" + random.nextInt(2);
        next.currency = item.currency;
        next.type = item.type;
        next.number = item.number;
        next.version = item.version + 1;
        next.amount = 1 + random.nextInt(500);
        item.replaced = true;
        write(writer -> writer.document(next, null, next.amount));
        reference.add(next);
        return "replace " + item.number;
    }

    private static Settled allocation(AllocationKind kind, Item item, long amount) {
        Settled row = new Settled();
        row.kind = kind;
        row.item = item;
        row.amount = amount;
        return row;
    }

    private void write(java.util.function.Consumer<HistoryWriter> event) {
        ledger.write(BatchKind.PERSON, "random", day, batch -> event.accept(new HistoryWriter(batch)));
    }

    private long upTo(long most) {
        return random.nextBoolean() ? most : 1 + random.nextInt((int) most);
    }

    private <T> T any(List<T> all, Predicate<T> allowed) {
        List<T> some = all.stream().filter(Objects::nonNull).filter(allowed).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    @SafeVarargs
    private <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
