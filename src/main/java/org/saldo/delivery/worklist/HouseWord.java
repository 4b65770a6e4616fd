package org.saldo.delivery.worklist;

import java.util.Locale;

/**
 * What people of the house read beside the worklist, in English: the preview of reminders as a workbook, what became of their
 * instructions, the answers that wait. {@code {0}}, {@code {1}}, ... are filled in. A text's key in the file of another language
 * is {@code house-} and its name in lower case with hyphens.
 */
public enum HouseWord {
    PAYABLES("payables"),
    PREVIEW_TITLE("Reminders of {0} that wait for you"),
    PREVIEW_HOW("Choose release or stop in a yellow cell, in the first row for all that have none; save, and send the "
            + "workbook back by mail or drop it into inbox/instructions. A row without a decision waits on."),
    PREVIEW_RELEASE("release"),
    PREVIEW_STOP("stop"),
    PREVIEW_OTHERS("all other rows"),
    PREVIEW_LIST_ERROR("Choose one of the list."),
    PREVIEW_NOTICE("Notice"),
    COLUMN_DECISION("Decision"),
    COLUMN_REASON("Reason"),
    COLUMN_CUSTOMER("Customer"),
    COLUMN_NAME("Name"),
    COLUMN_LEVEL("Level"),
    COLUMN_CURRENCY("Currency"),
    COLUMN_OPEN("Open"),
    COLUMN_ASKED("Asked for"),
    COLUMN_TO("To"),
    COLUMN_SUBJECT("Subject"),
    COLUMN_WHY("Waits because"),
    COLUMN_KEY("Key"),

    ANSWER_SUBJECT("Answer to {0}: {1}"),
    ANSWER_REFUSED("Refused"),
    ANSWER_WAITS("Waits for a second person"),
    ANSWER_DONE("Done"),
    ANSWER_KNOWN("Known already, nothing was done"),
    COUNT_DONE("{0} done"),
    COUNT_WAITS("{0} for a second person"),
    COUNT_KNOWN("{0} known already"),
    COUNT_REFUSED("{0} refused"),
    COUNT_NOTHING("nothing was decided in it"),
    ANSWER_ROW("Row {0}: {1}"),
    ANSWER_ROW_OF("Row {0}, {1}: {2}"),
    ANSWER_MORE("and {0} more: the list lies in out/<company>/worklists"),
    NOT_PROVED("A mail brought {0}. Nothing of the mail was taken in, and nobody else was answered."),
    NOT_PROVED_SUBJECT("Instructions of a sender who is not proved: {0}"),
    NOT_PROVED_WHY("Why"),

    WAITING_SUBJECT("{0}: answers to statements that wait: {1}"),
    WAITING_HOW("Answers that wait for a person. `saldo answers show T-...` shows one; accept or refuse it by `saldo answers "
            + "accept|refuse T-... --reason TEXT`."),
    WAITING_MORE("and {0} more: `saldo answers`"),
    WAITING_LINE("{0}  {1}  from {2}: {3}"),
    WAITING_PAPER("{0}  {1}  {2}, signed by {3}: waits for a second person"),
    UNREACHED("{0}  {1}  {2} {3} {4} ({5}): is not answered, and nobody can be asked: its terms in statements.yaml give no "
            + "address that can be written to; correct the customer's master data, or file its answer by `saldo confirm`"),
    THE_PREVIEW("the preview of reminders"),

    HANDOVER_TITLE("Handover of {0}"),
    HANDOVER_CUSTOMER("Customer {0} {1} ({2})"),
    HANDOVER_TAX_ID(", tax id {0}"),
    HANDOVER_OVERDUE("Overdue: {0}"),
    HANDOVER_ACCRUED("Interest and lump sums to date: {0}"),
    HANDOVER_FEES("Fees of reminders, told and not charged: {0}"),
    HANDOVER_COVER("Here and not set against it: {0}, {1}"),
    HANDOVER_FILES("claim: what is overdue; interest: how it was computed; statements, answers, replies, mails: what went "
            + "between us; letters, letter_delivery: reminders on paper and when they were handed over; contacts: all of it "
            + "in the order of time; files: contract, documents and proofs of delivery, as far as they are kept. "
            + "SHA256SUMS: `sha256sum -c SHA256SUMS` checks every file."),
    HANDOVER_INTEREST("Interest: {0}, through {1}"),
    HANDOVER_NO_LAW("Interest: none by interest.yaml"),
    HANDOVER_NO_RATE("No interest for {0}: {1}");

    private final String english;

    HouseWord(String english) {
        this.english = english;
    }

    public String key() {
        return "house-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String english() {
        return english;
    }
}
