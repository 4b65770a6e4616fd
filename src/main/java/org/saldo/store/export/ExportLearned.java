package org.saldo.store.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.saldo.delivery.export.RowSink;
import org.saldo.reconciliation.Confirmation;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;
import org.saldo.store.people.LearnedPayerRows;

/** The list of what was learned of payers: for whom each account, name or customer has paid, and by which payments. */
final class ExportLearned {

    private static final String SQL = LearnedPayerRows.SELECT + """
            WHERE l.row_id > :after AND l.row_id <= :last AND b.business_day <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR l.company = :company) ORDER BY l.row_id""";

    private ExportLearned() {
    }

    static void read(LedgerRead read, RowSink sink) {
        LearnedPayerRows rows = new LearnedPayerRows();
        read.ranges(Table.LEARNED_PAYER, range -> LedgerRead.forEach(read.query(SQL, range),
                row -> rows.take(LearnedPayerRows.read(row))));
        Map<List<Object>, List<LearnedPayerRows.Active>> groups = new LinkedHashMap<>();
        Map<List<Object>, TreeSet<String>> customers = new LinkedHashMap<>();
        for (LearnedPayerRows.Active row : rows.active()) {
            Confirmation confirmed = row.confirmation();
            List<Object> payer = List.of(row.company(), confirmed.kind(), confirmed.key());
            groups.computeIfAbsent(List.of(payer, confirmed.customer()), any -> new ArrayList<>()).add(row);
            customers.computeIfAbsent(payer, any -> new TreeSet<>()).add(confirmed.customer());
        }
        groups.values().forEach(group -> put(sink, group, customers));
    }

    private static void put(RowSink sink, List<LearnedPayerRows.Active> group, Map<List<Object>, TreeSet<String>> customers) {
        LearnedPayerRows.Active last = group.get(group.size() - 1);
        Confirmation confirmed = last.confirmation();
        TreeSet<String> others = new TreeSet<>(customers.get(List.of(last.company(), confirmed.kind(), confirmed.key())));
        others.remove(confirmed.customer());
        LedgerRead.put(sink, last.company(), confirmed.kind().name(), last.payer(), confirmed.customer(), group.size(),
                String.join(" | ", others), String.join(" | ", group.stream().map(row -> row.confirmation().payment()).toList()),
                String.join(" | ", new TreeSet<>(group.stream().map(LearnedPayerRows.Active::decidedBy).toList())),
                last.knownAt());
    }
}
