package org.saldo.intake;

import java.util.Currency;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.RemittanceLine;

/**
 * Rows of remittance advices: what a customer says that a payment settles. The n-th line of an advice on the same
 * document is a line of its own.
 * <pre>
 * advice_id             up to 80 characters
 * customer_id           up to 60 characters
 * payment_date          ISO 8601, such as 2026-10-31
 * currency              ISO 4217
 * document_number       as the customer wrote it, up to 60 characters
 * amount                not zero: what is paid on the document; negative when a credit note is netted
 * company               optional: the seller; without it the standard company is meant
 * deduction_amount      optional: above zero, what was kept back
 * deduction_reason      optional
 * payment_reference     optional: how the payment can be found
 * </pre>
 */
public final class RemittanceReader implements RecordReader<RemittanceLine> {

    private final CompanyOfRow companyOfRow;

    public RemittanceReader(Companies companies) {
        this.companyOfRow = new CompanyOfRow(companies);
    }

    @Override
    public RemittanceLine read(Cells cells) {
        String company = companyOfRow.of(cells).id();
        Currency currency = cells.currency("currency");
        var amount = cells.money("amount", currency);
        if (amount.isZero()) {
            throw new BadField("amount", "is zero", "take the row out, or write what is paid on the document");
        }
        return new RemittanceLine(company, cells.required("advice_id", 80),
                new CustomerId(company, cells.required("customer_id", 60)), cells.day("payment_date"),
                cells.required("document_number", 60), amount, cells.optionalPositive("deduction_amount", currency),
                cells.optional("deduction_reason", 60), cells.optional("payment_reference", 80));
    }
}
