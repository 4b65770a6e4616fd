package org.saldo.statement.bridge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * Lines of both sides that belong together, or of one side alone. {@code difference} is theirs less ours: what the lines
 * add to the customer's balance beyond what they add to ours.
 */
public record BridgeLine(BridgeKind kind, Evidence evidence, List<OurLine> ours, List<TheirLine> theirs, Money difference,
                         Explanation explanation) {

    /** @throws IllegalArgumentException when the difference is not theirs less ours, or lines agree that do not */
    public BridgeLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(explanation, "explanation");
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        Money apart = theirs(theirs, difference).minus(ours(ours, difference));
        if (explanation.why() != Why.TOTAL_OF_LIST && !difference.equals(apart)) {
            throw new IllegalArgumentException("difference " + difference + " is not theirs less ours");
        }
        if (kind == BridgeKind.AGREED && (!difference.isZero() || ours.isEmpty() || theirs.isEmpty())) {
            throw new IllegalArgumentException("lines that differ by " + difference + " do not agree");
        }
    }

    static BridgeLine of(BridgeKind kind, Evidence evidence, List<OurLine> ours, List<TheirLine> theirs,
                         Explanation explanation) {
        Money like = Stream.concat(ours.stream().map(OurLine::amount), theirs.stream().map(TheirLine::amount))
                .findFirst().orElseThrow();
        return new BridgeLine(kind, evidence, ours, theirs, theirs(theirs, like).minus(ours(ours, like)), explanation);
    }

    BridgeLine because(Explanation other) {
        return new BridgeLine(kind, evidence, ours, theirs, difference, other);
    }

    /** What our lines of it sum up to. */
    public Money ourAmount() {
        return ours(ours, difference);
    }

    /** What their lines of it sum up to, in our view. */
    public Money theirAmount() {
        return theirs(theirs, difference);
    }

    private static Money ours(List<OurLine> lines, Money like) {
        return lines.stream().map(OurLine::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    private static Money theirs(List<TheirLine> lines, Money like) {
        return lines.stream().map(TheirLine::amount).reduce(Money.zero(like.currency()), Money::plus);
    }
}
