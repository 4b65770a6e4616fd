package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.saldo.money.Money;
import org.saldo.statement.UnprovedException;

/**
 * The way from our balance to the customer's: every line of both sides stands in exactly one line of the bridge, and
 * {@code our balance + differences = their balance} to the minor unit. A bridge that does not add up cannot be made.
 *
 * @param ours   our balance at {@code cutOff}, positive when it is owed to us
 * @param theirs the customer's balance as of {@code theirDay}, in our view
 * @param unread rows of the list that could not be understood; what they hold is not in {@code theirs}
 */
public record Bridge(LocalDate cutOff, LocalDate theirDay, Reading reading, Money ours, Money theirs,
                     List<BridgeLine> lines, int unread) {

    private static final Comparator<BridgeLine> ORDER = Comparator.comparing(BridgeLine::kind)
            .thenComparing(line -> line.ours().stream().map(OurLine::date).findFirst().orElse(LocalDate.MAX))
            .thenComparing(line -> line.ours().stream().map(OurLine::reference).findFirst().orElse(""))
            .thenComparing(line -> line.theirs().stream().findFirst(),
                    Comparator.comparing(first -> first.orElse(null), Comparator.nullsLast(TheirLine.ORDER)))
            .thenComparing(line -> line.ours().stream().mapToLong(OurLine::id).findFirst().orElse(0));

    /**
     * How the list was understood. {@code certain} when more lines agree by their numbers this way than with the opposite
     * signs.
     */
    public record Reading(Basis basis, Signs signs, boolean certain) {
    }

    /** @throws UnprovedException when the differences do not lead from our balance to theirs */
    public Bridge {
        Objects.requireNonNull(cutOff, "cut-off");
        Objects.requireNonNull(theirDay, "their day");
        Objects.requireNonNull(reading, "reading");
        lines = lines.stream().sorted(ORDER).toList();
        Money ourLines = sum(lines.stream().map(BridgeLine::ourAmount).toList(), ours);
        Money apart = sum(lines.stream().map(BridgeLine::difference).toList(), ours);
        if (!ourLines.equals(ours) || !ours.plus(apart).equals(theirs)) {
            throw new UnprovedException("our balance " + ours + ", of which the lines hold " + ourLines
                    + ", + differences " + apart + " is not their balance " + theirs);
        }
    }

    private static Money sum(List<Money> amounts, Money like) {
        return amounts.stream().reduce(Money.zero(like.currency()), Money::plus);
    }

    /** Whether both sides say the same, line by line, and nothing needs a look. */
    public boolean agrees() {
        return unread == 0 && reading.certain() && lines.stream().allMatch(line -> line.kind() == BridgeKind.AGREED
                && !line.evidence().isToCheck());
    }

    public Money difference() {
        return theirs.minus(ours);
    }

    public List<BridgeLine> lines(BridgeKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /** The steps from our balance to theirs: the differences by kind, every kind present. */
    public Map<BridgeKind, Money> steps() {
        Map<BridgeKind, Money> steps = new EnumMap<>(BridgeKind.class);
        for (BridgeKind kind : BridgeKind.values()) {
            steps.put(kind, sum(lines(kind).stream().map(BridgeLine::difference).toList(), ours));
        }
        return steps;
    }
}
