package org.saldo.intake;

import java.util.Optional;
import org.saldo.ledger.Companies;
import org.saldo.ledger.ControlBalance;
import org.saldo.ledger.CustomerId;

/**
 * Rows of control balances: what the ERP's receivables account says. A later row for the same day and account replaces
 * an earlier one.
 * <pre>
 * company               the seller
 * as_of                 ISO 8601, such as 2026-10-31: the balance at the end of that day
 * currency              ISO 4217
 * balance               signed: positive is owed to the company
 * customer_id           optional: when the balance is one customer's
 * account               optional: number of the account in the general ledger
 * </pre>
 */
public final class ControlReader implements RecordReader<ControlBalance> {

    private final CompanyOfRow companyOfRow;

    public ControlReader(Companies companies) {
        this.companyOfRow = new CompanyOfRow(companies);
    }

    @Override
    public ControlBalance read(Cells cells) {
        String company = companyOfRow.named(cells).id();
        String customer = cells.optional("customer_id", 60);
        return new ControlBalance(company, cells.day("as_of"), cells.money("balance", cells.currency("currency")),
                customer.isEmpty() ? Optional.empty() : Optional.of(new CustomerId(company, customer)),
                cells.optional("account", 60));
    }
}
