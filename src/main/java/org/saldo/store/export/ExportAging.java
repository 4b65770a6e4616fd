package org.saldo.store.export;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.store.LedgerRead;

/**
 * Open items of each customer and currency by days overdue. Credits stand in the column for what is unapplied: open credit
 * notes and the unapplied cash that is the customer's, as on its statement. Cash of nobody is no customer's and stands in
 * no row.
 */
final class ExportAging {

    private final AgingBuckets buckets;
    private final int unapplied;
    private final Map<String, Money[]> accounts = new TreeMap<>();

    ExportAging(AgingBuckets buckets) {
        this.buckets = buckets;
        this.unapplied = buckets.count();
    }

    void read(LedgerRead read, RowSink sink) {
        new ExportItems(read).forEach(item -> {
            boolean credit = item.open().isNegative();
            add(item.company(), item.customer(), item.open().abs(),
                    credit ? unapplied : buckets.indexOf(item.daysOverdue()));
        });
        new ExportReceipts(read).forEach(receipt -> {
            if (!receipt.customer().isEmpty() && !receipt.unapplied().isZero()) {
                add(receipt.company(), receipt.customer(), receipt.unapplied(), unapplied);
            }
        });
        accounts.forEach((key, sums) -> put(sink, key.split("\0"), sums));
    }

    private void add(String company, String customer, Money amount, int column) {
        String key = company + "\0" + customer + "\0" + amount.currency().getCurrencyCode();
        Money[] sums = accounts.computeIfAbsent(key, any -> {
            Money[] zeros = new Money[unapplied + 1];
            Arrays.fill(zeros, Money.zero(amount.currency()));
            return zeros;
        });
        sums[column] = sums[column].plus(amount);
    }

    private void put(RowSink sink, String[] key, Money[] sums) {
        Object[] row = new Object[3 + sums.length + 1];
        System.arraycopy(key, 0, row, 0, 3);
        Money balance = sums[unapplied].negated();
        for (int i = 0; i < sums.length; i++) {
            row[3 + i] = sums[i].toDecimal();
            balance = i < unapplied ? balance.plus(sums[i]) : balance;
        }
        BigDecimal total = balance.toDecimal();
        row[row.length - 1] = total;
        LedgerRead.put(sink, row);
    }
}
