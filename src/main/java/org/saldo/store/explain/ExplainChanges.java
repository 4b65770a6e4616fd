package org.saldo.store.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.StatementChanges.Change;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;
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

    ExplainChanges(Handle handle) {
        this.handle = handle;
    }

    /** A line for each difference, between a first and a last one with the balances; none for a first version. */
    List<String> told(StatementKey key) {
        if (key.version() == 1) {
            return List.of();
        }
        List<StatementRow> own = new StatementFinder(handle).of(key.customer()).stream()
                .filter(row -> row.key().currency().equals(key.currency())).sorted(StatementStore.ORDER).toList();
        try {
            return lines(StatementChanges.between(issued(row(own, key, key.version() - 1), own),
                    issued(row(own, key, key.version()), own)));
        } catch (UnprovedException unproved) {
            return List.of("what changed cannot be told: " + unproved.getMessage() + "; see `saldo verify`");
        }
    }

    private static StatementRow row(List<StatementRow> own, StatementKey key, int version) {
        return own.stream().filter(row -> row.key().month().equals(key.month()) && row.key().version() == version).findFirst()
                .orElseThrow(() -> new UnprovedException("version " + version + " is missing from the database"));
    }

    /** The statement as it was issued: from the rows that were known, after the statement that was the one before. */
    private StatementOfAccount issued(StatementRow row, List<StatementRow> own) {
        StatementKey key = row.key();
        AccountAsOf account = MovementStore.accounts(handle, AsOf.of(key.customer(), key.cutOff(), row.asKnownAt()),
                key.firstDay(), new KnownBatches()).getOrDefault(key.customer().number(), MovementStore.none())
                .get(key.currency());
        if (account == null) {
            throw new UnprovedException("nothing moved in " + key.currency() + " by what was known");
        }
        return StatementOfAccount.prove(key, row.asKnownAt(), StatementStore.previous(own.stream()
                .filter(each -> each.id() < row.id()).toList(), key), account, row.aging());
    }

    private static List<String> lines(StatementChanges changes) {
        List<String> lines = new ArrayList<>();
        lines.add("replaces version " + changes.before().key().version() + ", which closed with " + changes.before().closing());
        if (!changes.opening().isZero()) {
            lines.add("changed: opening balance, was " + changes.before().opening() + ", is " + changes.after().opening());
        }
        changes.lines().forEach(change -> lines.add(line(change, line -> movement(line.movement()),
                line -> line.movement().amount().toString())));
        changes.items().forEach(change -> lines.add(line(change, item -> "open item " + item.label(), ExplainChanges::item)));
        changes.receipts().forEach(change -> lines.add(line(change, receipt -> "payment not yet applied "
                + receipt.paymentId(), ExplainChanges::receipt)));
        if (lines.size() > LINES_MOST) {
            int more = lines.size() - LINES_MOST;
            lines.subList(LINES_MOST, lines.size()).clear();
            lines.add("and " + more + " more; all of them are on its page");
        }
        lines.add("closes with " + changes.after().closing() + ", which is " + changes.closing() + " more");
        return lines;
    }

    private static String movement(Movement movement) {
        return movement.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (movement.reversal() ? " taken back" : "")
                + " " + movement.reference() + " of " + movement.effectiveOn();
    }

    private static String item(StatementItem item) {
        return item.balance() + " due " + item.dueDate();
    }

    private static String receipt(UnappliedReceipt receipt) {
        return receipt.unapplied().toString();
    }

    private static <T> String line(Change<T> change, Function<T, String> name, Function<T, String> figure) {
        Optional<String> was = change.before().map(figure);
        Optional<String> now = change.after().map(figure);
        String figures = was.isPresent() && now.isPresent() ? "was " + was.get() + ", is " + now.get()
                : was.or(() -> now).orElseThrow();
        return change.kind().name().toLowerCase(Locale.ROOT) + ": " + name.apply(change.latest()) + ", " + figures;
    }
}
