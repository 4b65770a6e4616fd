package org.saldo.store.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.saldo.dunning.Exclusion;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.money.Money;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.exclusion.StandingCustomers;
import org.saldo.store.exclusion.StandingReader;

/** What is disputed, promised or in a plan of a statement's open items, at its cut-off and as known when it was made. */
public final class ItemNotes {

    private final Database database;
    private final Map<String, Set<CustomerId>> customers = new ConcurrentHashMap<>();

    /** For the statements of one run: who has anything to note is read once. */
    public ItemNotes(Ledger ledger) {
        this.database = ledger.database();
    }

    /** The notes of its items; the same statement has the same notes for ever. */
    public List<ItemNote> of(StatementOfAccount statement) {
        CustomerId customer = statement.key().customer();
        if (!customers.computeIfAbsent(customer.company(), this::noted).contains(customer)) {
            return List.of();
        }
        Map<Long, Money> open = new HashMap<>();
        statement.items().stream().filter(item -> !item.type().isCredit()).forEach(item ->
                open.put(item.itemId(), item.open()));
        return database.jdbi().withHandle(handle -> StandingReader.read(handle, customer, statement.cutOff(),
                        statement.asKnownAt())).exclusions(open).values().stream().flatMap(List::stream)
                .filter(part -> part.mark() != ItemMark.PAUSED)
                .map(part -> note(part, open.get(part.itemId()))).toList();
    }

    private Set<CustomerId> noted(String company) {
        return database.jdbi().withHandle(handle -> new HashSet<>(StandingCustomers.of(handle, company)));
    }

    private static ItemNote note(Exclusion part, Money open) {
        return new ItemNote(part.itemId(), part.mark(), part.until(), Optional.of(part.amount())
                .filter(amount -> !amount.equals(open)));
    }
}
