package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * What is decided about a receipt.
 *
 * @param customer     whose receipt it is; empty when nobody can be named with proof
 * @param parts        what it settles; empty unless it is applied
 * @param payerProof   why the customer is taken for the payer
 * @param evidence     what the decision rests on, in words a clerk understands
 * @param alternatives the answers that fit or come near, the likeliest first
 * @param left         what is meant to be settled and stays open, with why; empty unless it is applied
 */
public record Verdict(Outcome outcome, Reason reason, Rule rule, Optional<String> customer, List<Part> parts,
                      Words payerProof, Words evidence, List<Alternative> alternatives, List<Difference> left) {

    /** Nothing stays open of what it settles, or nobody can say why. */
    public Verdict(Outcome outcome, Reason reason, Rule rule, Optional<String> customer, List<Part> parts,
            Words payerProof, Words evidence, List<Alternative> alternatives) {
        this(outcome, reason, rule, customer, parts, payerProof, evidence, alternatives, List.of());
    }

    /**
     * What settles an item, or a part of it.
     *
     * @param amount  positive, in the item's currency
     * @param counter the credit note that is netted; empty for every other kind
     * @param cash    what it uses up of the receipt, in the receipt's currency; zero where the kind uses none
     */
    public record Part(Item item, Money amount, AllocationKind kind, Optional<Item> counter, Money cash) {

        /** In the receipt's currency. */
        Part(Item item, Money amount, AllocationKind kind, Optional<Item> counter) {
            this(item, amount, kind, counter, kind.usesCash() ? amount : Money.zero(amount.currency()));
        }

        static Part cash(Item item, Money amount) {
            return new Part(item, amount, AllocationKind.PAYMENT, Optional.empty());
        }

        static Part of(AllocationKind kind, Item item, Money amount) {
            return new Part(item, amount, kind, Optional.empty());
        }

        static Part netted(Item item, Item creditNote, Money amount) {
            return new Part(item, amount, AllocationKind.CREDIT_NOTE, Optional.of(creditNote));
        }

        public boolean isCash() {
            return kind == AllocationKind.PAYMENT;
        }

        /** A credit note is offered under its own number. */
        Alternative.Part offered() {
            return new Alternative.Part(counter.orElse(item).label(), amount, kind, cash);
        }
    }

    public Verdict {
        parts = List.copyOf(parts);
        alternatives = List.copyOf(alternatives);
        left = List.copyOf(left);
    }

    /** The same, leaving this open. */
    Verdict leaving(List<Difference> open) {
        return new Verdict(outcome, reason, rule, customer, parts, payerProof, evidence, alternatives, open);
    }

    static Verdict applied(Rule rule, Reason reason, String customer, List<Part> parts, Payer payer, Words evidence) {
        return new Verdict(Outcome.APPLIED, reason, rule, Optional.of(customer), parts, payer.evidence(), evidence, List.of());
    }

    static Verdict proposed(Reason reason, Payer payer, Words evidence, List<Alternative> alternatives) {
        return new Verdict(Outcome.PROPOSED, reason, Rule.NONE, payer.customer(), List.of(), payer.evidence(), evidence,
                alternatives);
    }

    static Verdict deferred(Reason reason, Payer payer, Words evidence) {
        return new Verdict(Outcome.DEFERRED, reason, Rule.NONE, payer.customer(), List.of(), payer.evidence(), evidence,
                List.of());
    }

    public boolean isApplied() {
        return outcome == Outcome.APPLIED;
    }

    /** Whether a text or an advice names what is settled; what is named goes before what only fits the amount. */
    public boolean restsOnAReference() {
        return rule.restsOnAReference();
    }

    /** Whether it only explains why the amount is another: an advice of the payer would say so better. */
    boolean explainsADifference(Quotation quotation) {
        return rule.explainsADifference() || rule == Rule.CREDIT_NETTED && parts.stream()
                .anyMatch(part -> part.counter().filter(note -> !quotation.names(note.id())).isPresent());
    }

    /** Whether a number that is nearly that of the item speaks for it. */
    public boolean restsOnASlip() {
        return rule.restsOnASlip();
    }

    /** Whether nothing proves what was meant, and the policy's order was followed. */
    public boolean isByOrder() {
        return rule.isByOrder();
    }

    Verdict of(Optional<String> other) {
        return new Verdict(outcome, reason, rule, other, parts, payerProof, evidence, alternatives, left);
    }

    Verdict with(List<Alternative> others) {
        return new Verdict(outcome, reason, rule, customer, parts, payerProof, evidence, others, left);
    }

    /** The cash that it uses up of the receipt; {@code zero} gives the currency. */
    public Money cash(Money zero) {
        Money sum = Money.zero(zero.currency());
        for (Part part : parts) {
            sum = sum.plus(part.cash());
        }
        return sum;
    }

    /** What it settles, as an answer that a person may choose. */
    Alternative asAlternative(Words note) {
        return new Alternative(parts.stream().map(Part::offered).toList(), note);
    }

    /** The same with more evidence. */
    public Verdict telling(Words more) {
        return new Verdict(outcome, reason, rule, customer, parts, payerProof, evidence.and(more), alternatives, left);
    }

    /** The same without applying it, because the money has gone back. */
    public Verdict asCameBack() {
        return new Verdict(Outcome.DEFERRED, Reason.CAME_BACK, Rule.NONE, customer, List.of(), payerProof, evidence, List.of());
    }

    /**
     * What was settled with a receipt, which is {@code customer}'s, gives way to this verdict: it waits again.
     *
     * @param paidBefore why the customer was taken for its payer
     * @param payment    the payment that this is about; empty for the receipt itself
     */
    public Verdict asGaveWay(Optional<String> customer, String paidBefore, String payment) {
        return new Verdict(Outcome.DEFERRED, Reason.GAVE_WAY, Rule.SECOND_LOOK, customer, List.of(),
                Words.read(paidBefore, EvidenceWord.ENGLISH),
                payment.isEmpty() ? Words.of(EvidenceWord.GIVES_WAY_NOW, evidence)
                        : Words.of(EvidenceWord.GIVES_WAY_TO, payment, evidence), List.of());
    }

    /** The same without applying it, because {@code other} receipt would settle the same. */
    public Verdict asRivalOf(String other) {
        return new Verdict(Outcome.PROPOSED, Reason.RIVAL_RECEIPTS, Rule.NONE, customer, List.of(), payerProof,
                evidence.and(EvidenceWord.RIVAL, other), List.of(asAlternative(Words.of())));
    }

    /** Nothing fits any more: an earlier payment has settled by its amount alone what this one would have settled as well. */
    public Verdict asSecondTo(String payment, String documents) {
        return new Verdict(Outcome.PROPOSED, Reason.RIVAL_RECEIPTS, Rule.NONE, customer, List.of(), payerProof,
                evidence.and(EvidenceWord.SECOND_TO, payment, documents),
                List.of());
    }

    /** The same without applying it, because the policy has switched the rule off. */
    Verdict asProposal() {
        return asProposal(Reason.RULE_IS_OFF, Words.of(EvidenceWord.RULE_OFF, rule.label()));
    }

    /** The same without applying it. */
    Verdict asProposal(Reason why, Words more) {
        return new Verdict(Outcome.PROPOSED, why, Rule.NONE, customer, List.of(), payerProof, evidence.and(more),
                List.of(asAlternative(Words.of())));
    }
}
