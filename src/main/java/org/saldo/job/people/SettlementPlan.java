package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleSettleStore;
import org.saldo.store.people.PeopleSettleStore.Line;

/** Turns what a payment is to settle into lines that the books allow: never more than is open, never more cash than there is. */
final class SettlementPlan {

    private final PeopleSettleStore store;
    private final Batch batch;
    private final Decider who;
    private final ReceiptState receipt;
    private final boolean asProposed;
    private final Map<Long, Money> open = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<ItemState, DifferenceCode> left = new LinkedHashMap<>();
    private Money cash;

    /** @param asProposed documents are named as the hub's proposals name them: without instalment the first one is meant */
    SettlementPlan(PeopleSettleStore store, Batch batch, Decider who, ReceiptState receipt, boolean asProposed) {
        this.store = store;
        this.batch = batch;
        this.who = who;
        this.receipt = receipt;
        this.asProposed = asProposed;
        this.cash = receipt.unapplied();
    }

    /** @throws Refused when a document is not known, not open to that extent, or of another company or, unsaid, currency */
    List<Line> of(Settlement settlement) {
        settlement.wishes().stream().filter(wish -> wish.kind() != AllocationKind.CREDIT_NOTE).forEach(this::settle);
        settlement.wishes().stream().filter(wish -> wish.kind() == AllocationKind.CREDIT_NOTE).forEach(this::net);
        if (cash.isNegative()) {
            throw new Refused(receipt.paymentId() + ": " + receipt.unapplied().minus(cash)
                    + " is more than what is unapplied: " + receipt.unapplied()
                    + "; apply at most that, or unapply first" + Amounts.listed(receipt.activeCash()));
        }
        left.forEach((item, code) -> {
            if (!openOf(item).isPositive()) {
                throw new Refused(item.key().label() + ": nothing of it stays open that could be " + code
                        + "; leave the code out");
            }
        });
        return List.copyOf(lines);
    }

    /** Why what it does not settle of a document stays open, where that was said. */
    List<PeopleSettleStore.Left> left() {
        return left.entrySet().stream().map(rest -> new PeopleSettleStore.Left(rest.getKey(), openOf(rest.getKey()),
                rest.getValue())).toList();
    }

    private void settle(Settlement.Wish wish) {
        ItemState item = item(wish.document(), false);
        requireFits(item);
        Exchange exchange = new Exchange(receipt, item);
        exchange.requireSaid(wish);
        Money amount = wish.amount().map(number -> Amounts.positive(item.amount().currency(), number))
                .orElseGet(() -> asMuchAsFits(item));
        if (amount.compareTo(openOf(item)) > 0) {
            throw new Refused(item.key().label() + ": " + amount + " is more than what is open: " + openOf(item)
                    + "; apply at most that");
        }
        open.put(item.id(), openOf(item).minus(amount));
        wish.rest().ifPresent(code -> left.put(item, code));
        Money uses = exchange.cash(wish.kind(), amount, wish.cash());
        cash = cash.minus(uses);
        lines.add(new Line(item, amount, wish.kind(), Optional.empty(), uses));
    }

    private Money asMuchAsFits(ItemState item) {
        Money most = cash.compareTo(openOf(item)) < 0 ? cash : openOf(item);
        if (!most.isPositive()) {
            throw new Refused(item.key().label() + ": " + openOf(item) + " is open and " + cash + " of " + receipt.paymentId()
                    + " are left; nothing can be applied");
        }
        return most;
    }

    /**
     * Nets a credit note with what is left of the documents beside it; where an invoice is named, the credit note of its
     * customer that can only be meant. An amount below zero says that the cash beside it is written in full: so much of it
     * is taken back.
     */
    private void net(Settlement.Wish wish) {
        ItemState named = item(wish.document(), true);
        boolean isCredit = named.key().type().isCredit();
        if (!isCredit) {
            requireFits(named);
        }
        ItemState credit = isCredit ? named : onlyCredit(named, wish);
        String where = credit.key().label() + ": ";
        requireLive(where, credit);
        new Exchange(receipt, credit).requireNone();
        boolean inFull = wish.amount().filter(amount -> amount.signum() < 0).isPresent();
        Money left = wish.amount().map(BigDecimal::abs).map(this::positive).orElseGet(() -> openOf(credit));
        if (left.compareTo(openOf(credit)) > 0) {
            throw new Refused(where + left + " is more than what is open: " + openOf(credit) + "; net at most that");
        }
        for (int i = 0; i < lines.size() && left.isPositive(); i++) {
            Line line = lines.get(i);
            boolean meant = isCredit ? line.item().customer().equals(credit.customer()) && !line.isExchange()
                    : line.item().id() == named.id();
            if (line.kind() == AllocationKind.PAYMENT && meant) {
                left = left.minus(netWith(i, credit, left, inFull));
            }
        }
        lines.removeIf(each -> each.amount().isZero());
        if (left.isPositive() && !isCredit && openOf(named).compareTo(left) >= 0) {
            lines.add(netted(named, credit, left));
        } else if (left.isPositive()) {
            throw new Refused(where + "no document of its customer beside it has " + left + " more open; name one");
        }
    }

    private ItemState onlyCredit(ItemState invoice, Settlement.Wish wish) {
        List<ItemState> open = store.openCredits(batch, invoice.customer(), receipt.amount().currency());
        List<ItemState> exact = open.stream().filter(credit -> wish.amount().filter(amount ->
                openOf(credit).toDecimal().compareTo(amount.abs()) == 0).isPresent()).toList();
        List<ItemState> meant = exact.size() == 1 ? exact : open;
        if (meant.size() != 1) {
            throw new Refused(invoice.key().label() + ": " + (open.isEmpty() ? "its customer has no open credit note"
                    : "which credit note is netted is not said") + "; name it, as CN-1 10.00 CREDIT_NOTE");
        }
        return meant.get(0);
    }

    private Line netted(ItemState item, ItemState credit, Money amount) {
        open.put(item.id(), openOf(item).minus(amount));
        open.put(credit.id(), openOf(credit).minus(amount));
        return new Line(item, amount, AllocationKind.CREDIT_NOTE, Optional.of(credit));
    }

    private Money netWith(int index, ItemState credit, Money most, boolean inFull) {
        Line line = lines.get(index);
        Money room = inFull ? line.amount() : openOf(line.item());
        Money amount = room.compareTo(most) < 0 ? room : most;
        if (!amount.isPositive()) {
            return amount;
        }
        if (inFull) {
            lines.set(index, new Line(line.item(), line.amount().minus(amount), line.kind(), line.credit()));
            cash = cash.plus(amount);
            open.put(line.item().id(), openOf(line.item()).plus(amount));
        }
        lines.add(netted(line.item(), credit, amount));
        return amount;
    }

    private Money openOf(ItemState item) {
        return open.getOrDefault(item.id(), item.open());
    }

    private Money positive(BigDecimal amount) {
        return Amounts.positive(receipt.amount().currency(), amount);
    }

    private ItemState item(String document, boolean credit) {
        List<ItemState> found = store.items(batch, document, who.company());
        if (found.isEmpty()) {
            throw new Refused("document " + document + ": is not known" + (who.company().isEmpty() ? "" : " in company "
                    + who.company()) + "; see `saldo export open-items`");
        }
        List<ItemState> near = narrowed(found, item -> item.customer().company().equals(receipt.key().company()));
        if (credit || asProposed) {
            near = narrowed(near, item -> item.key().type().isCredit() == credit);
        }
        if (asProposed) {
            near = narrowed(near, item -> item.key().label().equals(document));
        }
        if (near.size() > 1) {
            throw new Refused("document " + document + ": names several: " + near.stream()
                    .map(item -> item.key().type() + ":" + item.key().number() + "/" + item.key().instalment()
                            + " (company " + item.customer().company() + ", open " + item.open() + ")")
                    .collect(Collectors.joining(", ")) + "; name one of these, or give --company");
        }
        return near.get(0);
    }

    private static List<ItemState> narrowed(List<ItemState> found, Predicate<ItemState> meant) {
        List<ItemState> near = found.stream().filter(meant).toList();
        return near.isEmpty() ? found : near;
    }

    private void requireFits(ItemState item) {
        String where = receipt.paymentId() + " to " + item.key().label() + ": ";
        if (!receipt.key().company().equals(item.customer().company())) {
            throw new Refused(where + "the payment is of company " + receipt.key().company() + ", the document of "
                    + item.customer().company() + "; apply it within one company");
        }
        if (receipt.amount().isNegative()) {
            throw new Refused(where + "the payment is money out; only money in settles a document");
        }
        if (receipt.disposition().equals(DecisionRow.NOT_OURS)) {
            throw new Refused(where + "the payment was declared not ours; first `saldo assign " + receipt.paymentId() + " "
                    + item.customer().number() + "`");
        }
        if (item.key().type().isCredit()) {
            throw new Refused(where + "a credit note is not paid; name an invoice");
        }
        requireLive(where, item);
    }

    static void requireLive(String where, ItemState item) {
        if (item.waiting()) {
            throw new Refused(where + "the document waits for its customer " + item.customer().number()
                    + ", which is not known yet; take the customer in first");
        }
        if (item.cancelled().isPresent()) {
            throw new Refused(where + "the document is void; take that back first: `saldo void --undo "
                    + item.key().label() + "`");
        }
    }
}
