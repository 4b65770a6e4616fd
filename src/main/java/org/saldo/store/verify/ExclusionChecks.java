package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Exclusion;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.store.StoredRow;
import org.saldo.store.account.AsOf;
import org.saldo.store.account.OpenAsOf;
import org.saldo.store.exclusion.StandingCustomers;
import org.saldo.store.exclusion.StandingReader;

/**
 * Whether every reminder left out what was disputed, promised or in a plan in the state that it was decided on, and no more
 * than the house could keep back itself.
 */
final class ExclusionChecks {

    private static final LocalDate WHENEVER = LocalDate.of(9999, 12, 31);

    private final Handle handle;
    private final Findings findings;
    private Set<CustomerId> customers;

    ExclusionChecks(Handle handle, Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    /** @param lines of this reminder */
    void check(StoredRow reminder, List<StoredRow> lines) {
        CustomerId customer = new CustomerId(reminder.text("company"), reminder.text("customer_id"));
        Map<Long, List<Exclusion>> exclusions = customers().contains(customer) ? exclusions(reminder, customer, lines)
                : Map.of();
        BigDecimal keptBack = BigDecimal.ZERO;
        for (StoredRow line : lines) {
            List<Exclusion> parts = exclusions.getOrDefault(line.number("item_id"), List.of());
            BigDecimal left = parts.stream().map(part -> part.amount().toDecimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal more = line.amount("excluded_amount").subtract(left);
            keptBack = keptBack.add(more.max(BigDecimal.ZERO));
            findings.check(Promise.I13, more.signum() >= 0, line,
                    "left out %s of the item, but %s was disputed, promised or in a plan then: %s",
                    Balances.plain(line.amount("excluded_amount")), Balances.plain(left),
                    parts.stream().map(Exclusion::words).toList());
        }
        if (keptBack.signum() > 0) {
            BigDecimal most = new KeptBack(handle).most(reminder, lines);
            findings.check(Promise.I13, keptBack.compareTo(most) <= 0, reminder, "left out %s more than was disputed, promised or"
                    + " in a plan, but the house owed its customer, or had proposed to give up, %s", Balances.plain(keptBack),
                    Balances.plain(most));
        }
    }

    private Map<Long, List<Exclusion>> exclusions(StoredRow reminder, CustomerId customer, List<StoredRow> lines) {
        Instant then = reminder.instant("as_known_at");
        Map<Long, Money> open = new HashMap<>();
        OpenAsOf.items(handle, AsOf.of(customer, WHENEVER, then)).values().stream().flatMap(List::stream)
                .filter(item -> !item.type().isCredit())
                .forEach((StatementItem item) -> open.put(item.itemId(), item.open()));
        lines.forEach(line -> open.computeIfPresent(line.number("item_id"), (any, found) ->
                Money.of(found.currency(), line.amount("open_amount"))));
        return StandingReader.read(handle, customer, reminder.day("reminded_on"), then).exclusions(open);
    }

    private Set<CustomerId> customers() {
        if (customers == null) {
            customers = new HashSet<>(StandingCustomers.of(handle, ""));
        }
        return customers;
    }
}
