package org.saldo.ledger;

import java.util.Locale;

/** Why a document is not settled as a whole: a closed list, so that what stays open can be counted and has an owner. */
public enum DifferenceCode implements Word {
    DISC_EARNED("a cash discount that was earned", "give the discount"),
    DISC_UNEARNED("a cash discount that was not earned", "ask for it, or give it all the same"),
    BANK_CHARGE("charges of a bank on the way", "bear it, or ask the payer for it"),
    FX_ROUNDING("a difference of exchange rates", "book it as a difference of rates"),
    WITHHOLDING_TAX("tax that the payer withheld", "its certificate"),
    PRICE("another price than agreed", "sales compares it with the order"),
    QUANTITY("less was delivered than billed", "the proof of delivery"),
    QUALITY_RETURN("goods that were faulty or went back", "a credit note, or the goods' receipt"),
    REBATE_PROMO("a rebate, a bonus or a share in advertising", "the agreement"),
    PENALTY_LATE_DELIVERY("a penalty for late delivery", "the contract and the day of delivery"),
    DUPLICATE_INVOICE("billed twice", "a credit note, or the proof of both deliveries"),
    CN_TAKEN_TWICE("a credit note that was taken twice", "ask for it"),
    FREIGHT("freight or packing", "the terms of delivery"),
    SETOFF("set off against what we owe", "the bill of the other side"),
    RETENTION("a retention that is not due yet", "the release of the retention"),
    ROUNDING("rounding", "write it off"),
    UNKNOWN("for no reason that is known", "ask the payer");

    private final String sentence;
    private final String settledBy;

    DifferenceCode(String sentence, String settledBy) {
        this.sentence = sentence;
        this.settledBy = settledBy;
    }

    @Override
    public String key() {
        return "code-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, in words. */
    @Override
    public String english() {
        return sentence;
    }

    /** What would settle it. */
    public String settledBy() {
        return settledBy;
    }
}
