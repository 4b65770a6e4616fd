package org.saldo.intake;

import java.util.Currency;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Payable;
import org.saldo.money.Money;

/**
 * Rows of what the company owes those who are its customers too. The files of the latest day count, all of them; a customer
 * without a row there is owed nothing.
 * <pre>
 * customer_id           whom it owes
 * as_of                 ISO 8601, such as 2026-10-31: at the end of that day
 * currency              ISO 4217
 * amount                zero or more; zero says that there is nothing
 * company               optional: the seller; without it the standard company is meant
 * </pre>
 */
public final class PayableReader implements RecordReader<Payable> {

    private final CompanyOfRow companyOfRow;

    public PayableReader(Companies companies) {
        this.companyOfRow = new CompanyOfRow(companies);
    }

    @Override
    public Payable read(Cells cells) {
        Currency currency = cells.currency("currency");
        Money amount = cells.money("amount", currency);
        if (amount.isNegative()) {
            throw new BadField("amount", "is below zero", "write what is owed to the party, zero or more");
        }
        return new Payable(new CustomerId(companyOfRow.of(cells).id(), cells.required("customer_id", 60)), cells.day("as_of"),
                amount);
    }
}
