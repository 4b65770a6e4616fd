package org.saldo.reconciliation;

import java.util.Optional;

/** The rules by which a receipt is applied, in about the order in which they are tried. {@link #NONE}: no rule applied it. */
public enum Rule {
    /** A returned payment reopens what it had paid. */
    RETURN("return"),
    /** What had only fitted is taken back: something names the document, or another answer came that fits as well. */
    SECOND_LOOK("second-look"),
    /** Documents of one customer are quoted and their open amounts add up to the receipt. */
    QUOTED_EXACT("quoted-exact"),
    /** The same of the identified payer, some of them quoted by a part of their number. */
    QUOTED_CORE("quoted-core"),
    /** Invoices are quoted, and the receipt is what is open of them less credit notes. */
    CREDIT_NETTED("credit-netted"),
    /** The receipt is what is open of the documents quoted less the cash discount that was earned. */
    CASH_DISCOUNT("cash-discount"),
    /** The receipt is what is open of the documents quoted less the retention agreed, which stays open. */
    RETENTION("retention"),
    /** The receipt is what is open of the documents quoted less a tax that the payer's law makes him withhold. */
    WITHHOLDING_TAX("withholding-tax"),
    /** The receipt is short of the documents quoted by what banks may keep of money from abroad. */
    BANK_CHARGES("bank-charges"),
    /** The receipt is short of the documents quoted by so little that the rest is given up. */
    TOLERANCE("tolerance"),
    /** The identified payer quotes documents and pays more than is open; the rest stays unapplied. */
    OVERPAYMENT("overpayment"),
    /** The identified payer quotes one document and pays less than is open. */
    PART_PAYMENT("part-payment"),
    /** Documents in another currency than the receipt's are quoted, and the bank says how much of that currency was sent. */
    OTHER_CURRENCY("other-currency"),
    /** A remittance advice of the payer names documents and amounts that add up to the receipt. */
    ADVICE_EXACT("advice-exact"),
    /** The identified payer quotes a purchase order, and what is open under it is the receipt. */
    PURCHASE_ORDER("purchase-order"),
    /** A number is one slip away from that of the identified payer's only open item of this amount. */
    SLIP_OF_PEN("slip-of-pen"),
    /** The identified payer has one open item of exactly this amount, and nothing else fits. */
    ONLY_ITEM_OF_AMOUNT("only-item-of-amount"),
    /** All that the identified payer owes. */
    WHOLE_BALANCE("whole-balance"),
    /** All that the identified payer owes and that is overdue, and nothing else fits. */
    ALL_OVERDUE("all-overdue"),
    /** The identified payer has one set of open items of exactly this amount, and nothing else fits. */
    ONLY_SET_OF_AMOUNT("only-set-of-amount"),
    /** The identified payer names nothing and nothing fits: the order of the policy, where it allows one. */
    ALLOCATION_ORDER("allocation-order"),
    NONE("none");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** Whether a text or an advice names what the rule settles; what is named goes before what only fits. */
    boolean restsOnAReference() {
        return compareTo(SLIP_OF_PEN) < 0;
    }

    /** Whether a number that is nearly the item's speaks for it: less than its own number, more than its amount alone. */
    boolean restsOnASlip() {
        return this == SLIP_OF_PEN;
    }

    /** Whether what it settles only fits: it gives way to what names the same item, or to another answer that comes later. */
    public boolean givesWay() {
        return this != NONE && !restsOnAReference();
    }

    /** Whether an advice that comes later says better what was meant: it only fits, or explains why the amount is another. */
    public boolean givesWayToAdvice() {
        return givesWay() || explainsADifference() || this == CREDIT_NETTED;
    }

    /** Whether nothing but the amount speaks for what it settles. */
    public boolean onlyFitsTheAmount() {
        return compareTo(ONLY_ITEM_OF_AMOUNT) >= 0 && compareTo(ONLY_SET_OF_AMOUNT) <= 0;
    }

    /** Whether it proves nothing of what was meant; whatever proves something goes before it. */
    boolean isByOrder() {
        return this == ALLOCATION_ORDER;
    }

    /** Whether the rule says why a receipt is more or less than is open; an advice of the payer says so better. */
    boolean explainsADifference() {
        return compareTo(CASH_DISCOUNT) >= 0 && compareTo(PART_PAYMENT) <= 0;
    }

    /** The rule's name in policies, exports and explanations. */
    public String label() {
        return label;
    }

    public static Optional<Rule> of(String label) {
        for (Rule rule : values()) {
            if (rule != NONE && rule.label.equals(label)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
