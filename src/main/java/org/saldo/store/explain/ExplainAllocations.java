package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.reconciliation.DecisionWords;
import org.saldo.reconciliation.Rule;
import org.saldo.store.AllocationRow;
import org.saldo.store.DecisionRow;
import org.saldo.store.ExplainedStep;
import org.saldo.store.PlainMoney;
import org.saldo.store.people.PeopleFinder;

/** Allocations and decisions in words. */
final class ExplainAllocations {

    private final Handle handle;

    ExplainAllocations(Handle handle) {
        this.handle = handle;
    }

    Optional<Explained> explain(long id) {
        return AllocationRow.find(handle, id).map(row -> {
            AllocationRow first = row.reverses() == 0 ? row : AllocationRow.find(handle, row.reverses()).orElse(row);
            List<ExplainedStep> steps = AllocationRow.find(handle, first.reversedBy())
                    .map(reversal -> List.of(step(first), step(reversal))).orElseGet(() -> List.of(step(first)));
            return new Explained(row.company(), "Allocation " + row.label() + " (company " + row.company() + ", customer "
                    + row.customer() + ")", List.of(), steps,
                    List.of(first.isActive() ? first.label() + " is in force" : first.label() + " was taken back by A-"
                            + first.reversedBy()));
        });
    }

    ExplainedStep step(AllocationRow row) {
        String what = row.reverses() == 0 ? settles(row) : "takes back A-" + row.reverses() + " (" + settles(row) + ")";
        return ExplainedStep.of(row.knownAt(), row.id(), row.label() + " " + what + "; counts from " + row.effectiveOn(),
                ExplainedStep.why("by", row.decidedBy() + (row.rule().equals(DecisionRow.PERSON) ? "" : ", rule " + row.rule())),
                ExplainedStep.why("because", row.evidence()), ExplainedStep.why("reason", row.reason()),
                row.payer().map(payer -> "paid by customer " + payer + " for " + row.customer()).orElse(""));
    }

    private String settles(AllocationRow row) {
        String amount = PlainMoney.of(row.amount().abs());
        String cash = PlainMoney.of(row.cash().abs());
        String item = row.itemId() == 0 ? "" : " of " + itemLabel(row.itemId());
        return switch (row.kind()) {
            case PAYMENT -> cash + " of payment " + paymentId(row.receiptId()) + " settle "
                    + (row.isExchange() ? amount + " of " : "") + itemLabel(row.itemId());
            case REFUND -> amount + " of payment " + paymentId(row.receiptId()) + " went back"
                    + (row.counterReceiptId() == 0 ? "" : " with " + paymentId(row.counterReceiptId()));
            case CREDIT_NOTE -> amount + item + " netted with credit note " + itemLabel(row.counterItemId());
            default -> amount + item + " settled as " + row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    ExplainedStep step(DecisionRow row) {
        String whose = row.disposition().equals(DecisionRow.NOT_OURS) ? "not ours"
                : row.customer().map(number -> "for customer " + number).orElse("of nobody that is known")
                + (row.disposition().equals(DecisionRow.ON_ACCOUNT) ? ", stays on account" : "");
        String change = row.previous().filter(was -> !row.customer().equals(Optional.of(was)))
                .map(was -> ", no longer of " + was).orElse("");
        List<String> why = new ArrayList<>(List.of(
                ExplainedStep.why("why", row.rule().equals(DecisionRow.PERSON) ? words(row.reason())
                        : new DecisionWords(row.reason()).why()),
                ExplainedStep.why("by", by(row)), ExplainedStep.why("who paid", row.payerProof()),
                ExplainedStep.why("evidence", row.evidence())));
        String[] answers = row.alternatives().isEmpty() ? new String[0] : row.alternatives().split(" \\| ");
        for (int i = 0; i < answers.length; i++) {
            why.add(ExplainedStep.why(DecisionWords.answer(row.outcome(), i + 1), answers[i]));
        }
        if (answers.length > 0) {
            why.add(ExplainedStep.why("as instruction", "ACCEPT 1@D-" + row.id()));
        }
        return ExplainedStep.of(row.knownAt(), row.id(),
                "decided " + row.outcome() + ", " + whose + change + "; counts from " + row.effectiveOn(),
                why.toArray(String[]::new));
    }

    private static String by(DecisionRow row) {
        if (row.rule().equals(DecisionRow.PERSON) || row.rule().isEmpty()) {
            return row.decidedBy();
        }
        return row.decidedBy() + ", " + (row.rule().equals(Rule.NONE.label()) ? "none of which applies it" : "rule " + row.rule())
                + ", policy version " + row.ruleVersion();
    }

    /** What would settle a receipt that waits after this decision; empty when it does not wait. */
    static String settledBy(DecisionRow row) {
        return row.disposition().isEmpty() ? "what would settle it: "
                + new DecisionWords(row.reason()).settledBy(row.customer().isPresent()) : "";
    }

    /** {@code SEVERAL_ANSWERS_FIT} as {@code several answers fit}. */
    static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String itemLabel(long id) {
        return new PeopleFinder(handle).item(id).map(item -> item.key().label()).orElse("?");
    }

    private String paymentId(long id) {
        return handle.createQuery("SELECT payment_id FROM receipt WHERE receipt_id = :id").bind("id", id)
                .mapTo(String.class).findOne().orElse("?");
    }
}
