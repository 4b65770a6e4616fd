package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.Words;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Rule;
import org.saldo.store.AllocationRow;
import org.saldo.store.DecisionRow;
import org.saldo.store.ExplainedStep;
import org.saldo.store.people.PeopleFinder;

/** Allocations and decisions in words. */
final class ExplainAllocations {

    private final Handle handle;
    private final Function<String, WorklistWording> words;

    /** @param words by company */
    ExplainAllocations(Handle handle, Function<String, WorklistWording> words) {
        this.handle = handle;
        this.words = words;
    }

    Optional<Explained> explain(long id) {
        return AllocationRow.find(handle, id).map(row -> {
            AllocationRow first = row.reverses() == 0 ? row : AllocationRow.find(handle, row.reverses()).orElse(row);
            List<ExplainedStep> steps = AllocationRow.find(handle, first.reversedBy())
                    .map(reversal -> List.of(step(first), step(reversal))).orElseGet(() -> List.of(step(first)));
            WorklistWording own = words.apply(row.company());
            return new Explained(row.company(), own.of(ExplainWord.ALLOCATION, row.label(), row.company(), row.customer()),
                    List.of(), steps, List.of(first.isActive() ? own.of(ExplainWord.IN_FORCE, first.label())
                            : own.of(ExplainWord.WAS_TAKEN_BACK, first.label(), "A-" + first.reversedBy())));
        });
    }

    private ExplainedStep step(AllocationRow row) {
        return steps(row.company(), List.of(), List.of(row)).get(0);
    }

    /** Decisions and what they settled. What several of them say of one decision is said once. */
    List<ExplainedStep> steps(String company, List<DecisionRow> decisions, List<AllocationRow> allocations) {
        Set<String> said = new HashSet<>();
        List<ExplainedStep> steps = new ArrayList<>();
        decisions.forEach(row -> {
            said.addAll(List.of(row.batchId() + row.evidence(), row.batchId() + row.reason()));
            steps.add(step(row, company));
        });
        allocations.forEach(row -> steps.add(step(row, said)));
        return steps;
    }

    private ExplainedStep step(AllocationRow row, Set<String> said) {
        WorklistWording own = words.apply(row.company());
        boolean byPerson = row.rule().equals(DecisionRow.PERSON);
        String what = row.reverses() == 0 ? settles(own, row)
                : own.of(ExplainWord.TAKES_BACK, "A-" + row.reverses(), settles(own, row));
        return ExplainedStep.of(row.knownAt(), row.id(),
                own.of(ExplainWord.COUNTS_FROM, row.label(), what, row.effectiveOn()),
                byPerson ? own.by(row.decidedBy())
                        : own.of(ExplainWord.BY_RULE, own.actor(row.decidedBy()), row.rule()),
                said.add(row.batchId() + row.evidence()) ? said(own, ExplainWord.BECAUSE, own.told(row.evidence())) : "",
                said.add(row.batchId() + Words.said(row.reason()).stored())
                        ? said(own, ExplainWord.REASON, byPerson ? row.reason() : own.why(row.reason())) : "",
                row.payer().map(payer -> own.of(ExplainWord.PAID_FOR, payer, row.customer())).orElse(""));
    }

    private static String said(WorklistWording own, ExplainWord word, String text) {
        return text == null || text.isBlank() ? "" : own.of(word, text.strip());
    }

    private String settles(WorklistWording own, AllocationRow row) {
        String amount = own.money(row.amount().abs());
        String cash = own.money(row.cash().abs());
        String item = row.itemId() == 0 ? "" : itemLabel(row.itemId());
        return switch (row.kind()) {
            case PAYMENT -> row.isExchange()
                    ? own.of(ExplainWord.SETTLES_IN_OTHER, cash, paymentId(row.receiptId()), amount, item)
                    : own.of(ExplainWord.SETTLES, cash, paymentId(row.receiptId()), item);
            case REFUND -> own.of(ExplainWord.WENT_BACK, amount, paymentId(row.receiptId()), paymentId(row.counterReceiptId()));
            case CREDIT_NOTE -> own.of(ExplainWord.NETTED, amount, item, itemLabel(row.counterItemId()));
            default -> own.of(ExplainWord.SETTLED_AS, amount, item, own.of(ExplainWord.valueOf("KIND_" + row.kind())));
        };
    }

    private ExplainedStep step(DecisionRow row, String company) {
        WorklistWording own = words.apply(company);
        List<String> why = new ArrayList<>(List.of(own.of(ExplainWord.WHY, own.why(row.reason())), by(own, row),
                said(own, ExplainWord.WHO_PAID, own.told(row.payerProof())),
                said(own, ExplainWord.EVIDENCE, own.told(row.evidence()))));
        String[] answers = row.alternatives().isEmpty() ? new String[0] : row.alternatives().split(" \\| ");
        for (int i = 0; i < answers.length; i++) {
            why.add(own.of(row.outcome().equals(Outcome.APPLIED.name()) ? ExplainWord.REJECTED : ExplainWord.PROPOSAL, i + 1,
                    own.told(answers[i])));
        }
        if (answers.length > 0) {
            why.add(own.of(ExplainWord.AS_INSTRUCTION, "ACCEPT 1@D-" + row.id()));
        }
        return ExplainedStep.of(row.knownAt(), row.id(), own.of(ExplainWord.DECIDED,
                own.of(ExplainWord.valueOf(row.outcome())), whose(own, row), row.effectiveOn()), why.toArray(String[]::new));
    }

    private static String whose(WorklistWording own, DecisionRow row) {
        String whose = row.disposition().equals(DecisionRow.NOT_OURS) ? own.of(ExplainWord.NOT_OURS)
                : row.customer().map(number -> own.of(ExplainWord.FOR_CUSTOMER, number))
                .orElseGet(() -> own.of(ExplainWord.FOR_NOBODY));
        String place = row.disposition().equals(DecisionRow.ON_ACCOUNT) ? own.of(ExplainWord.STAYS_ON_ACCOUNT, whose) : whose;
        return row.previous().filter(was -> !row.customer().equals(Optional.of(was)))
                .map(was -> own.of(ExplainWord.NO_LONGER_OF, place, was)).orElse(place);
    }

    private static String by(WorklistWording own, DecisionRow row) {
        if (row.rule().equals(DecisionRow.PERSON) || row.rule().isEmpty()) {
            return own.by(row.decidedBy());
        }
        String by = own.actor(row.decidedBy());
        return row.rule().equals(Rule.NONE.label()) ? own.of(ExplainWord.BY_NO_RULE, by, row.ruleVersion())
                : own.of(ExplainWord.BY_VERSION, by, row.rule(), row.ruleVersion());
    }

    /** What would settle a receipt that waits after this decision; empty when it does not wait. */
    static String settledBy(WorklistWording own, DecisionRow row) {
        return row.disposition().isEmpty() ? own.of(ExplainWord.WHAT_SETTLES,
                own.settledBy(row.reason(), row.customer().isPresent())) : "";
    }

    private String itemLabel(long id) {
        return new PeopleFinder(handle).item(id).map(item -> item.key().label()).orElse("?");
    }

    private String paymentId(long id) {
        return handle.createQuery("SELECT payment_id FROM receipt WHERE receipt_id = :id").bind("id", id)
                .mapTo(String.class).findOne().orElse("?");
    }
}
