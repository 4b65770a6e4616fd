package org.saldo.store.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.Conflict;
import org.saldo.store.Days;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.OpenAmounts;
import org.saldo.store.ReceiptState;
import org.saldo.store.SqlState;
import org.saldo.store.StoreException;
import org.saldo.store.Table;

/**
 * What a person decides, as rows that name the person and the reason. It writes what it is told; whether the books allow
 * it was asked before, in the same transaction. The days on which a decision counts:
 * <ul>
 * <li>who a receipt belongs to, said for the first time: its booking date; said otherwise: the day of the correction;</li>
 * <li>cash that settles an item: the later of booking and issue date, but never before the day on which a correction
 *     freed the cash or opened the item again, for between those days both were taken;</li>
 * <li>a write-off, a void, and whatever takes something back: the day of the decision, but never before what it changes.</li>
 * </ul>
 */
public final class PeopleStore {

    static final String VERSION = "1";
    static final String APPLIED = "APPLIED";
    static final String DEFERRED = "DEFERRED";

    private final Companies companies;
    private final CompanyForms forms;

    public PeopleStore(Companies companies) {
        this(companies, CompanyForms.SHIPPED);
    }

    /** @param forms by which the names of payers are learned */
    public PeopleStore(Companies companies, CompanyForms forms) {
        this.companies = companies;
        this.forms = forms;
    }

    CompanyForms forms() {
        return forms;
    }

    /** @throws Refused when no payment has this id, or more than one */
    public ReceiptState receipt(Batch batch, Decider who, String payment) {
        List<ReceiptState> found = new PeopleFinder(batch.handle()).receipts(payment, who.company());
        if (found.isEmpty()) {
            throw new Refused("payment " + payment + ": is not known" + in(who) + "; see `saldo export receipts`");
        }
        if (found.size() > 1) {
            throw new Refused("payment " + payment + ": stands on several accounts: " + found.stream()
                    .map(receipt -> receipt.paymentId() + "@" + receipt.key().account() + " (company "
                            + receipt.key().company() + ", " + receipt.amount() + ")").collect(Collectors.joining(", "))
                    + "; name one of these, or give --company");
        }
        return found.get(0);
    }

    /**
     * A decision that waited for a second person holds for the payment as it was when it was proposed.
     *
     * @param owner whose a payment of nobody becomes by the decision; that it was found to be just theirs changes nothing
     * @throws Refused when it was said since then that the payment is somebody else's, or what is to become of it
     */
    public void requireAsProposed(Batch batch, Decider who, ReceiptState receipt, Optional<String> owner) {
        who.approval().flatMap(second -> InstructionStore.find(batch.handle(), second.instruction())).ifPresent(proposed -> {
            Optional<DecisionRow> then = receipt.decisions().stream()
                    .filter(row -> !row.knownAt().isAfter(proposed.knownAt())).reduce((earlier, later) -> later);
            Optional<String> was = then.flatMap(DecisionRow::customer);
            boolean sameOwner = receipt.customer().equals(was) || was.isEmpty() && receipt.customer().equals(owner);
            if (!sameOwner || !receipt.disposition().equals(then.map(DecisionRow::disposition).orElse(""))) {
                throw new Refused(receipt.paymentId() + ": was " + whose(was, then.map(DecisionRow::disposition).orElse(""))
                        + " when " + proposed.label() + " was proposed, and now is "
                        + whose(receipt.customer(), receipt.disposition()) + "; refuse " + proposed.label()
                        + ", and propose anew what is still right");
            }
        });
    }

    private static String whose(Optional<String> customer, String disposition) {
        return disposition.equals(DecisionRow.NOT_OURS) ? "not ours" : customer.map(number -> number + "'s").orElse("nobody's")
                + (disposition.equals(DecisionRow.ON_ACCOUNT) ? " to stay on account" : "");
    }

    /** @throws Refused when no document has this number, or more than one item does */
    public ItemState item(Batch batch, Decider who, String document) {
        List<ItemState> found = new PeopleFinder(batch.handle()).items(document, who.company());
        if (found.isEmpty()) {
            throw new Refused("document " + document + ": is not known" + in(who) + "; see `saldo export open-items`");
        }
        if (found.size() > 1) {
            throw new Refused("document " + document + ": names several: " + found.stream()
                    .map(item -> item.key().type() + ":" + item.key().number() + "/" + item.key().instalment()
                            + " (company " + item.customer().company() + ", open " + item.open() + ")")
                    .collect(Collectors.joining(", ")) + "; name one of these, or give --company");
        }
        return found.get(0);
    }

    private static String in(Decider who) {
        return who.company().isEmpty() ? "" : " in company " + who.company();
    }

    public Optional<AllocationRow> allocation(Batch batch, long id) {
        return AllocationRow.find(batch.handle(), id);
    }

    /** What else the same decision settles with the same payment now. */
    public List<AllocationRow> beside(Batch batch, AllocationRow row) {
        List<AllocationRow> all = row.receiptId() == 0 ? List.of() : AllocationRow.ofReceipt(batch.handle(), row.receiptId());
        Map<Long, AllocationRow> byId = all.stream().collect(Collectors.toMap(AllocationRow::id, Function.identity()));
        return all.stream().filter(other -> other.isActive() && other.id() != row.id() && other.receiptId() == row.receiptId()
                && decidedIn(other, byId) == decidedIn(row, byId)).toList();
    }

    /** The batch of the decision: what settled a document that its source replaced stands in the batch of that intake. */
    private static long decidedIn(AllocationRow row, Map<Long, AllocationRow> byId) {
        AllocationRow back = byId.get(row.id() - 1);
        AllocationRow was = back == null ? null : byId.get(back.reverses());
        boolean moved = was != null && back.batchId() == row.batchId() && was.kind() == row.kind()
                && was.amount().equals(row.amount()) && was.rule().equals(row.rule()) && was.evidence().equals(row.evidence())
                && was.decidedBy().equals(row.decidedBy());
        return moved ? decidedIn(was, byId) : row.batchId();
    }

    /** Whether a record of this customer has come in; until then its documents wait. */
    public boolean isKnown(Batch batch, CustomerId customer) {
        return new PeopleFinder(batch.handle()).isKnown(customer);
    }

    /** Gives up {@code amount} of the item, as of the day of the decision. */
    public long writeOff(Batch batch, Decider who, ItemState item, Money amount) {
        LocalDate effectiveOn = Days.later(who.day(), item.openSince());
        long id = batch.add(Table.ALLOCATION, item.customer().company(), AllocationKind.WRITE_OFF.name(), null, item.id(),
                null, null, item.customer().number(), null, amount.currency().getCurrencyCode(), amount.toDecimal(),
                DecisionRow.PERSON, VERSION, evidence(who, Words.of(EvidenceWord.GIVEN_UP_BY_HAND)), who.person(),
                who.reason(), effectiveOn,
                posting(item.customer().company(), effectiveOn), null, null, null);
        new OpenAmounts(batch).item(item, item.open().minus(amount));
        flush(batch);
        return id;
    }

    /**
     * What was reversed.
     *
     * @param ids     of the reversals
     * @param settled of each payment that had gone back, what of it is settled again
     */
    public record TakenBack(List<Long> ids, List<Settled> settled) {
    }

    /**
     * What a payment that had gone back settles again.
     *
     * @param again     the documents
     * @param otherwise those that something else has settled in the meantime
     * @param left      what of the payment settles nothing
     */
    public record Settled(List<String> again, List<String> otherwise, Money left) {
    }

    /**
     * Reverses active allocations of one kind or several: what they settled is open again, the cash unapplied again. Where
     * that a payment went back is taken back, what it had settled is settled again.
     */
    public TakenBack reverse(Batch batch, Decider who, List<AllocationRow> rows) {
        return new TakingBack(this, batch, who).free(rows);
    }

    /** Says whose the receipt is (empty: nobody knows, or with {@code NOT_OURS} none of the customers'). */
    public void place(Batch batch, Decider who, ReceiptState receipt, Optional<String> customer, String disposition) {
        boolean decided = !disposition.isEmpty();
        String word = decided ? disposition : customer.isPresent() ? "ASSIGNED" : "UNASSIGNED";
        boolean settled = decided || receipt.unapplied().isZero();
        long decision = decide(batch, who, receipt, new Placing(settled ? APPLIED : DEFERRED,
                word + "_BY_PERSON", disposition, customer, placedOn(who, receipt)));
        new OpenAmounts(batch).receipt(receipt, receipt.unapplied(), customer, decision);
        PeopleLessons lessons = new PeopleLessons(batch, who, receipt, forms);
        customer.ifPresentOrElse(lessons::paidFor, lessons::takeBack);
        flush(batch);
    }

    static LocalDate placedOn(Decider who, ReceiptState receipt) {
        return receipt.isNeverPlaced() ? receipt.freeSince() : Days.later(who.day(), receipt.freeSince());
    }

    /** Declares that the item, of which nothing is settled, should not be. */
    public void cancel(Batch batch, Decider who, ItemState item) {
        LocalDate effectiveOn = Days.later(who.day(), item.openSince());
        Money effect = item.key().type().isCredit() ? item.openAtStart().negated() : item.openAtStart();
        addCancellation(batch, who, item, effect.toDecimal(), effectiveOn, null);
        new OpenAmounts(batch).item(item, Money.zero(effect.currency()));
        flush(batch);
    }

    /** Takes back the void in force: all of the item is open again. */
    public void restore(Batch batch, Decider who, ItemState item, ItemState.Cancellation cancelled) {
        LocalDate effectiveOn = Days.later(who.day(), cancelled.effectiveOn());
        addCancellation(batch, who, item, cancelled.balanceEffect().negated().toDecimal(), effectiveOn, cancelled.id());
        new OpenAmounts(batch).item(item, item.openAtStart());
        flush(batch);
    }

    private void addCancellation(Batch batch, Decider who, ItemState item, BigDecimal effect, LocalDate effectiveOn,
            Long reverses) {
        batch.add(Table.CANCELLATION, item.customer().company(), item.id(), item.customer().number(),
                item.amount().currency().getCurrencyCode(), effect, who.person(), who.reason(), effectiveOn,
                posting(item.customer().company(), effectiveOn), reverses);
    }

    /** What is said of a receipt, and from which day on it counts. */
    record Placing(String outcome, String reason, String disposition, Optional<String> customer,
            LocalDate effectiveOn) {
    }

    long decide(Batch batch, Decider who, ReceiptState receipt, Placing says) {
        String company = receipt.key().company();
        return batch.add(Table.DECISION, company, receipt.id(), says.outcome(), says.reason(), says.disposition(),
                says.customer().orElse(null), receipt.customer().orElse(null),
                receipt.amount().currency().getCurrencyCode(), receipt.amount().toDecimal(), DecisionRow.PERSON, VERSION,
                says.customer().map(number -> evidence(who, Words.of(EvidenceWord.NAMED_BY, who.person()))).orElse(""),
                Words.said(who.reason()).stored(), "",
                who.person(),
                says.effectiveOn(), posting(company, says.effectiveOn()));
    }

    /** How it was decided, with the second person where there is one, as rows keep it. */
    static String evidence(Decider who, Words how) {
        return who.approval().map(second -> how.and(EvidenceWord.APPROVED_BY, second.person(), "I-" + second.instruction()))
                .orElse(how).stored();
    }

    LocalDate posting(String company, LocalDate effectiveOn) {
        return companies.get(company).postingDate(effectiveOn);
    }

    /** Writes what was added; a row that another transaction had reversed first is a conflict. */
    public static void flush(Batch batch) {
        try {
            batch.flush();
        } catch (StoreException failure) {
            if (SqlState.of(failure).filter(SqlState::isKeyClash).isPresent()) {
                throw new Conflict("another transaction took this back first");
            }
            throw failure;
        }
    }
}
