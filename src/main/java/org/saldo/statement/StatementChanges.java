package org.saldo.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.saldo.money.Money;

/**
 * What a new version of a statement says otherwise than the one whose place it takes. It is whole by construction: what
 * differs of the account leads from the old closing balance to the new one, and so does, by itself, what differs of what
 * is open. Money that came in after the cut-off counts on neither and is not compared.
 */
public final class StatementChanges {

    /** How a line differs. */
    public enum Kind { ADDED, GONE, CHANGED }

    /**
     * A line of one version or of both. {@code difference} is what it adds to the closing balance: positive when more is
     * owed to the company than before; zero when only a day or a word is another.
     */
    public record Change<T>(Optional<T> before, Optional<T> after, Money difference) {

        public Kind kind() {
            return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.GONE : Kind.CHANGED;
        }

        /** The line as it is now, or as it was last. */
        public T latest() {
            return after.or(() -> before).orElseThrow();
        }
    }

    private final StatementOfAccount before;
    private final StatementOfAccount after;
    private final List<Change<StatementLine>> lines;
    private final List<Change<StatementItem>> items;
    private final List<Change<UnappliedReceipt>> receipts;

    private StatementChanges(StatementOfAccount before, StatementOfAccount after) {
        this.before = before;
        this.after = after;
        Money zero = Money.zero(before.key().currency());
        this.lines = compare(before.lines(), after.lines(), new Traits<>(StatementChanges::place,
                line -> List.of(line.movement(), line.correction()), line -> line.movement().amount()), zero);
        this.items = compare(before.items(), after.items(),
                new Traits<>(StatementItem::itemId, item -> item, StatementItem::balance), zero);
        this.receipts = compare(before.receipts(), after.receipts(), new Traits<>(UnappliedReceipt::receiptId,
                receipt -> receipt, receipt -> receipt.unapplied().negated()), zero);
        requireWhole(opening().plus(sum(lines, zero)), "movements");
        requireWhole(sum(items, zero).plus(sum(receipts, zero)), "open items and unapplied cash");
    }

    /**
     * @param before as it was issued
     * @throws IllegalArgumentException when they are not two versions of the same statement, the older one first
     * @throws UnprovedException        when what differs does not lead from one balance to the other
     */
    public static StatementChanges between(StatementOfAccount before, StatementOfAccount after) {
        StatementKey old = before.key();
        StatementKey now = after.key();
        if (!old.customer().equals(now.customer()) || !old.currency().equals(now.currency())
                || !old.month().equals(now.month()) || old.version() >= now.version()) {
            throw new IllegalArgumentException("statement " + now + " does not take the place of " + old);
        }
        return new StatementChanges(before, after);
    }

    /** What makes a line the same one, what of it is compared, and what it adds to the closing balance. */
    private record Traits<T>(Function<T, Object> identity, Function<T, Object> content, Function<T, Money> effect) {
    }

    private static Object place(StatementLine line) {
        return List.of(line.movement().rowId(), line.movement().kind(), line.movement().reversal());
    }

    /** In the order of the new version; what is gone comes last. */
    private static <T> List<Change<T>> compare(List<T> before, List<T> after, Traits<T> traits, Money zero) {
        Map<Object, Deque<T>> old = new LinkedHashMap<>();
        before.forEach(each -> old.computeIfAbsent(traits.identity().apply(each), any -> new ArrayDeque<>()).add(each));
        List<Change<T>> changes = new ArrayList<>();
        for (T now : after) {
            Deque<T> same = old.getOrDefault(traits.identity().apply(now), new ArrayDeque<>());
            Optional<T> was = Optional.ofNullable(same.poll());
            if (was.filter(each -> traits.content().apply(each).equals(traits.content().apply(now))).isEmpty()) {
                changes.add(new Change<>(was, Optional.of(now), traits.effect().apply(now)
                        .minus(was.map(traits.effect()).orElse(zero))));
            }
        }
        old.values().forEach(left -> left.forEach(gone -> changes.add(new Change<>(Optional.of(gone), Optional.empty(),
                traits.effect().apply(gone).negated()))));
        return List.copyOf(changes);
    }

    private static <T> Money sum(List<Change<T>> changes, Money zero) {
        return changes.stream().map(Change::difference).reduce(zero, Money::plus);
    }

    private void requireWhole(Money changed, String what) {
        if (!closing().equals(changed)) {
            throw new UnprovedException("closing " + before.closing() + " of version " + before.key().version() + " + changed "
                    + what + " " + changed + " is not closing " + after.closing() + " of version " + after.key().version());
        }
    }

    /** The version whose place is taken, as it was issued. */
    public StatementOfAccount before() {
        return before;
    }

    public StatementOfAccount after() {
        return after;
    }

    /** By how much the opening balance is another. */
    public Money opening() {
        return after.opening().minus(before.opening());
    }

    /** By how much the closing balance is another. */
    public Money closing() {
        return after.closing().minus(before.closing());
    }

    /** Movements; one that was of the period and is now of an earlier one, or the other way round, is changed by nothing. */
    public List<Change<StatementLine>> lines() {
        return lines;
    }

    public List<Change<StatementItem>> items() {
        return items;
    }

    public List<Change<UnappliedReceipt>> receipts() {
        return receipts;
    }

    /** Whether anything of the account differs. */
    public boolean isMoved() {
        return !opening().isZero() || !lines.isEmpty();
    }

    /** Whether anything of what is open differs. */
    public boolean isOpenOtherwise() {
        return !items.isEmpty() || !receipts.isEmpty();
    }

    /** Whether both versions say the same. */
    public boolean isEmpty() {
        return !isMoved() && !isOpenOtherwise();
    }
}
