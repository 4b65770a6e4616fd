package org.saldo.job;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.Ledger;
import org.saldo.store.PeopleStore;
import org.saldo.store.ReceiptState;

/** A person settles documents by hand: with a receipt's cash, by a write-off, and back again. */
public final class ApplyJob {

    private final Ledger ledger;
    private final Authority authority;
    private final PeopleStore store;

    public ApplyJob(Ledger ledger, Companies companies, Authority authority) {
        this.ledger = ledger;
        this.authority = authority;
        this.store = new PeopleStore(companies);
    }

    /**
     * Settles {@code amount} of the document with cash of the payment. A payment of nobody becomes the document's
     * customer's; one of another customer pays for this one, which the allocation says.
     *
     * @throws Refused when there is not so much on either side, or they do not belong together
     */
    public Decided apply(Decider who, String payment, String document, BigDecimal amount) {
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ReceiptState receipt = store.receipt(batch, who, payment);
            ItemState item = store.item(batch, who, document);
            Money money = Amounts.positive(receipt.amount().currency(), amount);
            authority.require(who.person(), PersonAction.APPLY, money);
            requireFits(receipt, item);
            requireEnough(payment, receipt, item, money);
            long id = store.apply(batch, who, receipt, item, money);
            return new Decided("A-" + id, "A-" + id + ": " + money + " of " + receipt.paymentId() + " settle "
                    + item.key().label() + "; the document has " + item.open().minus(money)
                    + " open, the payment " + receipt.unapplied().minus(money) + " unapplied");
        });
    }

    private static void requireFits(ReceiptState receipt, ItemState item) {
        String where = receipt.paymentId() + " to " + item.key().label() + ": ";
        if (!receipt.key().company().equals(item.customer().company())) {
            throw new Refused(where + "the payment is of company " + receipt.key().company() + ", the document of "
                    + item.customer().company() + "; apply it within one company");
        }
        if (!receipt.amount().currency().equals(item.amount().currency())) {
            throw new Refused(where + "the payment is in " + receipt.amount().currency() + ", the document in "
                    + item.amount().currency() + "; currencies do not mix");
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

    private static void requireEnough(String payment, ReceiptState receipt, ItemState item, Money money) {
        if (money.compareTo(item.open()) > 0) {
            throw new Refused(item.key().label() + ": " + money + " is more than what is open: " + item.open()
                    + "; apply at most that");
        }
        if (money.compareTo(receipt.unapplied()) > 0) {
            throw new Refused(payment + ": " + money + " is more than what is unapplied: " + receipt.unapplied()
                    + "; apply at most that, or unapply first" + Amounts.listed(receipt.activeCash()));
        }
    }

    private static void requireLive(String where, ItemState item) {
        if (item.waiting()) {
            throw new Refused(where + "the document waits for its customer " + item.customer().number()
                    + ", which is not known yet; take the customer in first");
        }
        if (item.cancelled().isPresent()) {
            throw new Refused(where + "the document is void; take that back first: `saldo void --undo "
                    + item.key().label() + "`");
        }
    }

    /**
     * Reverses an allocation of any kind, also a write-off. The money waits for a person from then on: no rule applies
     * it again.
     *
     * @param allocation an id as shown, such as {@code A-1017}
     * @throws Refused when it is not known, was reversed already, or is a reversal itself
     */
    public Decided unapply(Decider who, String allocation) {
        long id = Amounts.id("allocation", "A-", allocation);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            AllocationRow row = store.allocation(batch, id).orElseThrow(() -> new Refused("allocation " + allocation
                    + ": is not known; `saldo explain` of the payment or document names its allocations"));
            authority.require(who.person(), PersonAction.UNAPPLY, row.amount());
            if (row.reverses() != 0) {
                throw new Refused(row.label() + ": is itself the reversal of A-" + row.reverses() + "; apply anew instead");
            }
            if (row.reversedBy() != 0) {
                throw new Refused(row.label() + ": was taken back already by A-" + row.reversedBy() + "; nothing to do");
            }
            return reversed(batch, who, row);
        });
    }

    private Decided reversed(Batch batch, Decider who, AllocationRow row) {
        long reversal = store.reverse(batch, who, row);
        return new Decided("A-" + reversal, "A-" + reversal + ": takes back " + row.label() + " (" + row.kind() + ", "
                + row.amount() + ", of " + row.effectiveOn() + ")");
    }

    /** Gives up {@code amount} of a document. @throws Refused when less is open */
    public Decided writeOff(Decider who, String document, BigDecimal amount) {
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ItemState item = store.item(batch, who, document);
            Money money = Amounts.positive(item.amount().currency(), amount);
            authority.require(who.person(), PersonAction.WRITE_OFF, money);
            String where = item.key().label() + ": ";
            if (item.key().type().isCredit()) {
                throw new Refused(where + "is a credit note: that is what the company owes; void it if it should not be");
            }
            requireLive(where, item);
            if (money.compareTo(item.open()) > 0) {
                throw new Refused(where + money + " is more than what is open: " + item.open() + "; write off at most that");
            }
            long id = store.writeOff(batch, who, item, money);
            return new Decided("A-" + id, "A-" + id + ": " + money + " of " + where.replace(": ", "") + " written off; "
                    + item.open().minus(money) + " stay open");
        });
    }

    /** Declares that a document should not be. @throws Refused while something settles it, or when it is void already */
    public Decided voidDocument(Decider who, String document) {
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ItemState item = store.item(batch, who, document);
            authority.require(who.person(), PersonAction.VOID, item.openAtStart());
            if (item.cancelled().isPresent()) {
                throw new Refused(item.key().label() + ": is void already, since " + item.cancelled().get().effectiveOn()
                        + "; nothing to do");
            }
            if (!item.activeAllocations().isEmpty()) {
                throw new Refused(item.key().label() + ": is settled by " + item.activeAllocations().stream()
                        .map(AllocationRow::label).collect(Collectors.joining(", ")) + "; unapply these first");
            }
            store.cancel(batch, who, item);
            return new Decided(item.key().label(), item.key().label() + ": void; " + item.open() + " were open");
        });
    }

    /** Takes back a void: the document is open again. @throws Refused when it is not void */
    public Decided undoVoid(Decider who, String document) {
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ItemState item = store.item(batch, who, document);
            authority.require(who.person(), PersonAction.VOID, item.openAtStart());
            ItemState.Cancellation cancelled = item.cancelled().orElseThrow(() -> new Refused(item.key().label()
                    + ": is not void; nothing to take back"));
            store.restore(batch, who, item, cancelled);
            return new Decided(item.key().label(), item.key().label() + ": no longer void; " + item.openAtStart() + " open");
        });
    }
}
