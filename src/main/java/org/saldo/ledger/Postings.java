package org.saldo.ledger;

import java.util.List;
import org.saldo.money.Money;

/**
 * What each event of the ledger means in double entry. Postings are derived from the rows and never stored; those of an
 * event sum to zero. They are the same for a company in SHADOW and in SUBLEDGER: only who books them differs.
 */
public final class Postings {

    private Postings() {
    }

    /** Where the money of a receipt is held until it settles something: an account and, on UNAPPLIED, whose it is. */
    public record Holding(PostingAccount account, String customer) {

        public static final Holding UNIDENTIFIED = new Holding(PostingAccount.UNIDENTIFIED, "");
        public static final Holding NOT_OURS = new Holding(PostingAccount.NOT_OURS, "");

        public static Holding unapplied(String customer) {
            return new Holding(PostingAccount.UNAPPLIED, customer);
        }
    }

    /** A document comes onto the account: what is owed, against revenue and tax or what the go-live brought along. */
    public static List<Posting> document(PostingEvent event, Billed billed) {
        PostingEvent.Lines lines = event.lines()
                .debit(PostingAccount.RECEIVABLE, billed.customer(), billed.balanceEffect(), "");
        return billing(lines, billed, 1).done();
    }

    /**
     * A document is taken back ({@code effect} is its balance effect), or that is reversed ({@code effect} has the other
     * sign). Only a document that is taken back whole gives back its tax line by line.
     */
    public static List<Posting> cancellation(PostingEvent event, Billed billed, Money effect) {
        PostingEvent.Lines lines = event.lines()
                .credit(PostingAccount.RECEIVABLE, billed.customer(), effect, "");
        if (effect.equals(billed.balanceEffect())) {
            return billing(lines, billed, -1).done();
        }
        if (effect.equals(billed.balanceEffect().negated())) {
            return billing(lines, billed, 1).done();
        }
        return lines.debit(billed.contra(), "", effect, "").done();
    }

    /** A bank line comes in: positive is money in. Nobody has said yet whose it is. */
    public static List<Posting> receipt(PostingEvent event, Money amount, boolean opening) {
        return event.lines()
                .debit(opening ? PostingAccount.OPENING : PostingAccount.CASH, "", amount, "")
                .credit(PostingAccount.UNIDENTIFIED, "", amount, "").done();
    }

    /** A receipt of {@code amount} changes hands; no postings when it stays where it is. */
    public static List<Posting> decision(PostingEvent event, Holding from, Holding to, Money amount) {
        if (from.equals(to)) {
            return List.of();
        }
        return event.lines()
                .debit(from.account(), from.customer(), amount, "")
                .credit(to.account(), to.customer(), amount, "").done();
    }

    /**
     * An allocation, or with a negative amount its reversal. {@code customer} is the item's and {@code payer} the one
     * who paid, most often the same. A refund and a credit note move within one account of one customer. Cash of another
     * currency ({@code cash}, otherwise equal to the amount) goes over the exchange account, so that each currency balances.
     */
    public static List<Posting> allocation(PostingEvent event, AllocationKind kind, Money amount, Money cash,
                                           String customer, String payer, String taxCode) {
        if (!cash.currency().equals(amount.currency())) {
            return event.lines()
                    .debit(PostingAccount.UNAPPLIED, payer, cash, "").credit(PostingAccount.EXCHANGE, "", cash, "")
                    .debit(PostingAccount.EXCHANGE, "", amount, "").credit(PostingAccount.RECEIVABLE, customer, amount, "")
                    .done();
        }
        String contraCustomer = switch (kind) {
            case PAYMENT -> payer;
            case REFUND, CREDIT_NOTE -> customer;
            default -> "";
        };
        PostingAccount settled = kind == AllocationKind.REFUND ? PostingAccount.UNAPPLIED : PostingAccount.RECEIVABLE;
        return event.lines()
                .debit(contraOf(kind), contraCustomer, amount, kind.lowersBalance() ? taxCode : "")
                .credit(settled, customer, amount, "").done();
    }

    private static PostingAccount contraOf(AllocationKind kind) {
        return switch (kind) {
            case PAYMENT, REFUND -> PostingAccount.UNAPPLIED;
            case CREDIT_NOTE -> PostingAccount.RECEIVABLE;
            case CASH_DISCOUNT -> PostingAccount.CASH_DISCOUNT;
            case WRITE_OFF -> PostingAccount.WRITE_OFF;
            case BANK_CHARGE -> PostingAccount.BANK_CHARGE;
            case FX_DIFFERENCE -> PostingAccount.FX_DIFFERENCE;
            case WITHHOLDING_TAX -> PostingAccount.WITHHOLDING_TAX;
            case SETOFF -> PostingAccount.SETOFF;
        };
    }

    private static PostingEvent.Lines billing(PostingEvent.Lines lines, Billed billed, int sign) {
        if (!billed.taxExplainsAmount()) {
            return lines.credit(billed.contra(), "", signed(billed.balanceEffect(), sign), "");
        }
        int direction = billed.balanceEffect().isNegative() ? -sign : sign;
        for (TaxLine line : billed.taxBreakdown()) {
            String code = line.rate().stripTrailingZeros().toPlainString();
            lines.credit(billed.contra(), "", signed(line.net(), direction), code);
            lines.credit(PostingAccount.TAX, "", signed(line.tax(), direction), code);
        }
        return lines;
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }
}
