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
        if (fitting.size() > 1) {
            return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, Words.of("several remittance advices fit"),
                    fitting.stream().map(advice -> offered(advice, payer)).toList()));
        }
        Advice advice = fitting.get(0);
        return Optional.of(Verdict.applied(Rule.ADVICE_EXACT, Reason.ADVICE_FOLLOWED, payer.customer().get(),
                partsOf(advice, payer.customer().get()).get(), payer, Words.of("advice ", advice.id(), ": ", advice.lines())));
    }

    private static Alternative offered(Advice advice, Payer payer) {
        return new Alternative(partsOf(advice, payer.customer().orElseThrow()).orElseThrow().stream()
                .map(Verdict.Part::offered).toList(), "advice " + advice.id());
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
            parts.add(Verdict.Part.cash(open.get(0), line.amount()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }
}
