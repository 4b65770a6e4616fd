package org.saldo.store.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.export.RowSink;
import org.saldo.store.LedgerRead;

/** The figures of cash application by month, with the share that each kind has of its month and currency. */
final class ExportKpis {

    private ExportKpis() {
    }

    static void read(LedgerRead read, RowSink sink) {
        Map<DecisionFigures.Kind, DecisionFigures.Sum> figures = DecisionFigures.of(read, LocalDate.MIN);
        Map<List<Object>, BigDecimal[]> wholes = new HashMap<>();
        figures.forEach((kind, sum) -> wholes.merge(whole(kind),
                new BigDecimal[] {BigDecimal.valueOf(sum.receipts()), sum.amount().toDecimal()},
                (one, other) -> new BigDecimal[] {one[0].add(other[0]), one[1].add(other[1])}));
        figures.forEach((kind, sum) -> {
            BigDecimal[] all = wholes.get(whole(kind));
            LedgerRead.put(sink, kind.company(), kind.month().toString(), kind.currency(), kind.outcome(), kind.rule(),
                    sum.receipts(), DecisionFigures.share(BigDecimal.valueOf(sum.receipts()), all[0]),
                    sum.amount().toDecimal(), DecisionFigures.share(sum.amount().toDecimal(), all[1]), sum.byPeople(),
                    sum.takenBack());
        });
    }

    private static List<Object> whole(DecisionFigures.Kind kind) {
        return List.of(kind.company(), kind.month(), kind.currency());
    }
}
