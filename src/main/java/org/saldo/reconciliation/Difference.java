package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** What stays open of a document after a receipt that was meant to settle it, and why. */
public record Difference(Item item, Money amount, DifferenceCode code) {

    /** What cash leaves open of the items, in their order. */
    static List<Difference> left(List<Item> items, List<Verdict.Part> parts, DifferenceCode code) {
        List<Difference> left = new ArrayList<>(1);
        for (Item item : items) {
            Money rest = item.open();
            for (Verdict.Part part : parts) {
                rest = part.item().id() == item.id() ? rest.minus(part.amount()) : rest;
            }
            if (rest.isPositive()) {
                left.add(new Difference(item, rest, code));
            }
        }
        return left;
    }

    /** All of them: {@code EUR 20.00 of INV-1 stays open as DISC_UNEARNED, a cash discount that was not earned}. */
    static Words words(List<Difference> left) {
        Words words = Words.of();
        for (Difference each : left) {
            words = words.and(EvidenceWord.STAYS_OPEN, each.amount, each.item.label(), each.code, Words.of(each.code));
        }
        return words;
    }
}
