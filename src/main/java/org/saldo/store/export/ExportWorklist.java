package org.saldo.store.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.export.ReceiptPlace;
import org.saldo.delivery.export.RowSink;
import org.saldo.delivery.worklist.WorklistLine;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.CustomerNames;
import org.saldo.store.LedgerRead;

/** The worklist of any day, as known at any instant, in the order in which the receipts came in. */
final class ExportWorklist {

    private static final int PAGE = 500;
    private static final int PROPOSALS = 3;

    private final LedgerRead read;

    ExportWorklist(LedgerRead read) {
        this.read = read;
    }

    void read(RowSink sink) {
        List<ExportReceipts.Line> page = new ArrayList<>();
        new ExportReceipts(read).forEach(receipt -> {
            if (waits(receipt)) {
                page.add(receipt);
            }
            if (page.size() == PAGE) {
                write(page, sink);
            }
        });
        write(page, sink);
    }

    private static boolean waits(ExportReceipts.Line receipt) {
        return !receipt.unapplied().isZero() && receipt.place() != ReceiptPlace.IGNORED
                && receipt.says().map(ExportReceipts.Says::disposition).orElse("").isEmpty();
    }

    private void write(List<ExportReceipts.Line> page, RowSink sink) {
        Map<String, String> names = CustomerNames.of(read.handle(), read.knownAt(),
                page.stream().map(ExportReceipts.Line::customer).filter(number -> !number.isEmpty()).distinct().toList());
        page.forEach(receipt -> LedgerRead.put(sink, values(line(receipt, names))));
        page.clear();
    }

    private static WorklistLine line(ExportReceipts.Line receipt, Map<String, String> names) {
        ExportReceipts.Says says = receipt.says().orElse(new ExportReceipts.Says(0, "", "", "", "", "", "", "", ""));
        return new WorklistLine(receipt.company(), receipt.id(), says.id(), receipt.paymentId(), receipt.account(),
                receipt.bookingDate(), receipt.amount(), receipt.unapplied(), receipt.payerName(), receipt.payerIban(),
                receipt.text(), says.customer(), CustomerNames.in(names, receipt.company(), says.customer()),
                says.payerProof(), says.outcome(), says.reason(), says.evidence(), says.alternatives());
    }

    private Object[] values(WorklistLine line) {
        List<Alternative> proposals = line.proposals();
        return new Object[] {line.company(), line.paymentId(), line.account(), line.bookingDate(), line.days(read.day()),
            line.payerName(), line.payerIban(), line.amount().currency().getCurrencyCode(), line.amount().toDecimal(),
            line.unapplied().toDecimal(), line.text(), line.customer(), line.customerName(),
            EvidenceWord.ENGLISH.told(line.payerProof()),
            line.outcome(), line.reason(), line.why(), line.settledBy(), proposal(proposals, 0), proposal(proposals, 1),
            proposal(proposals, 2), Math.max(0, proposals.size() - PROPOSALS),
            EvidenceWord.ENGLISH.told(line.evidence())};
    }

    private static String proposal(List<Alternative> proposals, int index) {
        return index < proposals.size() ? proposals.get(index).toString() : null;
    }
}
