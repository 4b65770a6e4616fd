package org.saldo.job.statement;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.Refused;
import org.saldo.statement.StatementKey;
import org.saldo.store.Contents;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Whether a statement that was issued is to be issued again, in a new version. */
final class StatementReissue {

    private final StatementStore statements;
    private final StatementDispatch dispatch;
    private final StatementClosing closing;
    private final StatementPress press;
    private final StatementRun.Task task;
    private final List<String> remarks = new ArrayList<>();

    StatementReissue(StatementStore statements, StatementDispatch dispatch, StatementClosing closing, StatementPress press,
                     StatementRun.Task task) {
        this.statements = statements;
        this.dispatch = dispatch;
        this.closing = closing;
        this.press = press;
        this.task = task;
    }

    /** Why nothing was made again that a person asked for. */
    List<String> remarks() {
        return remarks;
    }

    /**
     * Whether its figures are others now, the account on it counts no longer, or, where a person gave a reason, it would look
     * otherwise.
     *
     * @throws Refused when figures differ and a later statement continues them, unless {@code withLater}
     */
    boolean isWanted(StatementRow row, StatementPages.Again again, boolean withLater) {
        boolean wanted = dispatch.isOutdated(again) || isOtherAccount(row, again);
        if (wanted && !withLater && again.isMoved()) {
            requireNoLater(row);
        }
        return wanted || isOtherwiseAsked(row, again);
    }

    /** Whether it waits for the company's bank accounts and would show another one now. */
    boolean isOtherAccount(StatementRow row, StatementPages.Again again) {
        return Optional.ofNullable(closing.holds().get(row.id())).filter(StatementMonths.Hold::waitsForAccount).isPresent()
                && dispatch.isOtherAccount(again.last());
    }

    /** The figures are what they were: a person may still want the page again where it would look otherwise now. */
    private boolean isOtherwiseAsked(StatementRow row, StatementPages.Again again) {
        String what = "statement " + row.key().number() + " in " + row.key().currency()
                + ": its figures are those that were issued";
        if (task.reason().isEmpty()) {
            remarks.add(what + "; where a name, address, language or wording has changed, ask for it with --reason TEXT");
            return false;
        }
        Draft issued = new Draft(again.next().customer(), again.last(), again.next().terms(), again.changesBefore());
        byte[] today = press.draw(pdf -> dispatch.page(pdf, issued));
        boolean other = !Contents.sha256(today).equals(statements.unsealedSha256(row));
        if (!other) {
            remarks.add(what + ", and so is every letter; nothing to make again");
        }
        return other;
    }

    private void requireNoLater(StatementRow row) {
        StatementKey key = row.key();
        Set<YearMonth> later = statements.monthsAfter(key);
        if (!later.isEmpty()) {
            throw new Refused("statement " + key.number() + " of " + key.customer() + " in " + key.currency()
                    + ": the customer holds later ones that begin where it ended (" + later.stream().map(YearMonth::toString)
                    .collect(Collectors.joining(", ")) + "), and what became known since stands there as of an earlier period, or"
                    + " will on the next one; let it stand, or make them all again, oldest first: `saldo statements --month "
                    + key.month() + " --customer " + key.customer().number() + " --again --with-later`");
        }
    }
}
