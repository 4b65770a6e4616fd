package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What is decided about a receipt.
 *
 * @param customer     whose receipt it is; empty when nobody can be named with proof
 * @param parts        what it settles; empty unless it is applied
 * @param payerProof   why the customer is taken for the payer
 * @param evidence     what the decision rests on, in words a clerk understands
 * @param alternatives the answers that fit or come near, the likeliest first
 */
public record Verdict(Outcome outcome, Reason reason, Rule rule, Optional<String> customer, List<Part> parts,
                      String payerProof, String evidence, List<String> alternatives) {

    /** Cash of the receipt that settles an item, or a part of it. */
    public record Part(Item item, Money amount) {
    }

    public Verdict {
        parts = List.copyOf(parts);
        alternatives = List.copyOf(alternatives);
    }

    static Verdict applied(Rule rule, Reason reason, String customer, List<Part> parts, Payer payer, String evidence) {
        return new Verdict(Outcome.APPLIED, reason, rule, Optional.of(customer), parts, payer.evidence(), evidence, List.of());
    }

    static Verdict proposed(Reason reason, Payer payer, String evidence, List<String> alternatives) {
        return new Verdict(Outcome.PROPOSED, reason, Rule.NONE, payer.customer(), List.of(), payer.evidence(), evidence,
                alternatives);
    }

    static Verdict deferred(Reason reason, Payer payer, String evidence) {
        return new Verdict(Outcome.DEFERRED, reason, Rule.NONE, payer.customer(), List.of(), payer.evidence(), evidence,
                List.of());
    }

    Verdict of(Optional<String> other) {
        return new Verdict(outcome, reason, rule, other, parts, payerProof, evidence, alternatives);
    }

    /** The same without applying it, because the policy has switched the rule off. */
    Verdict asProposal() {
        String parted = String.join(" + ", parts.stream().map(part -> part.item().label() + " " + part.amount()).toList());
        return new Verdict(Outcome.PROPOSED, Reason.RULE_IS_OFF, Rule.NONE, customer, List.of(), payerProof,
                evidence + "; rule " + rule.label() + " is off", List.of(parted));
    }
}
