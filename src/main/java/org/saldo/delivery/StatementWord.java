package org.saldo.delivery;

import java.util.List;
import java.util.Locale;
import org.saldo.statement.MovementKind;

/**
 * The texts that a statement of account needs in every language, with the names that each may have filled in. A text's
 * key in the file is its name in lower case with hyphens.
 */
public enum StatementWord {
    FORMAT_DAY, FORMAT_LONG_DAY, FORMAT_MONTH, FORMAT_DECIMAL, FORMAT_GROUPING, FORMAT_MONEY("amount", "currency"),
    TITLE, CUSTOMER, CUSTOMER_NUMBER, TAX_ID, NUMBER, VERSION, PERIOD, CUT_OFF, CUT_OFF_VALUE("day", "zone"), CURRENCY,
    PAGE("page", "pages"), SUPERSEDES("version"),
    BALANCE_OWED("day"), BALANCE_CREDIT("day"), OVERDUE, NOT_DUE, CREDITS,
    MOVEMENTS, DATE, ENTRY, REFERENCE, AMOUNT("currency"), BALANCE("currency"), OPENING, OPENING_FROM("number"), CLOSING,
    PRIOR_PERIOD, NO_MOVEMENTS, REVERSAL("entry"),
    KIND_INVOICE, KIND_DEBIT_NOTE, KIND_PREPAYMENT_REQUEST, KIND_INTEREST, KIND_FEE, KIND_CREDIT_NOTE, KIND_CANCELLATION,
    KIND_RECEIPT,
    KIND_RETURNED_PAYMENT, KIND_PAID_OUT, KIND_TRANSFER, KIND_EXCHANGE, KIND_CASH_DISCOUNT, KIND_WRITE_OFF, KIND_BANK_CHARGE,
    KIND_FX_DIFFERENCE, KIND_WITHHOLDING_TAX, KIND_SETOFF,
    ITEMS, DOCUMENT, ISSUED, DUE, ORIGINAL("currency"), PAID("currency"), OPEN("currency"), DAYS_OVERDUE, NO_ITEMS, TOTAL,
    AGING, DAYS_RANGE("days"), AGING_BALANCE,
    RECEIPTS, RECEIVED("currency"), UNAPPLIED("currency"),
    PROOF, PROOF_DOCUMENTS, PROOF_CREDIT_NOTES, PROOF_PAYMENTS, PROOF_DEDUCTIONS, PROOF_OTHER, PROOF_CORRECTIONS,
    PROOF_ITEMS, PROOF_UNAPPLIED,
    PAY_HOLDER, PAY_ACCOUNT, PAY_BIC, PAY_BANK, PAY_TITLE, PAY_REFERENCE, PAY_CODE, PAY_CODE_WORDS("holder", "account"),
    ACCOUNT_SUBJECT("company", "account"), ACCOUNT_CHANGED("account"), ACCOUNT_RELEASED("account", "people", "day"),
    ACCOUNT_WITHDRAWN("account", "person"), ACCOUNT_OBJECT("account"),
    STATUS, MARK_DISPUTED, MARK_PROMISED, MARK_IN_PLAN, MARK_ASSIGNED, MARK_PART("mark", "amount"), MARK_BY("mark", "day"),
    LATER, LATER_NOTE("day"),
    REPLY, REPLY_HOW("reply-to"), REPLY_HOW_MAIL, REPLY_REFERENCE("reference"), REPLY_AGREED("amount", "day"),
    REPLY_DIFFERENT, REPLY_SIGNED, NOTE_SAFETY,
    NOTES, NOTE_LATER, NOTE_DIFFERENCE("reply-to"), NOTE_DIFFERENCE_MAIL,
    MAIL_SUBJECT("month", "company", "customer"), MAIL_GREETING, MAIL_TEXT("month", "customer"), MAIL_ANSWER, MAIL_CLOSING,
    ANSWER_AGREE, ANSWER_SUBJECT, ANSWER_SILENCE, ANSWER_MORE("count"),
    ANSWER_CHASE_SUBJECT("month", "company", "customer"), ANSWER_CHASE_TEXT("month", "amount"),
    ANSWER_RECORDED_SUBJECT("month", "company", "customer"), ANSWER_RECORDED_CONFIRMED("day", "month", "amount"),
    ANSWER_RECORDED_DIFFERENCES("day", "month", "amount"), ANSWER_RECORDED_DISPUTED("day", "month", "amount"),
    BRIDGE_SUBJECT("number", "company", "customer"), BRIDGE_TEXT("file", "number", "customer"), BRIDGE_AGREES,
    BRIDGE_SAME_BALANCE, BRIDGE_DIFFERS, BRIDGE_OURS("day"), BRIDGE_THEIRS("day"), BRIDGE_AGREED,
    BRIDGE_AMOUNT_DIFFERS, BRIDGE_ONLY_OURS, BRIDGE_ONLY_THEIRS, BRIDGE_IN_TRANSIT, BRIDGE_CHECK, BRIDGE_LINES,
    BRIDGE_OUR_AMOUNT, BRIDGE_THEIR_AMOUNT, BRIDGE_OUR_LINE, BRIDGE_THEIR_LINE, BRIDGE_THEIR_VOUCHER,
    BRIDGE_THEIR_ROW, BRIDGE_RESULT, BRIDGE_WHY, BRIDGE_DO, BRIDGE_MORE("count"), BRIDGE_UNREAD("count"),
    BRIDGE_WORKBOOK, BRIDGE_ASK, BRIDGE_UNCERTAIN, BRIDGE_READ_OPEN_ITEMS, BRIDGE_READ_MOVEMENTS,
    BRIDGE_SIGNS_AS_WRITTEN, BRIDGE_SIGNS_REVERSED, BRIDGE_SIGNS_BY_KIND, BRIDGE_DO_SEND_COPY, BRIDGE_DO_ASK_PROOF,
    BRIDGE_DO_WAIT, BRIDGE_DO_TELL, BRIDGE_DO_APPLY, BRIDGE_DO_CHECK, BRIDGE_DO_CLARIFY,
    BRIDGE_WHY_PART_PAID("reference", "day"), BRIDGE_WHY_PAID_LATER("reference", "day"),
    BRIDGE_WHY_CREDIT_NOTE("reference", "day"), BRIDGE_WHY_CASH_DISCOUNT("reference", "day"),
    BRIDGE_WHY_DEDUCTION("reference", "day"), BRIDGE_WHY_TAX, BRIDGE_WHY_ROUNDING, BRIDGE_WHY_SWAPPED_DIGITS,
    BRIDGE_WHY_UNAPPLIED_CASH("reference", "day"), BRIDGE_WHY_TAKEN_OFF("reference"), BRIDGE_WHY_EARLIER_PERIOD,
    BRIDGE_WHY_LISTED_TWICE, BRIDGE_WHY_TOTAL_OF_LIST, BRIDGE_WHY_SETTLED_WITH_US("reference", "day"),
    BRIDGE_WHY_VOID_WITH_US("day"), BRIDGE_WHY_APPLIED_WITH_US("reference", "day"),
    BRIDGE_WHY_AFTER_OUR_CUT_OFF("day"), BRIDGE_WHY_RECEIVED_LATER("day", "reference"),
    BRIDGE_WHY_AFTER_THEIR_LIST("day"), BRIDGE_WHY_ON_ITS_WAY, BRIDGE_WHY_SENT_NOT_RECEIVED, BRIDGE_WHY_NOT_RECEIVED,
    BRIDGE_WHY_NO_SUCH_CREDIT, BRIDGE_WHY_OTHER_ACCOUNT("reference"), BRIDGE_WHY_NOT_WITH_THEM,
    BRIDGE_WHY_UNKNOWN_TO_US, BRIDGE_WHY_CANCELS_OUT, BRIDGE_WHY_UNEXPLAINED, BRIDGE_CUSTOMER_MAILED,
    BRIDGE_CUSTOMER_BEFORE, BRIDGE_CUSTOMER_OFF, BRIDGE_CUSTOMER_NO_ADDRESS, BRIDGE_CUSTOMER_HELD,
    FINANCE_SUBJECT("month", "company", "made", "failed"), FINANCE_COUNTS("made", "left-out", "failed"),
    FINANCE_PROVED, FINANCE_CURRENCY, FINANCE_STATEMENTS, FINANCE_FAILED, FINANCE_CONTROL("day"), FINANCE_OURS,
    FINANCE_THEIRS, FINANCE_DIFFERENCE, FINANCE_AGREES, FINANCE_NAMED("rows"), FINANCE_UNNAMED,
    FINANCE_NO_CONTROL, FINANCE_ZIP, FINANCE_FOLDER("folder"), FINANCE_CUSTOMERS("written", "without-address"),
    FINANCE_CUSTOMERS_OFF("reason"), FINANCE_OFF_BY_POLICY, FINANCE_OFF_BY_SWITCH,
    FINANCE_MORE("count", "month");

    private final List<String> names;

    StatementWord(String... names) {
        this.names = List.of(names);
    }

    static StatementWord of(MovementKind kind) {
        return valueOf("KIND_" + kind.name());
    }

    static StatementWord of(MovementKind.Group group) {
        return valueOf("PROOF_" + group.name());
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names that may stand in braces in this text. */
    public List<String> names() {
        return names;
    }
}
