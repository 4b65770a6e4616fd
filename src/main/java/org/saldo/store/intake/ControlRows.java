package org.saldo.store.intake;

import java.util.List;
import org.saldo.ledger.ControlBalance;
import org.saldo.ledger.CustomerId;
import org.saldo.store.Table;

/** Control balances: the latest row for a day, currency, customer and account is what the ERP says. */
final class ControlRows implements RecordRows<ControlBalance> {

    @Override
    public Table table() {
        return Table.CONTROL_BALANCE;
    }

    @Override
    public List<String> key() {
        return List.of("company", "as_of", "currency", "customer_id", "account");
    }

    @Override
    public String lookup() {
        return "as_of";
    }

    @Override
    public List<String> content() {
        return List.of("balance");
    }

    @Override
    public boolean isReplaceable() {
        return true;
    }

    @Override
    public Object[] values(ControlBalance c, String source) {
        return new Object[] {c.company(), c.asOf(), c.balance().currency().getCurrencyCode(), c.balance().toDecimal(),
            c.customer().map(CustomerId::number).orElse(""), c.account(), source, null};
    }

    @Override
    public String label(ControlBalance control) {
        return "control balance of " + control.asOf();
    }

    @Override
    public String company(ControlBalance control) {
        return control.company();
    }
}
