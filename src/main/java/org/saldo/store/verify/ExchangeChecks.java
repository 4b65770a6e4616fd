package org.saldo.store.verify;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.saldo.ledger.OriginalAmount;
import org.saldo.money.Money;
import org.saldo.reconciliation.BankExchange;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Cash;
import org.saldo.store.ReceiptHistory;
import org.saldo.store.StoredRow;

/** Whether what cash of another currency has settled is told in both, and by a rule only as the bank's words allow. */
record ExchangeChecks(Findings findings) {

    void check(ReceiptHistory history) {
        for (StoredRow row : history.allocations()) {
            if (row.has("receipt_amount") || row.has("receipt_currency")) {
                checkTold(row);
                if (row.text("rule").equals(Rule.OTHER_CURRENCY.label()) && !row.has("reverses")) {
                    checkRate(row, history.receipt());
                }
            }
        }
    }

    private void checkTold(StoredRow row) {
        boolean told = row.has("receipt_amount") && row.has("receipt_currency") && row.text("kind").equals("PAYMENT")
                && !row.text("receipt_currency").equals(row.text("currency"))
                && row.amount("receipt_amount").signum() == row.amount("amount").signum();
        findings.check(Promise.I21, told, row, "settles %s %s as %s, and uses up %s %s", row.text("currency"),
                row.amount("amount"), row.text("kind"), row.text("receipt_currency"), row.amount("receipt_amount"));
    }

    /** The share of the receipt must be that of what was sent, to the minor unit. */
    private void checkRate(StoredRow row, StoredRow receipt) {
        Optional<Money> original = said(receipt).map(BankExchange::original)
                .filter(sent -> sent.currency().getCurrencyCode().equals(row.text("currency")));
        if (original.isEmpty()) {
            findings.check(Promise.I21, false, row, "the bank's words of %s do not say how much %s were sent",
                    ReceiptChecks.name(receipt), row.text("currency"));
            return;
        }
        BigDecimal sent = original.get().toDecimal();
        Currency booked = Currency.getInstance(receipt.text("currency"));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(booked.getDefaultFractionDigits());
        BigDecimal apart = Cash.of(row).multiply(sent).subtract(receipt.amount("amount").multiply(row.amount("amount"))).abs();
        findings.check(Promise.I21, apart.compareTo(unit.multiply(sent)) <= 0, row,
                "uses up %s for %s %s, but the bank says that %s gave %s", Balances.plain(Cash.of(row)), row.text("currency"),
                Balances.plain(row.amount("amount")), original.get(), Balances.plain(receipt.amount("amount")));
    }

    private static Optional<BankExchange> said(StoredRow receipt) {
        Optional<OriginalAmount> stated = receipt.has("original_currency")
                ? Optional.of(new OriginalAmount(Money.of(Currency.getInstance(receipt.text("original_currency")),
                        receipt.amount("original_amount")), Optional.ofNullable(receipt.amount("exchange_rate"))))
                : Optional.empty();
        return BankExchange.of(Currency.getInstance(receipt.text("currency")), stated, receipt.text("remittance_text"));
    }
}
