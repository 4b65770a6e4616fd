package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * A reason for which a receipt is short of the invoices that it quotes.
 *
 * @param kept    of each invoice, in their order, what was not paid
 * @param settled how what was not paid is settled; empty when it stays open
 * @param why     in words
 */
record Shortfall(Rule rule, Reason reason, DifferenceCode code, List<Money> kept, Optional<AllocationKind> settled, Words why) {

    /** Settling the invoices with cash less what was kept, and that by its kind where it does not stay open. */
    List<Verdict.Part> parts(List<Item> invoices) {
        List<Verdict.Part> parts = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            Item item = invoices.get(i);
            Money cash = item.open().minus(kept.get(i));
            if (cash.isPositive()) {
                parts.add(Verdict.Part.cash(item, cash));
            }
            if (settled.isPresent() && kept.get(i).isPositive()) {
                parts.add(Verdict.Part.of(settled.get(), item, kept.get(i)));
            }
        }
        return parts;
    }

    Verdict applied(Question question, Quoted quoted, Words quotes) {
        List<Verdict.Part> parts = parts(quoted.invoices());
        List<Difference> left = Difference.left(quoted.invoices(), parts, code);
        return Verdict.applied(rule, reason, quoted.customer(), parts, question.payer(),
                quotes.and(why).and(Difference.words(left))).leaving(left);
    }

    Alternative offered(List<Item> invoices, Words note) {
        return new Alternative(parts(invoices).stream().map(Verdict.Part::offered).toList(), note);
    }

    /** Whether each invoice has more open than is kept of it, and all that is kept is {@code missing}. */
    boolean explains(List<Item> invoices, Money missing) {
        Money sum = Money.zero(missing.currency());
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isNegative() || kept.get(i).compareTo(invoices.get(i).open()) >= 0) {
                return false;
            }
            sum = sum.plus(kept.get(i));
        }
        return sum.equals(missing);
    }
}
