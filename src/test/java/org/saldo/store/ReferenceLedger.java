package org.saldo.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.saldo.ledger.AllocationKind;

/**
 * A ledger in its plainest form, as an oracle: numbers in minor units, changed in place, no rows, no days. Balances are
 * kept on their own, by what each event does to them, so that they can be held against the sum of what is open.
 */
public final class ReferenceLedger {

    public static final class Item {
        public long id;
        String company;
        String customer;
        public String currency;
        public String number;
        String type;
        int version = 1;
        long amount;
        public long open;
        boolean cancelled;
        boolean replaced;

        boolean isCredit() {
            return type.equals("CREDIT_NOTE");
        }

        boolean isUntouched() {
            return open == amount && !cancelled;
        }
    }

    public static final class Payment {
        public long id;
        String company;
        public String currency;
        public String paymentId;
        String customer;
        boolean notOurs;
        long amount;
        public long left;
    }

    static final class Settled {
        public long id;
        AllocationKind kind;
        Item item;
        Item creditNote;
        Payment payment;
        Payment returned;
        long amount;
        /** What it uses up of a payment in another currency. */
        Long inPaymentCurrency;
        boolean active = true;

        boolean isExchange() {
            return inPaymentCurrency != null;
        }

        long cash() {
            return isExchange() ? inPaymentCurrency : amount;
        }
    }

    public record Account(String company, String customer, String currency) {
    }

    public final List<Item> items = new ArrayList<>();
    public final List<Payment> payments = new ArrayList<>();
    final List<Settled> allocations = new ArrayList<>();
    public final Map<Account, Long> balances = new HashMap<>();

    void add(Item item) {
        item.open = item.amount;
        items.add(item);
        move(item, item.isCredit() ? -item.amount : item.amount);
    }

    void add(Payment payment) {
        payment.left = payment.amount;
        payments.add(payment);
    }

    void place(Payment payment, String customer, boolean notOurs) {
        require(usedBy(payment).isEmpty() || Objects.equals(customer, payment.customer), "its cash is in use");
        if (payment.customer != null) {
            move(payment, payment.customer, payment.amount);
        }
        payment.customer = customer;
        payment.notOurs = notOurs;
        if (customer != null) {
            move(payment, customer, -payment.amount);
        }
    }

    void settle(Settled allocation) {
        change(allocation, 1);
        allocations.add(allocation);
    }

    void reverse(Settled allocation) {
        require(allocation.active, "it is reversed already");
        change(allocation, -1);
        allocation.active = false;
    }

    void cancel(Item item) {
        require(item.isUntouched(), "something is settled");
        item.cancelled = true;
        item.open = 0;
        move(item, item.isCredit() ? item.amount : -item.amount);
    }

    void restore(Item item) {
        require(item.cancelled, "it is not cancelled");
        item.cancelled = false;
        item.open = item.amount;
        move(item, item.isCredit() ? -item.amount : item.amount);
    }

    private void change(Settled allocation, int sign) {
        long amount = sign * allocation.amount;
        long cash = sign * allocation.cash();
        if (allocation.item != null) {
            allocation.item.open -= amount;
            require(allocation.item.open >= 0 && allocation.item.open <= allocation.item.amount, "item beyond its amount");
        }
        switch (allocation.kind) {
            case PAYMENT -> {
                use(allocation.payment, cash);
                if (allocation.isExchange() || !allocation.payment.customer.equals(allocation.item.customer)) {
                    move(allocation.item, -amount);
                    move(allocation.payment, allocation.payment.customer, cash);
                }
            }
            case REFUND -> {
                use(allocation.payment, amount);
                use(allocation.returned, -amount);
            }
            case CREDIT_NOTE -> {
                allocation.creditNote.open -= amount;
                require(allocation.creditNote.open >= 0, "credit note beyond its amount");
            }
            default -> move(allocation.item, -amount);
        }
    }

    private static void use(Payment payment, long amount) {
        payment.left -= amount;
        require(payment.amount > 0 ? payment.left >= 0 && payment.left <= payment.amount
                : payment.left <= 0 && payment.left >= payment.amount, "payment beyond its amount");
    }

    List<Settled> usedBy(Payment payment) {
        return allocations.stream().filter(row -> row.active && row.kind.usesCash()
                && (row.payment == payment || row.returned == payment)).toList();
    }

    /** What is open less what is unapplied: must be the balance that was kept event by event. */
    public long openLessUnapplied(Account account) {
        long sum = 0;
        for (Item item : items) {
            if (account.equals(new Account(item.company, item.customer, item.currency))) {
                sum += item.isCredit() ? -item.open : item.open;
            }
        }
        for (Payment payment : payments) {
            if (account.equals(new Account(payment.company, payment.customer, payment.currency))) {
                sum -= payment.left;
            }
        }
        return sum;
    }

    /** Everything that counts now, as text: equal texts are equal states. */
    String state() {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item.id).append(' ').append(item.open).append(item.cancelled).append('\n'));
        payments.forEach(payment -> text.append(payment.id).append(' ').append(payment.left).append(payment.customer)
                .append('\n'));
        balances.entrySet().stream().filter(entry -> entry.getValue() != 0).map(Object::toString).sorted()
                .forEach(text::append);
        return text.toString();
    }

    private void move(Item item, long amount) {
        balances.merge(new Account(item.company, item.customer, item.currency), amount, Long::sum);
    }

    private void move(Payment payment, String customer, long amount) {
        balances.merge(new Account(payment.company, customer, payment.currency), amount, Long::sum);
    }

    private static void require(boolean allowed, String why) {
        if (!allowed) {
            throw new IllegalStateException(why);
        }
    }
}
