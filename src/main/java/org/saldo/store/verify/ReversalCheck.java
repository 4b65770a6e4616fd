package org.saldo.store.verify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.saldo.store.Cash;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;

/** Whether each reversal among {@code rows} takes back another of them exactly: same keys, opposite amount, once. */
record ReversalCheck(Findings findings, List<StoredRow> rows) {

    private static final List<String> SAME = List.of("company", "kind", "receipt_id", "item_id", "counter_item_id",
            "counter_receipt_id", "customer_id", "payer_customer_id", "currency", "receipt_currency");

    void check() {
        if (rows.stream().noneMatch(row -> row.has("reverses"))) {
            return;
        }
        Map<Long, StoredRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        Set<Long> reversed = new HashSet<>();
        for (StoredRow row : rows) {
            if (row.has("reverses")) {
                check(row, byId.get(row.number("reverses")), reversed);
            }
        }
    }

    private void check(StoredRow reversal, StoredRow original, Set<Long> reversed) {
        findings.checked(Promise.I12);
        if (original == null) {
            breach(reversal, "reverses row %d, which is not there or belongs to something else", reversal.number("reverses"));
        } else if (original.has("reverses")) {
            breach(reversal, "reverses %s, which is a reversal itself", original);
        } else if (!reversed.add(original.id())) {
            breach(reversal, "reverses %s, which is reversed already", original);
        } else if (!Balances.same(amount(reversal).negate(), amount(original))) {
            breach(reversal, "takes back %s of the %s of %s", Balances.plain(amount(reversal).negate()),
                    Balances.plain(amount(original)), original);
        } else if (!sameKeys(reversal, original)) {
            breach(reversal, "differs from %s, which it reverses, in more than the amount", original);
        } else if (reversal.table() == Table.ALLOCATION && !Balances.same(Cash.of(reversal).negate(), Cash.of(original))) {
            breach(reversal, "gives back %s of the %s of cash that %s has used", Balances.plain(Cash.of(reversal).negate()),
                    Balances.plain(Cash.of(original)), original);
        }
    }

    private static BigDecimal amount(StoredRow row) {
        return row.amount(row.table() == Table.CANCELLATION ? "balance_effect" : "amount");
    }

    private static boolean sameKeys(StoredRow one, StoredRow other) {
        return SAME.stream().filter(column -> one.table().columns().contains(column))
                .allMatch(column -> Objects.equals(key(one, column), key(other, column)));
    }

    private static Object key(StoredRow row, String column) {
        return row.values()[row.table().position(column)];
    }

    private void breach(StoredRow row, String what, Object... details) {
        findings.breach(Promise.I12, row.toString(), what.formatted(details),
                "have a person with authority reverse what is wrong, naming this row");
    }
}
