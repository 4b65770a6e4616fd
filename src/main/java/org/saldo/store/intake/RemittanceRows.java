package org.saldo.store.intake;

import java.util.List;
import org.saldo.intake.Occurrences;
import org.saldo.ledger.RemittanceLine;
import org.saldo.store.Table;

/** Lines of remittance advices: the n-th line of an advice on one document. Made anew for each file. */
final class RemittanceRows implements RecordRows<RemittanceLine> {

    private final Occurrences lines = new Occurrences();

    @Override
    public Table table() {
        return Table.REMITTANCE_LINE;
    }

    @Override
    public List<String> key() {
        return List.of("company", "advice_id", "document_number", "occurrence");
    }

    @Override
    public String lookup() {
        return "advice_id";
    }

    @Override
    public List<String> content() {
        return List.of("customer_id", "payment_date", "currency", "amount", "deduction_amount", "deduction_reason",
                "payment_reference");
    }

    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public Object[] values(RemittanceLine r, String source) {
        int occurrence = lines.count(r.company(), r.adviceId(), r.documentNumber()).occurrence();
        return new Object[] {r.company(), r.adviceId(), r.customer().number(), r.paymentDate(),
            r.amount().currency().getCurrencyCode(), r.documentNumber(), occurrence, r.amount().toDecimal(),
            DocumentRows.decimal(r.deduction()), r.deductionReason(), r.paymentReference(), source, null};
    }

    @Override
    public String label(RemittanceLine line) {
        return "advice " + line.adviceId() + " on " + line.documentNumber();
    }

    @Override
    public String company(RemittanceLine line) {
        return line.company();
    }
}
