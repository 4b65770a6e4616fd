package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.statement.Movement;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementChanges.Change;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementLine;
import org.saldo.statement.UnappliedReceipt;

/**
 * What a new version of a statement tells about the one before it, for page and mail alike.
 *
 * @param otherAccount whether the bank account that was shown counts no longer
 */
public record ChangesPart(StatementChanges changes, boolean otherAccount) {

    private static final String NOTHING = "–";

    /**
     * A line as it is shown: how it differs, its day, what it is, a second text, and its amounts in both versions with the
     * difference; an amount that is on one version only is a dash.
     */
    public record Row(String change, String day, String what, String more, String before, String after, String difference) {
    }

    /** The number of the version before. */
    public String version() {
        return Integer.toString(changes.before().key().version());
    }

    /** What differs of the account, without its closing balance. */
    public List<Row> account(StatementWording words) {
        List<Row> rows = new ArrayList<>();
        if (!changes.opening().isZero()) {
            rows.add(balance(words.of(StatementWord.CHANGES_CHANGED), words.of(StatementWord.OPENING),
                    List.of(changes.before().opening(), changes.after().opening(), changes.opening()), words));
        }
        changes.lines().forEach(each -> rows.add(line(each, words)));
        return rows;
    }

    /** What differs of documents and payments that are open, without the balance. */
    public List<Row> open(StatementWording words) {
        List<Row> rows = new ArrayList<>();
        changes.items().forEach(each -> rows.add(item(each, words)));
        changes.receipts().forEach(each -> rows.add(receipt(each, words)));
        return rows;
    }

    /** The closing balances of both versions, and by how much they differ. */
    public Row closing(StatementWording words) {
        return balance("", words.of(StatementWord.CLOSING),
                List.of(changes.before().closing(), changes.after().closing(), changes.closing()), words);
    }

    private static Row balance(String change, String what, List<Money> amounts, StatementWording words) {
        return new Row(change, "", what, "", words.amount(amounts.get(0)), words.amount(amounts.get(1)),
                words.amount(amounts.get(2)));
    }

    private static Row line(Change<StatementLine> change, StatementWording words) {
        Movement movement = change.latest().movement();
        String more = change.latest().correction() ? words.of(StatementWord.PRIOR_PERIOD) : "";
        return row(change, words, words.day(movement.effectiveOn()), (words.entry(movement) + " " + movement.reference()).strip(),
                more, List.of(amount(change.before().map(line -> line.movement().amount()), words),
                        amount(change.after().map(line -> line.movement().amount()), words)));
    }

    private static Row item(Change<StatementItem> change, StatementWording words) {
        StatementItem item = change.latest();
        String kind = item.type() == DocumentType.INVOICE ? "" : words.of(StatementWord.valueOf("KIND_" + item.type().name()));
        Optional<String> due = change.before().filter(was -> !was.dueDate().equals(item.dueDate()))
                .map(was -> words.of(StatementWord.CHANGES_DUE, "day", words.day(was.dueDate())));
        return row(change, words, words.day(item.dueDate()), (kind + " " + item.label()).strip(), due.orElse(""),
                List.of(amount(change.before().map(StatementItem::balance), words),
                        amount(change.after().map(StatementItem::balance), words)));
    }

    private static Row receipt(Change<UnappliedReceipt> change, StatementWording words) {
        UnappliedReceipt receipt = change.latest();
        return row(change, words, "", receipt.paymentId(),
                words.of(StatementWord.CHANGES_UNAPPLIED),
                List.of(amount(change.before().map(each -> each.unapplied().negated()), words),
                        amount(change.after().map(each -> each.unapplied().negated()), words)));
    }

    private static Row row(Change<?> change, StatementWording words, String day, String what, String more,
                           List<String> amounts) {
        String kind = words.of(switch (change.kind()) {
            case ADDED -> StatementWord.CHANGES_ADDED;
            case GONE -> StatementWord.CHANGES_GONE;
            case CHANGED -> StatementWord.CHANGES_CHANGED;
        });
        return new Row(kind, day, what, more, amounts.get(0), amounts.get(1), words.amount(change.difference()));
    }

    private static String amount(Optional<Money> amount, StatementWording words) {
        return amount.map(words::amount).orElse(NOTHING);
    }
}
