package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.Ledger;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleSettleStore;
import org.saldo.store.people.PeopleStore;

/** A person settles documents by hand: with a receipt's cash, by a write-off, and back again. */
public final class ApplyJob {

    private final Consent consent;
    private final PeopleStore store;
    private final PeopleSettleStore settling;
    private final RefundJob refunds;

    /** With the company forms that are shipped. */
    public ApplyJob(Ledger ledger, Companies companies, Authority authority) {
        this(ledger, companies, authority, CompanyForms.SHIPPED);
    }

    /** @param forms by which the names of payers are learned */
    public ApplyJob(Ledger ledger, Companies companies, Authority authority, CompanyForms forms) {
        this.consent = new Consent(ledger, authority);
        this.store = new PeopleStore(companies, forms);
        this.settling = new PeopleSettleStore(store);
        this.refunds = new RefundJob(ledger, companies, authority);
    }

    /**
     * Settles {@code amount} of the document with cash of the payment. A payment of nobody becomes the document's
     * customer's; one of another customer pays for this one, which the allocation says.
     *
     * @throws Refused when there is not so much on either side, or they do not belong together
     */
    public Decided apply(Decider who, String payment, String document, BigDecimal amount) {
        Instruction given = Instruction.apply(payment, document, amount);
        return consent.decide(who, given, batch -> prepared(batch, who, given, store.receipt(batch, who, payment),
                new Settlement(List.of(new Settlement.Wish(document, Optional.of(amount), AllocationKind.PAYMENT)))));
    }

    /**
     * Settles {@code amount} of a document in another currency, which takes {@code cash} of the payment.
     *
     * @throws Refused as {@link #apply} does, and when both are in one currency
     */
    public Decided apply(Decider who, String payment, String document, BigDecimal amount, BigDecimal cash) {
        return settle(who, payment, document + " " + amount.toPlainString() + " = " + cash.toPlainString());
    }

    /**
     * Settles several documents with one payment, all of it or nothing.
     *
     * @param documents {@code INV-1 100.00 + INV-2 50.00 + INV-2 1.00 CASH_DISCOUNT}; without an amount as much as fits;
     *                  in another currency {@code INV-3 1000.00 = 921.66}
     * @throws Refused as {@link #apply} does
     */
    public Decided settle(Decider who, String payment, String documents) {
        Instruction given = Instruction.settle(payment, documents);
        return consent.decide(who, given, batch -> {
            ReceiptState receipt = store.receipt(batch, who, payment);
            return prepared(batch, who, given, receipt, written(batch, receipt, documents));
        });
    }

    /**
     * Settles exactly what a proposal of the hub names.
     *
     * @param given which proposal; with its documents spelled out it is carried out as it was when it was proposed
     * @throws Refused when the payment has no such proposal now, or as {@link #apply} does
     */
    public Decided accept(Decider who, Instruction given) {
        return consent.decide(who, given, batch -> {
            ReceiptState receipt = store.receipt(batch, who, given.payment());
            String documents = given.documents().isEmpty() ? proposal(receipt, given) : given.documents();
            return RefundJob.isMeant(documents) ? refunds.prepared(batch, who, given, receipt, documents)
                    : prepared(batch, who, given.withDocuments(documents), receipt, written(batch, receipt, documents));
        });
    }

    private static String proposal(ReceiptState receipt, Instruction given) {
        int number = given.proposal();
        long now = receipt.lastDecision().map(DecisionRow::id).orElse(0L);
        if (!given.allocation().isEmpty() && Amounts.id("decision", "D-", given.allocation()) != now) {
            throw new Refused(receipt.paymentId() + ": was decided on since " + given.allocation() + " was seen (now D-" + now
                    + "); look at its proposals again");
        }
        List<Alternative> proposals = receipt.lastDecision().map(last -> Alternative.parse(last.alternatives(),
                receipt.amount().currency())).orElse(List.of());
        if (number < 1 || number > proposals.size()) {
            throw new Refused(receipt.paymentId() + ": has no proposal " + number + " now; "
                    + (proposals.isEmpty() ? "name the documents" : "it has " + proposals.size()));
        }
        if (given.allocation().isEmpty()) {
            throw new Refused(receipt.paymentId() + ": which proposals were seen is not said, and they may have changed; if D-"
                    + now + " was, whose proposal " + number + " is " + proposals.get(number - 1) + ", write ACCEPT " + number
                    + "@D-" + now);
        }
        return String.join(" + ", proposals.get(number - 1).parts().stream().map(Alternative.Part::toString).toList());
    }

    private Settlement written(Batch batch, ReceiptState receipt, String documents) {
        return Settlement.of(documents, text -> !settling.items(batch, text, receipt.key().company()).isEmpty());
    }

    private Prepared prepared(Batch batch, Decider who, Instruction instruction, ReceiptState receipt, Settlement wanted) {
        SettlementPlan plan = new SettlementPlan(settling, batch, who, receipt,
                instruction.action() == InstructionAction.ACCEPT);
        List<PeopleSettleStore.Line> lines = plan.of(wanted);
        store.requireAsProposed(batch, who, receipt, Optional.of(lines.get(0).item().customer().number()));
        Money cash = lines.stream().map(PeopleSettleStore.Line::cash)
                .reduce(Money.zero(receipt.amount().currency()), Money::plus);
        if (cash.isZero() && receipt.customer().isEmpty()) {
            throw new Refused(receipt.paymentId() + ": none of its cash is used, and nobody knows whose it is; say first whose it"
                    + " is (`saldo assign`), or give the amount up by `saldo write-off`");
        }
        if (receipt.customer().isEmpty() && !receipt.activeCash().isEmpty()) {
            throw new Refused(receipt.paymentId() + ": a part of it went back while nobody knew whose it is"
                    + Amounts.listed(receipt.activeCash()) + "; unapply that, settle, and then say again what went back");
        }
        return new Prepared(receipt.key().company(), instruction, Charges.of(who, instruction, receipt, lines), () -> {
            List<Long> ids = settling.settle(batch, who, receipt, lines, plan.left());
            return new Decided("A-" + ids.get(0), told(ids, receipt, lines, cash) + plan.left().stream().map(left -> "; "
                    + left.amount() + " of " + left.item().key().label() + " stay open (" + left.code() + ")")
                    .collect(Collectors.joining()));
        });
    }

    private static String told(List<Long> ids, ReceiptState receipt, List<PeopleSettleStore.Line> lines, Money cash) {
        String left = receipt.unapplied().minus(cash) + " unapplied";
        PeopleSettleStore.Line first = lines.get(0);
        if (lines.size() == 1 && first.kind() == AllocationKind.PAYMENT) {
            return "A-" + ids.get(0) + ": " + cash + " of " + receipt.paymentId() + " settle "
                    + (first.isExchange() ? first.amount() + " of " : "") + first.item().key().label()
                    + "; the document has " + first.item().open().minus(first.amount()) + " open, the payment " + left;
        }
        return ids.stream().map(id -> "A-" + id).collect(Collectors.joining(", ")) + ": " + receipt.paymentId() + " settles "
                + lines.stream().map(line -> new Alternative.Part(line.credit().map(credit -> credit.key().label() + " with ")
                        .orElse("") + line.item().key().label(), line.amount(), line.kind(), line.cash()).toString())
                .collect(Collectors.joining(" + ")) + "; the payment has " + left;
    }

    /**
     * Reverses an allocation of any kind, also a write-off. The money waits for a person from then on: no rule applies
     * it again. What the same decision gave beside cash, such as a discount, stays in force and is named.
     *
     * @param allocation an id as shown, such as {@code A-1017}
     * @throws Refused when it is not known, was reversed already, or is a reversal itself
     */
    public Decided unapply(Decider who, String allocation) {
        return consent.decide(who, Instruction.unapply(allocation), batch -> unapplying(batch, who,
                Instruction.unapply(allocation), false));
    }

    /** Reverses an allocation, and all else that the same decision has settled with its payment. @throws Refused likewise */
    public Decided unapplyAll(Decider who, String allocation) {
        return consent.decide(who, Instruction.unapplyAll(allocation), batch -> unapplying(batch, who,
                Instruction.unapplyAll(allocation), true));
    }

    private Prepared unapplying(Batch batch, Decider who, Instruction given, boolean all) {
        long id = Amounts.id("allocation", "A-", given.allocation());
        AllocationRow row = store.allocation(batch, id).orElseThrow(() -> new Refused("allocation " + given.allocation()
                + ": is not known; `saldo explain` of the payment or document names its allocations"));
        if (row.reverses() != 0) {
            throw new Refused(row.label() + ": is itself the reversal of A-" + row.reverses() + "; apply anew instead");
        }
        if (row.reversedBy() != 0) {
            throw new Refused(row.label() + ": was taken back already by A-" + row.reversedBy() + "; nothing to do");
        }
        List<AllocationRow> others = store.beside(batch, row);
        List<AllocationRow> back = all ? Stream.concat(Stream.of(row), others.stream()).toList() : List.of(row);
        return new Prepared(row.company(), given, Charges.ofTakingBack(back), () -> {
            PeopleStore.TakenBack done = store.reverse(batch, who, back);
            return new Decided("A-" + done.ids().get(0), takenBack(done.ids(), back) + settledAgain(done)
                    + (all || row.kind() != AllocationKind.PAYMENT ? "" : stays(others)));
        });
    }

    private static String settledAgain(PeopleStore.TakenBack done) {
        return done.settled().stream().map(each -> (each.again().isEmpty() ? "" : "; settled again: "
                + String.join(", ", each.again())) + (each.otherwise().isEmpty() ? "" : "; settled otherwise meanwhile: "
                + String.join(", ", each.otherwise()) + ", so " + each.left() + " of the payment wait for a person"))
                .collect(Collectors.joining());
    }

    private static String takenBack(List<Long> ids, List<AllocationRow> back) {
        return ids.stream().map(id -> "A-" + id).collect(Collectors.joining(", ")) + ": takes back "
                + back.stream().map(row -> row.label() + " (" + row.kind() + ", " + row.amount() + ", of " + row.effectiveOn()
                + ")").collect(Collectors.joining(", "));
    }

    private static String stays(List<AllocationRow> others) {
        String kept = others.stream().filter(row -> row.kind() != AllocationKind.PAYMENT)
                .map(row -> row.label() + " (" + row.kind() + ", " + row.amount() + ")").collect(Collectors.joining(", "));
        return kept.isEmpty() ? "" : "; of the same decision there stays in force " + kept
                + ": unapply it too, or all at once with --all";
    }

    /** Gives up {@code amount} of a document. @throws Refused when less is open */
    public Decided writeOff(Decider who, String document, BigDecimal amount) {
        Instruction given = Instruction.writeOff(document, amount);
        return consent.decide(who, given, batch -> {
            ItemState item = store.item(batch, who, document);
            Money money = Amounts.positive(item.amount().currency(), amount);
            String where = item.key().label() + ": ";
            if (item.key().type().isCredit()) {
                throw new Refused(where + "is a credit note: that is what the company owes; void it if it should not be");
            }
            SettlementPlan.requireLive(where, item);
            if (money.compareTo(item.open()) > 0) {
                throw new Refused(where + money + " is more than what is open: " + item.open() + "; write off at most that");
            }
            return new Prepared(item.customer().company(), given, List.of(Charges.ofWriteOff(who, item, money)), () -> {
                long id = store.writeOff(batch, who, item, money);
                return new Decided("A-" + id, "A-" + id + ": " + money + " of " + item.key().label() + " written off; "
                        + item.open().minus(money) + " stay open");
            });
        });
    }

    /** Declares that a document should not be. @throws Refused while something settles it, or when it is void already */
    public Decided voidDocument(Decider who, String document) {
        Instruction given = Instruction.ofDocument(InstructionAction.VOID, document);
        return consent.decide(who, given, batch -> {
            ItemState item = store.item(batch, who, document);
            if (item.cancelled().isPresent()) {
                throw new Refused(item.key().label() + ": is void already, since " + item.cancelled().get().effectiveOn()
                        + "; nothing to do");
            }
            if (!item.activeAllocations().isEmpty()) {
                throw new Refused(item.key().label() + ": is settled by " + item.activeAllocations().stream()
                        .map(AllocationRow::label).collect(Collectors.joining(", ")) + "; unapply these first");
            }
            return new Prepared(item.customer().company(), given, item.openAtStart(), () -> {
                store.cancel(batch, who, item);
                return new Decided(item.key().label(), item.key().label() + ": void; " + item.open() + " were open");
            });
        });
    }

    /** Takes back a void: the document is open again. @throws Refused when it is not void */
    public Decided undoVoid(Decider who, String document) {
        Instruction given = Instruction.ofDocument(InstructionAction.UNDO_VOID, document);
        return consent.decide(who, given, batch -> {
            ItemState item = store.item(batch, who, document);
            ItemState.Cancellation cancelled = item.cancelled().orElseThrow(() -> new Refused(item.key().label()
                    + ": is not void; nothing to take back"));
            if (item.key().type().isForPayingLate()) {
                throw new Refused(item.key().label() + ": what was charged for paying late stays void; its days are charged"
                        + " anew by `saldo charge`");
            }
            return new Prepared(item.customer().company(), given, item.openAtStart(), () -> {
                store.restore(batch, who, item, cancelled);
                return new Decided(item.key().label(), item.key().label() + ": no longer void; " + item.openAtStart()
                        + " open");
            });
        });
    }
}
