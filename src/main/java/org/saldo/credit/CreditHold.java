package org.saldo.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * What has happened to a customer's credit so far, the first step first. A hold counts only once the ERP has said that it holds.
 */
public record CreditHold(List<Taken> steps) {

    /**
     * A step that was taken.
     *
     * @param manual whether a person asked for it: such a hold is not released by rule
     */
    public record Taken(long id, HoldStep step, LocalDate on, boolean manual, String reason, String by) {

        /** How people name a request. */
        public String label() {
            return "CH-" + id;
        }
    }

    /** What is to be asked of the ERP; {@code reason} is in a person's words or as {@link Words#stored} keeps it. */
    public record Proposal(HoldStep step, String reason) {
    }

    public CreditHold {
        steps = List.copyOf(steps);
    }

    public Optional<Taken> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** Whether the ERP holds deliveries, as far as it has said. */
    public boolean holds() {
        return last().filter(taken -> taken.step().holds()).isPresent();
    }

    /** The request that waits for the ERP's word. */
    public Optional<Taken> waiting() {
        return last().filter(taken -> taken.step().isRequest());
    }

    public boolean mayFollow(HoldStep step) {
        return step.mayFollow(last().map(Taken::step).orElse(null));
    }

    /** What the rules ask for on a day; empty when all is as it should be or a request still waits. */
    public Optional<Proposal> proposal(HoldPolicy policy, HoldFacts facts, LocalDate day) {
        if (!policy.on() || waiting().isPresent()) {
            return Optional.empty();
        }
        if (holds()) {
            boolean byRule = lastOf(HoldStep.HOLD_REQUESTED).filter(taken -> !taken.manual()).isPresent();
            return byRule && !isTooSoon(HoldStep.RELEASE_REFUSED, policy, day) && policy.whyNoRelease(facts).isEmpty()
                    ? Optional.of(new Proposal(HoldStep.RELEASE_REQUESTED, Words.of(HoldWord.ALL_PAID).stored()))
                    : Optional.empty();
        }
        List<Words> reasons = isTooSoon(HoldStep.HOLD_REFUSED, policy, day) ? List.of() : policy.reasons(facts);
        return reasons.isEmpty() ? Optional.empty()
                : Optional.of(new Proposal(HoldStep.HOLD_REQUESTED, reasons.stream().reduce(Words.of(), Words::and).stored()));
    }

    private boolean isTooSoon(HoldStep refusal, HoldPolicy policy, LocalDate day) {
        return last().filter(taken -> taken.step() == refusal && day.isBefore(taken.on().plusDays(policy.againAfter())))
                .isPresent();
    }

    private Optional<Taken> lastOf(HoldStep step) {
        return steps.stream().filter(taken -> taken.step() == step).reduce((earlier, later) -> later);
    }
}
