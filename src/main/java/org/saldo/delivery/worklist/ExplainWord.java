package org.saldo.delivery.worklist;

import java.util.Locale;

/**
 * The texts that tell the life of a payment, a document, an allocation or an instruction, in English; {@code {0}}, {@code {1}},
 * ... are filled in. A text's key in the file of another language is {@code explain-} and its name in lower case with hyphens.
 */
public enum ExplainWord {
    NOW("Now:"),
    PAYMENT("Payment {0} (company {1}, account {2})"),
    BOOKED("{0}, booked {1}"),
    BOOKED_FROM("{0}, booked {1}, from {2}"),
    TEXT("text: {0}"),
    STATED("the bank states: originally {0}"),
    STATED_RATE("the bank states: originally {0}, at a rate of {1}"),
    RETURN_OF("return of: {0}"),
    CAME_IN("came in from {0}"),
    STANDS("{0} applied, {1} unapplied, {2}"),
    NOT_OURS("not ours"),
    OF_CUSTOMER("of customer {0}"),
    UNIDENTIFIED("unidentified"),
    WHAT_SETTLES("what would settle it: {0}"),

    DECIDED("decided {0}, {1}; counts from {2}"),
    APPLIED("APPLIED"),
    PROPOSED("PROPOSED"),
    DEFERRED("DEFERRED"),
    FOR_CUSTOMER("for customer {0}"),
    FOR_NOBODY("of nobody that is known"),
    STAYS_ON_ACCOUNT("{0}, stays on account"),
    NO_LONGER_OF("{0}, no longer of {1}"),
    WHY("why: {0}"),
    BY("by: {0}"),
    BY_RULE("by: {0}, rule {1}"),
    BY_VERSION("by: {0}, rule {1}, policy version {2}"),
    BY_NO_RULE("by: {0}, none of which applies it, policy version {1}"),
    WHO_PAID("who paid: {0}"),
    EVIDENCE("evidence: {0}"),
    PROPOSAL("proposal {0}: {1}"),
    REJECTED("rejected {0}: {1}"),
    AS_INSTRUCTION("as instruction: {0}"),
    BECAUSE("because: {0}"),
    REASON("reason: {0}"),
    PAID_FOR("paid by customer {0} for {1}"),

    ALLOCATION("Allocation {0} (company {1}, customer {2})"),
    IN_FORCE("{0} is in force"),
    WAS_TAKEN_BACK("{0} was taken back by {1}"),
    COUNTS_FROM("{0} {1}; counts from {2}"),
    TAKES_BACK("takes back {0} ({1})"),
    SETTLES("{0} of payment {1} settle {2}"),
    SETTLES_IN_OTHER("{0} of payment {1} settle {2} of {3}"),
    WENT_BACK("{0} of payment {1} went back with {2}"),
    NETTED("{0} of {1} netted with credit note {2}"),
    SETTLED_AS("{0} of {1} settled as {2}"),
    KIND_CASH_DISCOUNT("cash discount"),
    KIND_WRITE_OFF("write off"),
    KIND_BANK_CHARGE("bank charge"),
    KIND_FX_DIFFERENCE("fx difference"),
    KIND_WITHHOLDING_TAX("withholding tax"),
    KIND_SETOFF("setoff"),

    DOCUMENT("{0} {1} (company {2}, customer {3})"),
    TYPE_INVOICE("Invoice"),
    TYPE_CREDIT_NOTE("Credit note"),
    TYPE_DEBIT_NOTE("Debit note"),
    TYPE_PREPAYMENT_REQUEST("Prepayment request"),
    TYPE_INTEREST("Interest"),
    TYPE_FEE("Fee"),
    ISSUED("{0}, issued {1}, due {2}"),
    OPEN_AT_GO_LIVE("at go-live {0} were open"),
    CAME_IN_AS_VERSION("came in from {0} as version {1}"),
    CHANGED("{0} changed from '{1}' to '{2}' from {3} on"),
    VOID("declared void; counts from {0}"),
    NO_LONGER_VOID("no longer void; counts from {0}"),
    OPEN("{0} open"),
    OPEN_VOID("{0} open, void"),
    WAITS_FOR_CUSTOMER("waits for its customer {0}, which is not known yet"),

    INSTRUCTION("Instruction {0} (company {1})"),
    PROPOSED_TO_ANOTHER("proposed; it takes a second person"),
    GIVEN("given"),
    GIVEN_AS("given as: {0}"),
    CAME_OF_IT("came of it: {0}"),
    INSTRUCTION_DONE("done"),
    INSTRUCTION_APPROVED("approved"),
    INSTRUCTION_REFUSED("refused"),
    INSTRUCTION_WAITS("waits for a second person");

    private final String english;

    ExplainWord(String english) {
        this.english = english;
    }

    public String key() {
        return "explain-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String english() {
        return english;
    }
}
