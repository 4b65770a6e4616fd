package org.saldo.reconciliation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Word;
import org.saldo.ledger.WordTexts;
import org.saldo.ledger.Words;

/**
 * What decisions and allocations say for themselves. A row keeps which of these it says and of what ({@link Words#stored}),
 * so that it is told in the language of whoever reads it. A text fills in {@code {0}}, {@code {1}}, ...; one that begins with a
 * comma goes on with the sentence before it.
 */
public enum EvidenceWord implements Word {
    BETWEEN(";"),

    ITEM_OPEN("{0} ({1} open)"),
    ITEM_SETTLED("{0} (settled)"),
    CREDIT_OPEN("credit note {0} ({1} open)"),
    CREDIT_SETTLED("credit note {0} (settled)"),
    OF_CUSTOMER("{0} of {1}"),
    OF_ANOTHER_CUSTOMER("{0} of {1} (another customer)"),

    QUOTES("text quotes {0}"),
    QUOTES_PARTS("text quotes, by a part of the number, {0}"),
    AND_PARTS(", and, by a part of the number, {0}"),
    ORDER_WHOLE("text quotes purchase order {0}, under which is open: {1}"),
    ORDER_ONE("text quotes purchase order {0}, under which one has this amount: {1}"),
    TOGETHER("together {0}"),
    REJECTED("rejected: {0}"),
    SUM_FITS("open amounts add up to the receipt"),
    MAY_BE_ELSE(", by a number that may be something else"),
    READ_AS("text can be read as {0}"),
    ONLY_ADDS_UP("only {0} adds up to the receipt"),
    NOT_OWED_IN("what is quoted is not owed in {0}"),
    OPEN_IS("open is {0}"),
    NUMBER_TOO_WEAK("the number alone is too weak a proof for a part payment"),
    BUT_EXACTLY("but {0} has exactly this amount"),
    EXACTLY("has exactly this amount"),
    PAYS_PART("pays a part, no other open item has this amount"),
    STAYS_OPEN("{0} of {1} stays open as {2}, {3}"),
    TOO_MUCH("{0} too much"),
    NOTHING_EXPLAINS(", and nothing else of the payer explains it"),
    DISCOUNT_EARNED("{0} less is the cash discount earned by {1}"),
    CASH_DISCOUNT("cash discount"),
    SHORT_AND("short by {0}, and {1}"),
    CAME_FROM("it came from {0}"),
    TEXT_SAYS("the text says '{0}'"),
    SHORT_WITHIN("short by {0}, which is within tolerance"),
    SHORT_BUT("short by {0}, but {1}"),
    STOPPED("a person has stopped what is quoted, or its customer, or it is disputed"),
    GIVEN_UP_FOR_CUSTOMER("{0} was given up for the customer in the month, and {1} is the most"),
    GIVEN_UP_BY_COMPANY("{0} was given up in the month, and {1} is the most"),
    SHORT_BEFORE("but so were {0} of the last {1} invoices"),
    REST_STAYS("the rest stays open"),
    REST_GIVEN_UP("the rest is given up"),
    LESS_RETENTION("less the retention agreed"),
    LESS_TAX_OF_NET("less {0} % of the net amount withheld ({1})"),
    LESS_TAX_OF_GROSS("less {0} % of the gross amount withheld ({1})"),
    SEVERAL_REASONS("{0} less has {1} reasons"),
    NOT_ALL_MEANT("some of what is quoted may not be meant"),
    LESS_CREDITS("the invoices less the credit notes add up to the receipt"),
    ONLY_CREDIT("the payer's only open credit note of the difference is {0}"),
    CREDITS_AMONG_OTHERS("{0} less is what {1} credits, but not only that"),

    PAID_ON("{0} was paid on {1} with payment {2} of {3}"),
    CREDITED("{0} was credited with {1}"),
    SET_OFF("{0} was set off"),
    WRITTEN_OFF("{0} was written off"),
    CANCELLED("{0} was cancelled on {1}"),

    BANK_SAYS_NOTHING("the bank does not say how much {0} were sent"),
    BANK_SAYS("the bank says that {0} were sent ({1}), and no rate"),
    BANK_SAYS_RATE("the bank says that {0} were sent ({1}), at a rate of {2}"),
    LEADS_ELSEWHERE(", which does not lead to {0}"),
    SENT_IS_OPEN(", which is what is open"),
    SENT_IS_MORE(", {0} more than is open: that much of the payment stays unapplied"),
    SENT_IS_LESS_SETTLED(", {0} less than is open, which is settled as exchange difference"),
    SENT_IS_LESS(", {0} less than is open, which stays open"),
    SO_RATE("so {0} 1 is {1} {2}"),
    AS_IF_FULL("as if it were paid in full: {0} 1 is {1} {2}"),

    ADVICE("advice {0}: {1}"),
    OF_ADVICE("advice {0}"),
    ADVICE_LINE("{0} {1}"),
    ADVICE_LINE_LESS("{0} {1} less {2}"),
    ADVICE_LINE_LESS_FOR("{0} {1} less {2} '{3}'"),
    SEVERAL_ADVICES("several remittance advices fit"),
    BUT("but {0}"),
    NUMBER_UNKNOWN("{0} is not known"),
    NO_ROOM("{0} cannot take {1}"),
    NUMBER_OF_SEVERAL("{0} is the number of several"),

    NOTHING_QUOTED("no known document is quoted"),
    ON_ACCOUNT("no document is quoted, but '{0}'"),
    MORE_ITEMS_THAN(", and there are more than {0} open items"),
    NONE_OF_AMOUNT("none of {0} open items has this amount"),
    ANSWERS_FIT("{0} answers fit the amount"),
    AMOUNT_LESS("the amount is what another would be less {0}"),
    AMOUNT_AND_LESS("the amount is what is open of an item, and what another would be less {0}"),
    WHOLE_BALANCE("all {0} open items of the payer together"),
    OTHERS_TAKE_LESS("any other set of them takes less"),
    ONLY_ITEM("{0} is the only open item of this amount, and no other set of up to three has this sum"),
    ONLY_SET("{0} is the only set of the payer's {1} open items with this sum"),
    MAY_BE_CHANCE("but it may have this sum by chance"),
    NOT_ALL_SEARCHED(", as far as was looked; not all were looked at"),
    BUT_QUOTES("but the text quotes {0}"),
    BUT_ANOTHER_ITEM("but another open item has this amount"),
    BY_ORDER("no document is quoted, and nothing has this amount; settled by the order of the policy, {0}, which is no proof"),
    ALL_OVERDUE("all {0} items of the payer that were overdue; of his {1} open items no other set that was looked at has this"
            + " sum"),
    SLIP("text has {0}, one slip away from {1}, the payer's only open item of this amount"),
    MAY_STILL_COME("but it may be a document that is still to come"),

    DEBIT("debit of {0}"),
    RETURN_ELSEWHERE("return of {0}, which is not on account {1}"),
    RETURN_OF("return of {0}"),
    RETURN_FOR("return of {0} ({1})"),
    HAD_PAID("it had paid {0}"),
    HAD_PAID_NOTHING("it had paid nothing"),
    CAN_COME_BACK("{0} of it can come back"),
    LIKELY("{0}: {1}"),
    SAME_END_TO_END("the same end-to-end id"),
    SAME_BANK_REFERENCE("the same bank reference"),
    ID_NAMED("its id is named"),
    SAME_ACCOUNT_AND_AMOUNT("the same account and amount"),
    MORE_IS_CHARGE("{0} more, a bank's charge"),
    GIVES_WAY_NOW("now: {0}"),
    GIVES_WAY_TO("payment {0}: {1}"),
    RIVAL("but {0} would settle the same"),
    SECOND_TO("but payment {0} of the same amount has settled {1} by that alone"),
    RULE_OFF("rule {0} is off"),

    OUR_ACCOUNT("account {0} of ours is given to {1} alone"),
    ACCOUNT_OF("account {0} is that of {1}"),
    ACCOUNT_OF_SEVERAL("account {0} is on file for {1}"),
    ACCOUNT_PAYS_FOR("account {0} pays for {1} as {2}"),
    ACCOUNT_PAID_FOR("account {0} paid for {1} in {2}"),
    NAME_OF("name '{0}' is that of {1} alone"),
    NAME_OF_SEVERAL("name '{0}' is that of {1}"),
    NAME_PAYS_FOR("name '{0}' pays for {1} as {2}"),
    NAME_PAYS_FOR_ANYBODY("name '{0}' pays for anybody as {1}"),
    NAME_PAID_FOR("name '{0}' paid for {1} in {2}"),
    NAME_PART_OF("name '{0}' may be a part of that of {1}"),
    TEXT_NAMES("text has the tax id or the number of {0}"),
    BUT_TEXT_NAMES("but the text has the tax id or the number of {0}"),
    BUT_NAME_OF("but the name is that of {0}"),
    NOT_ON_FILE("neither account nor name is on file"),
    PERSON_CONFIRMS("by its relation a person confirms what it pays for"),
    RETURN_TELLS("the payment that came back says whose it is"),

    BY_HAND("applied by hand"),
    EXCHANGED_BY_HAND("applied by hand: {0} for {1}"),
    SETTLED_BY_HAND("settled by hand with {0}"),
    LINKED_BY_HAND("linked by hand with {0}"),
    GIVEN_UP_BY_HAND("written off by hand"),
    TAKES_BACK("takes back {0}"),
    SETTLES_AGAIN("settles again what {0} had settled, since {1} is taken back"),
    NAMED_BY("named by {0}"),
    APPROVED_BY(", approved by {0} ({1})");

    /** In English: these words, and what each code of a difference means. */
    public static final WordTexts ENGLISH = WordTexts.english(Stream.concat(Arrays.stream(values()),
            Arrays.stream(DifferenceCode.values())));

    private final String english;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    EvidenceWord(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String english() {
        return english;
    }
}
