package org.saldo.ledger;

import java.util.List;
import org.saldo.money.Money;

/**
 * What a document bills, as far as its postings need it. {@code balanceEffect} is negative for a credit note; the lines
 * of the tax breakdown are positive, as on the document.
 */
public record Billed(String customer, DocumentType type, Money balanceEffect, boolean opening, List<TaxLine> taxBreakdown) {

    public Billed {
        taxBreakdown = List.copyOf(taxBreakdown);
    }

    /** The account that stands against the receivable, before tax. */
    PostingAccount contra() {
        if (opening) {
            return PostingAccount.OPENING;
        }
        return switch (type) {
            case PREPAYMENT_REQUEST -> PostingAccount.PREPAYMENT;
            case INTEREST -> PostingAccount.INTEREST;
            case FEE -> PostingAccount.FEE;
            case INVOICE, CREDIT_NOTE, DEBIT_NOTE -> PostingAccount.REVENUE;
        };
    }

    /** A breakdown that adds up to something else, such as that of a whole invoice on one instalment, cannot be posted. */
    boolean taxExplainsAmount() {
        if (opening || taxBreakdown.isEmpty()) {
            return false;
        }
        Money total = Money.zero(balanceEffect.currency());
        for (TaxLine line : taxBreakdown) {
            total = total.plus(line.net()).plus(line.tax());
        }
        return total.equals(balanceEffect.abs());
    }

    /** The rate of a document with one rate, else empty: what is taken off such a document takes off its tax, too. */
    public String onlyTaxCode() {
        return taxBreakdown.size() == 1 ? taxBreakdown.get(0).rate().stripTrailingZeros().toPlainString() : "";
    }
}
