package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.money.Money;

/** Settles invoices with credit notes first, each against the oldest invoices, and what is left of them with cash. */
final class Netting {

    private Netting() {
    }

    /** @param items invoices and credit notes of one customer; the invoices must be more than the credit notes */
    static List<Verdict.Part> parts(List<Item> items) {
        List<Item> invoices = items.stream().filter(item -> !item.credit()).sorted(Item.OLDEST_FIRST).toList();
        List<Money> left = new ArrayList<>(invoices.stream().map(Item::open).toList());
        List<Verdict.Part> parts = new ArrayList<>();
        items.stream().filter(Item::credit).sorted(Item.OLDEST_FIRST).forEach(note -> {
            Money rest = note.open();
            for (int i = 0; i < invoices.size() && rest.isPositive(); i++) {
                Money netted = rest.min(left.get(i));
                if (netted.isPositive()) {
                    parts.add(Verdict.Part.netted(invoices.get(i), note, netted));
                    left.set(i, left.get(i).minus(netted));
                    rest = rest.minus(netted);
                }
            }
        });
        for (int i = 0; i < invoices.size(); i++) {
            if (left.get(i).isPositive()) {
                parts.add(Verdict.Part.cash(invoices.get(i), left.get(i)));
            }
        }
        return parts;
    }
}
