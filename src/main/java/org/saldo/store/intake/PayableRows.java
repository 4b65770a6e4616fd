package org.saldo.store.intake;

import java.util.List;
import org.saldo.ledger.Payable;
import org.saldo.store.Table;

/** Payables: the latest row of a customer, day and currency is what was owed. */
final class PayableRows implements RecordRows<Payable> {

    @Override
    public Table table() {
        return Table.PAYABLE;
    }

    @Override
    public List<String> key() {
        return List.of("company", "customer_id", "as_of", "currency");
    }

    @Override
    public String lookup() {
        return "customer_id";
    }

    @Override
    public List<String> content() {
        return List.of("amount");
    }

    @Override
    public boolean isReplaceable() {
        return true;
    }

    @Override
    public Object[] values(Payable p, String source) {
        return new Object[] {p.customer().company(), p.customer().number(), p.asOf(), p.amount().currency().getCurrencyCode(),
            p.amount().toDecimal(), source, null};
    }

    @Override
    public String label(Payable payable) {
        return "payables to " + payable.customer().number() + " of " + payable.asOf();
    }

    @Override
    public String company(Payable payable) {
        return payable.customer().company();
    }
}
