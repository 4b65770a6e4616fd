package org.saldo.dunning;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Word;
import org.saldo.ledger.WordTexts;

/** Why somebody is not reminded, why a reminder waits or does not go, and what a person has to look after. */
public enum DunningWord implements Word {
    BLOCKED("blocked: {0}"),
    BLOCKED_BY("{0} ({1})"),
    BLOCKED_UNTIL("{0} ({1}, until {2})"),
    KIND_AND("{0}, {1}"),
    STOPPED("stopped: {0} (the customer's master data)"),
    STOPPED_UNTIL("stopped: {0} (the customer's master data, until {1})"),
    WAITING_ANSWER("an answer says: {0}. A person decides: `saldo answers accept {1}` blocks the customer, `refuse` lets "
            + "reminders go on"),
    ITEM_BLOCKED("{0} is blocked: {1}"),
    NATURAL_PERSON("is a natural person, and the ladder {0} is not meant for these"),
    UNKNOWN_LADDER("its dunning_policy '{0}' is no ladder of dunning.yaml, which has {1}; correct it in the customer's "
            + "master data, or add the ladder"),
    INTERCOMPANY("is a company of the same group"),
    QUIET_DAY("{0} is no day for reminders in {1}: {2}"),
    QUIET_PERIOD("a quiet period of the policy"),
    STATEMENT_DAY("a statement of account goes to it on {0}"),
    NOTHING_ROSE("nothing has risen above level {0} since the last reminder"),
    TOO_SOON("reminded {0} days ago; level {1} follows after {2}"),
    TOO_OFTEN("written to {0} times in a week, the most is {1}"),
    HABIT("{0}: not reminded before {1}"),
    PAYS_IN_TIME("usually pays on the due day"),
    PAYS_LATE("usually pays {0} day(s) late"),
    PAYS_EARLY("usually pays {0} day(s) early"),
    ON_WEEKDAY(", on a {0}"),
    ON_DAY(", on day {0} of the month"),
    MEDIAN_OF(", median of {0}"),
    MONDAY("Monday"),
    TUESDAY("Tuesday"),
    WEDNESDAY("Wednesday"),
    THURSDAY("Thursday"),
    FRIDAY("Friday"),
    SATURDAY("Saturday"),
    SUNDAY("Sunday"),
    NO_ADDRESS("no mail address is known; add one to the master data"),
    ADDRESS_WRONG("its mail address is no address: {0}"),
    ADDRESS_DEAD("mail to {0} does not arrive; correct the master data, or say that it does: `saldo reminders usable`"),
    MAIL_OFF("mail.customers is off"),
    HELD_OUT("drawn by lot; reminded from {0} on"),
    CAP_REACHED("the run has written {0} mails, its cap; the rest follows with the next run"),
    LETTER_TODAY("a reminder was decided on {0} already (a letter)"),
    MAIL_TODAY("a reminder was decided on {0} already (mail {1})"),
    UNWRITABLE("the mail cannot be written: {0}"),
    COVERED("{0} overdue is covered: {1}"),
    BELOW_MINIMUM("{0} is left uncovered, the minimum is {1}"),
    COVER_CREDIT_NOTE("credit note {0} {1}"),
    COVER_UNAPPLIED("{0} {1} without an invoice"),
    COVER_PAYABLE("we owe {1} as of {2}"),
    COVER_BILL("under a bill until {2}: {0} {1}"),
    COVER_WAITING("{0} {1} waits for a decision"),
    ALL("{0}"),
    SUM("{0}"),
    AND_MORE("{0} and {1} more"),
    COLLECTED("it is collected by direct debit (the customer's master data), until {0} business days after {1}"),
    PAYABLES("we owe the same party {0} (payables of {1}, until they are {2} business days old)"),
    WRITE_OFF_WAITS("its write-off ({0}, proposed by {1}) waits for a second person, until {2}"),
    KEPT_BACK("{0}: {1} is kept back: {2}"),
    DISPUTED("{0}: {1} is disputed ({2}, {3}, {4} answers by {5})"),
    PROMISED("{0}: {1} is promised ({2}, by {3})"),
    IN_PLAN("{0}: {1} is in a plan ({2}, next instalment {3})"),
    IN_PLAN_DUE("{0}: {1} is in a plan ({2}, next instalment is due)"),
    PAUSED("{0}: {1} is paused ({2}, the customer {3}, until {4})"),

    NO_BANK_DATA("no bank data was ever taken in"),
    NO_BANK_DATA_OF("no bank data of account {0} was ever taken in"),
    OLD_EMPTY_FILE("the last payments file, an empty one, is {0} business days old ({1}), {2} are allowed"),
    OLD_BANK_DATA("the bank data of account {3} is {0} business days old ({1}), {2} are allowed"),
    ONLY_EMPTY_FILES("only empty payments files came since, and they are believed for {0}: ask the bank, or whoever makes "
            + "the files"),
    NO_INVOICES("no invoice data of company {0} was ever taken in"),
    OLD_INVOICES("the invoice data is {0} business days old ({1}), {2} are allowed; take in the ERP's invoices, also a file "
            + "without rows"),
    NOT_LIVE("company {0} is not live yet: {1}; feed in the control balance (inbox/controls), or `saldo release {0} --reason "
            + "...`"),
    OPENING_APART("opening items {0}, ERP {1}, apart by {2}"),
    OPENING_ALONE("opening items {0}, ERP gave no control balance"),
    NO_CUSTOMER_MAIL("company {0} sends no mail to customers: {1}"),
    ACCOUNT_OF_NOBODY("bank-accounts.yaml: account {0} of company {1} is released by nobody as it stands there; two people "
            + "look at it and give `saldo bank-account release {0} --company {1} --reason ...`"),
    ACCOUNT_OF_ONE("bank-accounts.yaml: account {0} of company {1} is released by {2} alone as it stands there; two people "
            + "look at it and give `saldo bank-account release {0} --company {1} --reason ...`"),
    COMPANY_BLOCKED("the company is blocked: {0}"),
    NOT_LOOKED_AT("{0} receipt(s) are here that cash application has not looked at; run `saldo once reconcile`"),
    RUN_FAILED("the last run of {0} failed, so receipts may not have been looked at ({1}); mend it, then `saldo once {0}`"),

    STEP_OF_LEVEL("{0}, level {1}"),
    PERSON_AGREES("a person agrees first to: {0}"),
    CUSTOMER_BEYOND("a customer is asked for {0}, the limit is {1}"),
    RUN_BEYOND("the run asks for {0}, the limit is {1}"),
    EVERY_RUN("every run is looked at before it goes"),
    WHOLE_RUN("the whole run waits"),
    WITHIN_LIMITS("within the limits of the run"),
    PERSON_LOOKS("a person looks at them first"),
    FIRST_MAILS("the first {0} mails of the run go before it"),
    FIRST_MAILS_WAIT("the first mails of the run went less than {0} minutes ago"),
    FIRST_MAILS_BAD("{0} of the first {1} mails failed or came back"),
    HOURS("it waits for the hours of the customer's place, from {0} on"),
    NO_DECISION("its decision is not in the ledger"),
    NO_CUSTOMER("its customer is not in the ledger"),
    COULD_NOT_LEAVE("it could not leave since {0}; the next run decides anew"),
    COULD_NOT_LEAVE_UNTIL("it could not leave until {0}"),
    NOBODY_LET_GO("nobody let it go by {0}"),
    COVERED_OTHERWISE("of {0}, {1} is covered now and not {2}"),
    NO_LONGER_OWED("{0} is paid, covered, blocked, disputed or promised now"),
    OPEN_OTHERWISE("{0} is open with {1} now and not with {2}"),
    DUE_OTHERWISE("{0} falls due on {1} now"),
    ADDRESS_GONE("{0} is no address of the customer's any more"),
    EXCLUDED_OTHERWISE("of {0}, {1} is disputed, promised or in a plan now and not {2}"),

    LATE_DISPUTE("{0}: {1} of {2} is disputed ({3}); {4} was to answer by {5}"),
    BROKEN_PROMISE("{0}: {1} was promised by {2}, {3} came"),
    BROKEN_IN_A_ROW("{0} promises are broken in a row"),
    MISSED("{0}: an instalment was missed, {1} of {2} is settled"),
    REST_IS_DUE("the whole rest is due"),
    DEDUCTED("deducted from {0}: {1}"),

    HOUSE_STEP("{0}: {1}: {2} {3}, {4} overdue, for {5} days"),
    LETTER_WITHDRAWN("the letter to customer {0} of {1} is withdrawn: {2}"),
    LETTER_TO_PRINT("a letter is to be printed and sent: {0}"),
    LETTER_BY_MAIL("a letter to {0} was wanted and went by mail: {1}"),
    LETTERS_OFF("letters are off (reminders.yaml)"),
    NO_POSTAL_ADDRESS("street and city are not in the customers' file"),
    NOR_A_LETTER("nor can a letter be printed: street and city are not in the customers' file"),
    NOT_ATTACHED("not attached to the reminder of {0}, since more than {1} kB do not go with a mail: {2}"),
    CALENDAR_MISSING("calendars.yaml: {0} is not there, and customers are: only its weekends are known; add its calendar"),
    CALENDAR_OVER("calendars.yaml: the holidays of {0} are known through {1} only, then no more than its weekends; add the "
            + "next list and set known-through"),
    NOT_REMINDED("customer {0} is not reminded: {1}"),
    NO_INTEREST("reminders say nothing of interest: {0}");

    /** In English: these words, and those that they are filled with. */
    public static final WordTexts ENGLISH = WordTexts.english(Stream.of(values(), DifferenceCode.values(), BlockKind.values(),
            AnswerKind.values(), Step.Kind.values()).flatMap(Arrays::stream));

    private final String english;

    DunningWord(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "dunning-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
