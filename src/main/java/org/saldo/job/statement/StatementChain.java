package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.PreviousStatement;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPeriod;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.UnprovedException;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Each statement of a customer begins where the one before ended. */
final class StatementChain {

    private final StatementSettings settings;
    private final StatementRun.Task task;
    private final StatementPeriod month;
    private final Instant knownAt;

    StatementChain(StatementSettings settings, StatementRun.Task task, StatementPeriod month, Instant knownAt) {
        this.settings = settings;
        this.task = task;
        this.month = month;
        this.knownAt = knownAt;
    }

    /**
     * The statement that continues what the customer holds: where something moved since its last statement that stands on
     * none, it begins where that one ended.
     */
    StatementOfAccount prove(StatementKey key, List<StatementRow> own, AccountAsOf account, StatementTerms terms) {
        Optional<PreviousStatement> previous = StatementStore.previous(own, key);
        StatementPeriod usual = settings.policy().schedules().period(task.company().id(), task.month(),
                terms.frequency().months());
        StatementPeriod period = new StatementPeriod(usual.firstDay(), key.cutOff());
        if (previous.isPresent()) {
            LocalDate covered = previous.get().key().cutOff();
            boolean overlaps = !covered.isBefore(period.firstDay());
            if (overlaps || account.isMoved(covered.plusDays(1), period.firstDay())) {
                period = period.after(covered);
            }
        }
        return StatementOfAccount.prove(new StatementKey(key.customer(), key.currency(), period, key.version()), knownAt,
                previous, account.beginningOn(period.firstDay(), month.firstDay()), settings.policy().aging());
    }

    /** Proved again by what was known when it was made. */
    StatementOfAccount again(StatementRow row, List<StatementRow> own, AccountAsOf account) {
        StatementKey key = row.key();
        List<StatementRow> then = own.stream().filter(each -> each.id() < row.id()).toList();
        return StatementOfAccount.prove(key, row.asKnownAt(), StatementStore.previous(then, key),
                account.beginningOn(key.firstDay(), month.firstDay()), row.aging());
    }

    /** A statement of an earlier month than one that the customer holds has to end where that one begins. */
    static void requireLedOn(StatementOfAccount statement, List<StatementRow> own) {
        Optional<YearMonth> next = own.stream().map(row -> row.key().month())
                .filter(other -> other.isAfter(statement.key().month())).min(Comparator.naturalOrder());
        own.stream().filter(row -> next.filter(row.key().month()::equals).isPresent())
                .reduce((earlier, later) -> later).filter(row -> !row.opening().equals(statement.closing())).ifPresent(row -> {
                    throw new UnprovedException("closing " + statement.closing() + " is not the opening " + row.opening()
                            + " of statement " + row.key().number() + ", which the customer holds; make that one again first:"
                            + " `saldo statements --month " + row.key().month() + " --customer "
                            + row.key().customer().number() + " --again --with-later`");
                });
    }
}
