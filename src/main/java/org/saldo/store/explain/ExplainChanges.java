package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.worklist.LifeWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.StatementChanges.Change;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnprovedException;
import org.saldo.store.KnownBatches;
import org.saldo.store.account.AsOf;
import org.saldo.store.account.MovementStore;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Tells what a later version of a statement says otherwise than the one before, both proved by what was known then. */
final class ExplainChanges {

    private static final int LINES_MOST = 100;

    private final Handle handle;
    private final WorklistWording own;

    ExplainChanges(Handle handle, WorklistWording own) {
        this.handle = handle;
        this.own = own;
    }

    /** A line for each difference, between a first and a last one with the balances; none for a first version. */
    List<String> told(StatementKey key) {
        if (key.version() == 1) {
            return List.of();
        }
        List<StatementRow> all = new StatementFinder(handle).of(key.customer()).stream()
                .filter(row -> row.key().currency().equals(key.currency())).sorted(StatementStore.ORDER).toList();
        try {
            return lines(StatementChanges.between(issued(row(all, key, key.version() - 1), all),
                    issued(row(all, key, key.version()), all)));
        } catch (UnprovedException unproved) {
            return List.of(own.of(LifeWord.NOT_TOLD, unproved.getMessage()));
        }
    }

    private static StatementRow row(List<StatementRow> all, StatementKey key, int version) {
        return all.stream().filter(row -> row.key().month().equals(key.month()) && row.key().version() == version).findFirst()
                .orElseThrow(() -> new UnprovedException("version " + version + " is missing from the database"));
    }

    /** The statement as it was issued: from the rows that were known, after the statement that was the one before. */
    private StatementOfAccount issued(StatementRow row, List<StatementRow> all) {
        StatementKey key = row.key();
        AccountAsOf account = MovementStore.accounts(handle, AsOf.of(key.customer(), key.cutOff(), row.asKnownAt()),
                key.firstDay(), new KnownBatches()).getOrDefault(key.customer().number(), MovementStore.none())
                .get(key.currency());
        if (account == null) {
            throw new UnprovedException("nothing moved in " + key.currency() + " by what was known");
        }
        return StatementOfAccount.prove(key, row.asKnownAt(), StatementStore.previous(all.stream()
                .filter(each -> each.id() < row.id()).toList(), key), account, row.aging());
    }

    private List<String> lines(StatementChanges changes) {
        List<String> lines = new ArrayList<>();
        lines.add(own.of(LifeWord.VERSION_REPLACED, changes.before().key().version(), own.money(changes.before().closing())));
        if (!changes.opening().isZero()) {
            lines.add(own.of(LifeWord.CHANGED_OPENING, own.money(changes.before().opening()),
                    own.money(changes.after().opening())));
        }
        changes.lines().forEach(change -> lines.add(line(change, line -> movement(line.movement()),
                line -> own.money(line.movement().amount()))));
        changes.items().forEach(change -> lines.add(line(change, item -> own.of(LifeWord.CHANGED_ITEM, item.label()),
                item -> own.of(LifeWord.AMOUNT_DUE, own.money(item.balance()), item.dueDate()))));
        changes.receipts().forEach(change -> lines.add(line(change, receipt -> own.of(LifeWord.CHANGED_RECEIPT,
                receipt.paymentId()), receipt -> own.money(receipt.unapplied()))));
        if (lines.size() > LINES_MOST) {
            int more = lines.size() - LINES_MOST;
            lines.subList(LINES_MOST, lines.size()).clear();
            lines.add(own.of(LifeWord.CHANGES_MORE, more));
        }
        lines.add(own.of(LifeWord.CLOSES_WITH, own.money(changes.after().closing()), own.money(changes.closing())));
        return lines;
    }

    private String movement(Movement movement) {
        return own.of(movement.reversal() ? LifeWord.CHANGED_REVERSAL : LifeWord.CHANGED_MOVEMENT,
                own.called("MOVED", movement.kind().name()), movement.reference(), movement.effectiveOn());
    }

    private <T> String line(Change<T> change, Function<T, String> name, Function<T, String> figure) {
        Optional<String> was = change.before().map(figure);
        Optional<String> now = change.after().map(figure);
        String what = name.apply(change.latest());
        return was.isPresent() && now.isPresent() ? own.of(LifeWord.CHANGE_CHANGED, what, was.get(), now.get())
                : own.of(was.isPresent() ? LifeWord.CHANGE_GONE : LifeWord.CHANGE_ADDED, what, was.or(() -> now).orElseThrow());
    }
}
