package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A receipt whose payer has announced it: the advice's day is near, its lines add up, and each is open. */
final class AdviceMatch {

    private final MatchingPolicy policy;

    AdviceMatch(MatchingPolicy policy) {
        this.policy = policy;
    }

    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.customer().isEmpty() || payer.contradicted()) {
            return Optional.empty();
        }
        List<Advice> fitting = question.advices().stream()
                .filter(advice -> advice.announces(question.receipt().amount(), question.receipt().bookingDate(),
                        policy.adviceDays()))
                .filter(advice -> partsOf(advice, payer.customer().get()).isPresent()).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = fitting.stream().map(advice -> "advice " + advice.id() + ": "
                + String.join(", ", advice.lines().stream().map(line -> line.documentNumber() + " " + line.amount()).toList()))
                .toList();
        if (fitting.size() > 1) {
            return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, "several remittance advices fit", named));
        }
        return Optional.of(Verdict.applied(Rule.ADVICE_EXACT, Reason.ADVICE_FOLLOWED, payer.customer().get(),
                partsOf(fitting.get(0), payer.customer().get()).get(), payer, named.get(0)));
    }

    /** What the advice settles; empty when a line names no single open item of the customer with room for its amount. */
    private static Optional<List<Verdict.Part>> partsOf(Advice advice, String customer) {
        List<Verdict.Part> parts = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (Advice.Line line : advice.lines()) {
            List<Item> open = line.items().stream()
                    .filter(item -> item.isOpen() && !item.credit() && item.customer().equals(customer)
                            && item.open().currency().equals(line.amount().currency())).toList();
            if (open.size() != 1 || !line.amount().isPositive() || line.amount().compareTo(open.get(0).open()) > 0
                    || !taken.add(open.get(0).id())) {
                return Optional.empty();
            }
            parts.add(new Verdict.Part(open.get(0), line.amount()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }
}
