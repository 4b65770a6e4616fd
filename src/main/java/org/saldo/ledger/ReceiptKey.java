package org.saldo.ledger;

/** What makes a bank line the same again: the company's own account and the line's id there. */
public record ReceiptKey(String company, String account, String paymentId) {

    public ReceiptKey {
        Texts.require(company, "company");
        Texts.require(account, "account");
        Texts.require(paymentId, "payment id");
    }
}
