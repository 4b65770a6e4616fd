package org.saldo.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;

/**
 * What rules have given up of one company's items by tolerance, by month and customer: before a run, and in it, in the order
 * of decision. The past is asked for when the first receipt is short by little.
 */
public final class GivenUp {

    /** An amount that a rule has written off, on the effective day. */
    public record Entry(String customer, long item, LocalDate on, Money amount) {
    }

    /**
     * How it was before.
     *
     * @param entries          what was given up and not taken back
     * @param blockedItems     that are disputed, or of which a person has said that nobody is to be reminded of them
     * @param blockedCustomers likewise
     */
    public record Past(List<Entry> entries, Set<Long> blockedItems, Set<String> blockedCustomers) {

        public static final Past NOTHING = new Past(List.of(), Set.of(), Set.of());
    }

    private record Month(String customer, YearMonth month, String currency) {
    }

    private static final String ALL = "";

    private final Supplier<Past> past;
    private final Function<Item, List<Long>> invoicesBefore;
    private final List<Entry> inThisRun = new ArrayList<>();
    private final Map<Month, Money> sums = new HashMap<>();
    private final Map<Long, Entry> byItem = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private Past known;

    /**
     * @param past           is asked once, and only when somebody needs to know
     * @param invoicesBefore the customer's last invoices before an item, by issue date, the latest first
     */
    public GivenUp(Supplier<Past> past, Function<Item, List<Long>> invoicesBefore) {
        this.past = past;
        this.invoicesBefore = invoicesBefore;
    }

    /** Nothing was given up before. */
    public static GivenUp nothing() {
        return new GivenUp(() -> Past.NOTHING, item -> List.of());
    }

    /** Takes note of what a verdict gives up, or takes back. */
    void note(Receipt receipt, Verdict verdict) {
        boolean back = verdict.rule() == Rule.RETURN;
        if (verdict.rule() != Rule.TOLERANCE && !back) {
            return;
        }
        for (Verdict.Part part : verdict.parts()) {
            if (part.kind() == AllocationKind.WRITE_OFF) {
                if (back) {
                    takeBack(part.item().id());
                } else {
                    add(entry(receipt, part.item(), part.amount()));
                }
            }
        }
    }

    private static Entry entry(Receipt receipt, Item item, Money amount) {
        LocalDate on = receipt.bookingDate().isBefore(item.issued()) ? item.issued() : receipt.bookingDate();
        return new Entry(item.customer(), item.id(), on, amount);
    }

    /** What was given up for a customer in the month of a day. */
    Money ofCustomer(String customer, LocalDate day, Money zero) {
        return sum(customer, day, zero);
    }

    /** What was given up by the company in the month of a day. */
    Money ofCompany(LocalDate day, Money zero) {
        return sum(ALL, day, zero);
    }

    private Money sum(String customer, LocalDate day, Money zero) {
        load();
        return sums.getOrDefault(new Month(customer, YearMonth.from(day), zero.currency().getCurrencyCode()),
                Money.zero(zero.currency()));
    }

    /** Of how many of the customer's last invoices before this one something was given up; 0 when of less than again. */
    int ofLastInvoices(Item item, int last, int again) {
        load();
        if (times.getOrDefault(item.customer(), 0) < again) {
            return 0;
        }
        Set<Long> before = new HashSet<>(invoicesBefore.apply(item).stream().limit(last).toList());
        int found = (int) before.stream().filter(byItem::containsKey).count();
        return found < again ? 0 : found;
    }

    /** Whether a person has put a stop to one of the items, or to their customer. */
    boolean isBlocked(List<Item> items) {
        load();
        return items.stream().anyMatch(item -> known.blockedItems().contains(item.id())
                || known.blockedCustomers().contains(item.customer()));
    }

    private void load() {
        if (known == null) {
            known = past.get();
            known.entries().forEach(this::count);
            inThisRun.forEach(this::count);
        }
    }

    private void add(Entry entry) {
        inThisRun.add(entry);
        if (known != null) {
            count(entry);
        }
    }

    private void takeBack(long item) {
        load();
        Entry gone = byItem.remove(item);
        if (gone != null) {
            inThisRun.remove(gone);
            count(gone, gone.amount().negated());
            times.merge(gone.customer(), -1, Integer::sum);
        }
    }

    private void count(Entry entry) {
        byItem.put(entry.item(), entry);
        times.merge(entry.customer(), 1, Integer::sum);
        count(entry, entry.amount());
    }

    private void count(Entry entry, Money amount) {
        for (String customer : List.of(ALL, entry.customer())) {
            sums.merge(new Month(customer, YearMonth.from(entry.on()), amount.currency().getCurrencyCode()), amount, Money::plus);
        }
    }
}
