package org.saldo.store.intake;

import java.util.List;
import java.util.function.LongSupplier;
import org.saldo.ledger.Companies;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.store.RowBuffer;
import org.saldo.store.Table;

/** Bank lines: kept apart by company, account and payment id. */
final class ReceiptRows implements RecordRows<Receipt> {

    private final Companies companies;

    ReceiptRows(Companies companies) {
        this.companies = companies;
    }

    @Override
    public Table table() {
        return Table.RECEIPT;
    }

    @Override
    public List<String> key() {
        return List.of("company", "account", "payment_id");
    }

    @Override
    public String lookup() {
        return "payment_id";
    }

    @Override
    public List<String> content() {
        return List.of("booking_date", "value_date", "currency", "amount", "payer_name", "payer_iban", "end_to_end_id",
                "remittance_text", "bank_reference", "structured_reference", "instrument", "maturity_date", "return_of",
                "return_reason", "payer_country", "original_amount", "original_currency", "exchange_rate");
    }

    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public Object[] values(Receipt r, String source) {
        return new Object[] {r.key().company(), r.key().account(), r.key().paymentId(), r.bookingDate(), r.valueDate(),
            companies.get(r.key().company()).postingDate(r.bookingDate()), r.amount().currency().getCurrencyCode(),
            r.amount().toDecimal(), r.payerName(), r.payerIban(), r.endToEndId(), r.remittanceText(), r.bankReference(),
            r.structuredReference(), r.instrument().name(), r.maturityDate().orElse(null), r.returnOf(), r.returnReason(),
            r.payerCountry(), r.original().map(original -> original.amount().toDecimal()).orElse(null),
            r.original().map(original -> original.amount().currency().getCurrencyCode()).orElse(null),
            r.original().flatMap(OriginalAmount::rate).orElse(null), r.opening(), source, null};
    }

    @Override
    public void addBeside(RowBuffer rows, long id, Receipt receipt, LongSupplier ids) {
        rows.add(Table.OPEN_RECEIPT, id, receipt.key().company(), null, receipt.amount().currency().getCurrencyCode(),
                receipt.amount().toDecimal(), null);
    }

    @Override
    public String label(Receipt receipt) {
        return "payment " + receipt.key().paymentId();
    }

    @Override
    public String company(Receipt receipt) {
        return receipt.key().company();
    }
}
