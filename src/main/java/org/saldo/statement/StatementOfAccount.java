package org.saldo.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.AgingSchedule;
import org.saldo.money.Money;

/**
 * A customer's account with a company in one currency for one month, proved. The opening balance is the closing balance
 * of the statement before, when there is one; what has become known of earlier days since then is listed first, as dated
 * prior-period corrections, so that both statements stay true. Every figure of the page and of the mail comes from here.
 */
public final class StatementOfAccount {

    private final StatementKey key;
    private final Instant asKnownAt;
    private final Optional<PreviousStatement> previous;
    private final List<StatementLine> lines;
    private final List<StatementItem> items;
    private final List<UnappliedReceipt> receipts;
    private final List<Movement> later;
    private final AgingSchedule aging;
    private final Proof proof;

    private StatementOfAccount(StatementKey key, Instant asKnownAt, Optional<PreviousStatement> previous,
                               AccountAsOf account, AgingBuckets buckets) {
        this.key = key;
        this.asKnownAt = asKnownAt;
        this.previous = previous;
        this.items = account.items().stream().sorted(Comparator.comparing(StatementItem::dueDate)
                .thenComparing(StatementItem::issueDate).thenComparing(StatementItem::label)
                .thenComparingLong(StatementItem::itemId)).toList();
        this.receipts = account.receipts().stream().sorted(Comparator.comparing(UnappliedReceipt::bookedOn)
                .thenComparingLong(UnappliedReceipt::receiptId)).toList();
        this.later = account.later().stream().filter(movement -> movement.effectiveOn().isAfter(key.cutOff()))
                .filter(movement -> movement.kind().group() == MovementKind.Group.PAYMENTS).sorted().toList();
        Money zero = Money.zero(key.currency());
        Money opening = previous.map(PreviousStatement::closing).orElse(account.before());
        List<Movement> corrections = corrections(account.movements());
        Money corrected = corrections.stream().map(Movement::amount).reduce(zero, Money::plus);
        requireUnbrokenChain(opening, corrected, account.before());
        this.lines = lines(opening, corrections, ofTheMonth(account.movements()));
        Money openItems = items.stream().map(StatementItem::balance).reduce(zero, Money::plus);
        Money unapplied = receipts.stream().map(UnappliedReceipt::unapplied).reduce(zero, Money::plus);
        Money closing = lines.isEmpty() ? opening : lines.get(lines.size() - 1).balance();
        this.proof = new Proof(opening, corrected, sums(), closing, openItems, unapplied);
        this.aging = AgingSchedule.of(buckets, key.cutOff(), items.stream()
                .map(item -> new AgingSchedule.Due(item.dueDate(), item.balance())).toList(), unapplied);
    }

    /** @throws UnprovedException when the account's figures do not agree with each other or with the statement before */
    public static StatementOfAccount prove(StatementKey key, Instant asKnownAt, Optional<PreviousStatement> previous,
                                           AccountAsOf account, AgingBuckets buckets) {
        return new StatementOfAccount(key, asKnownAt, previous, account, buckets);
    }

    private List<Movement> corrections(List<Movement> movements) {
        return movements.stream()
                .filter(movement -> movement.effectiveOn().isBefore(key.firstDay()))
                .filter(movement -> previous.isPresent() && !previous.get().covers(movement))
                .sorted().toList();
    }

    private List<Movement> ofTheMonth(List<Movement> movements) {
        return movements.stream()
                .filter(movement -> !movement.effectiveOn().isBefore(key.firstDay()))
                .filter(movement -> !movement.effectiveOn().isAfter(key.cutOff()))
                .sorted().toList();
    }

    private void requireUnbrokenChain(Money opening, Money corrected, Money before) {
        if (!opening.plus(corrected).equals(before)) {
            throw new UnprovedException("closing " + opening + " of the statement before + prior-period corrections "
                    + corrected + " is not the balance " + before + " on " + key.firstDay().minusDays(1));
        }
    }

    private static List<StatementLine> lines(Money opening, List<Movement> corrections, List<Movement> ofTheMonth) {
        List<StatementLine> lines = new ArrayList<>(corrections.size() + ofTheMonth.size());
        Money balance = opening;
        for (Movement movement : corrections) {
            balance = balance.plus(movement.amount());
            lines.add(new StatementLine(movement, true, balance));
        }
        for (Movement movement : ofTheMonth) {
            balance = balance.plus(movement.amount());
            lines.add(new StatementLine(movement, false, balance));
        }
        return List.copyOf(lines);
    }

    private Map<MovementKind.Group, Money> sums() {
        Map<MovementKind.Group, Money> sums = new EnumMap<>(MovementKind.Group.class);
        for (StatementLine line : lines) {
            if (!line.correction()) {
                sums.merge(line.movement().kind().group(), line.movement().amount(), Money::plus);
            }
        }
        return sums;
    }

    public StatementKey key() {
        return key;
    }

    /** What the ledger knew when this statement was made; later entries show on a later statement. */
    public Instant asKnownAt() {
        return asKnownAt;
    }

    public LocalDate cutOff() {
        return key.cutOff();
    }

    public Optional<PreviousStatement> previous() {
        return previous;
    }

    /** Prior-period corrections first, then the month, each in date order with the balance after it. */
    public List<StatementLine> lines() {
        return lines;
    }

    /** What is open at the cut-off, by due date. */
    public List<StatementItem> items() {
        return items;
    }

    public List<UnappliedReceipt> receipts() {
        return receipts;
    }

    /** Money of the days after the cut-off that was known when the statement was made; no figure holds it. */
    public List<Movement> later() {
        return later;
    }

    public AgingSchedule aging() {
        return aging;
    }

    public Proof proof() {
        return proof;
    }

    public Money opening() {
        return proof.opening();
    }

    public Money closing() {
        return proof.closing();
    }

    /** Whether both show the same lines, open items and unapplied cash, whatever their version. */
    public boolean saysTheSameAs(StatementOfAccount other) {
        return proof.equals(other.proof) && lines.equals(other.lines) && items.equals(other.items)
                && receipts.equals(other.receipts);
    }

    /** Whether neither side owes anything and nothing is open. */
    public boolean isSettled() {
        return closing().isZero() && items.isEmpty() && receipts.isEmpty();
    }
}
