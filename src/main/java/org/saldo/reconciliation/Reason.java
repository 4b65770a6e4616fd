package org.saldo.reconciliation;

/** Why a receipt was decided as it was: a closed list, with what would settle those that still wait. */
public enum Reason {
    DOCUMENTS_QUOTED("the documents quoted add up to the receipt", ""),
    ORDER_QUOTED("what is open under the purchase order quoted is the receipt", ""),
    ADVICE_FOLLOWED("the payer's remittance advice adds up to the receipt", ""),
    ADVICE_LESS_DEDUCTION("the payer's remittance advice adds up to the receipt; what it deducts stays open", ""),
    ADVICE_NOT_UNDERSTOOD("the payer's remittance advice announces the receipt, but it cannot be followed",
            "the document that the advice names, if it is still to come, or the payer's word"),
    ONLY_ITEM_OF_AMOUNT("the payer has one open item of this amount and nothing else fits", ""),
    CREDIT_NOTE_NETTED("the invoices quoted less credit notes add up to the receipt", ""),
    DISCOUNT_EARNED("the documents quoted less the cash discount earned add up to the receipt", ""),
    RETENTION_KEPT("the documents quoted less the retention agreed add up to the receipt", ""),
    TAX_WITHHELD("the documents quoted less a tax that the payer withholds add up to the receipt", ""),
    CHARGES_KEPT("the receipt is short by what banks may have kept on the way", ""),
    WITHIN_TOLERANCE("the receipt is short by so little that the rest is given up", ""),
    NOT_GIVEN_UP("the receipt is short by little, but no more is given up; the rest stays open", ""),
    SLIP_OF_PEN("the number is one slip away from that of the payer's only open item of this amount", ""),
    WHOLE_BALANCE("the receipt is all that the payer owes", ""),
    ALL_OVERDUE("the receipt is all that the payer owes and that is overdue, and nothing else fits", ""),
    ONLY_SET_OF_AMOUNT("the payer has one set of open items of this amount and nothing else fits", ""),
    EXCHANGED("what is quoted is owed in another currency, and the bank says how much of that was sent", ""),
    PART_PAYMENT("the payer quotes one document and pays a part of it", ""),
    DISCOUNT_UNEARNED("the payer took a cash discount that was not earned any more; that part stays open", ""),
    SETTLED_BY_ORDER("the payer names nothing and nothing fits, so the order of the policy was followed", ""),
    REST_KEPT("the receipt is more than is open on what it quotes by so little that the rest stays on account", ""),
    RETURNED("the payment came back and what it had paid is open again", ""),

    LESS_DEDUCTION("no open item has this amount, but one has it less what the payer may keep back",
            "a person's choice, or the payer's word"),
    SEVERAL_ANSWERS_FIT("more than one answer fits; I do not guess",
            "choose one of the alternatives"),
    TOO_MANY_OPEN_ITEMS("the payer has too many open items to rule out another answer",
            "a document number, or a person's choice"),
    RIVAL_RECEIPTS("another receipt of the payer would settle the same item", "choose which of them settles it"),
    SET_NOT_PROVED("a set of open items fits, but it cannot be proved to be the only one",
            "a remittance advice, or a person's choice"),
    ON_ACCOUNT("the payer names no document, but says that it is on account", "a person keeps it on account or applies it"),
    OTHER_CUSTOMER_QUOTED("the text quotes a document of another customer than the payer",
            "ask the payer which document is meant, or name the payer's relation to the other customer"),
    UNKNOWN_NUMBER_QUOTED("the text quotes a number like ours that is not known",
            "the document, if it is still to come, or the payer's word"),
    TEXT_UNCLEAR("the text can be read as different documents", "a person reads the text"),
    SUM_DIFFERS("the documents quoted do not add up to the receipt", "a person splits the amount"),
    OVERPAYMENT("the receipt is more than is open on what it quotes", "apply what is open and keep or return the rest"),
    SHORT_AGAIN("the receipt is short by little, and so were others of the customer before it",
            "give the rest up or let it stay open, and ask the customer"),
    CREDIT_NOTE_QUOTED("a credit note is quoted", "net it with the invoice that the payer means"),
    PAYER_UNCERTAIN("documents are quoted, but the amount differs and the payer is not known",
            "assign the receipt to its customer"),
    SEVERAL_CUSTOMERS_QUOTED("documents of several customers are quoted",
            "a person says for whom the payment is"),
    PAYER_ASKS("a rule fits, but by the payer's relation a person confirms what it pays for",
            "a person applies it, or the relation says that the hub may"),
    RULE_IS_OFF("a rule fits that the policy has switched off", "a person applies it, or the policy allows the rule"),

    GAVE_WAY("what was settled because it fitted gave way to what names the document, or to another answer that came later",
            "nothing: it is decided again at once"),
    CAME_BACK("the payment came back before anything was settled with it", "nothing: its return uses it up"),
    DUPLICATE_PAYMENT("what is quoted was already paid with this amount", "keep it on account or send it back"),
    QUOTED_IS_SETTLED("nothing is open on what is quoted", "ask the payer what it is for"),
    CURRENCY_DIFFERS("what is quoted is owed in another currency", "a person applies it with the bank's rate"),
    RATE_UNCLEAR("what is quoted is owed in another currency, and the bank's rate does not lead to what it booked",
            "a person applies it with what the bank's advice says"),
    NOTHING_FITS("the payer is known, but no document is quoted and no open item has this amount",
            "a remittance advice, or the payer's word"),
    PAYER_AMBIGUOUS("the payer's account or name belongs to more than one customer", "assign the receipt to its customer"),
    PAYER_UNKNOWN("neither the account nor the name nor a document says who paid",
            "assign the receipt to its customer, or mark it as not ours"),
    RETURN_OF_UNKNOWN("the payment that came back is not known", "take in the bank statement with the original payment"),
    RETURN_DIFFERS("the amount that came back is not that of the original payment",
            "link as much of it with the payment as came back"),
    RETURN_LIKELY("money went out by which one payment may have been taken back",
            "a person says that it took the payment back, or not"),
    DEBIT("money went out that is no return of a known payment",
            "link it with the payment that it took back; else mark it as not ours, or assign it");

    private final String sentence;
    private final String settledBy;

    Reason(String sentence, String settledBy) {
        this.sentence = sentence;
        this.settledBy = settledBy;
    }

    /** The reason in words. */
    public String sentence() {
        return sentence;
    }

    /** What would settle a receipt that waits for this reason; empty for one that was applied. */
    public String settledBy() {
        return settledBy;
    }
}
