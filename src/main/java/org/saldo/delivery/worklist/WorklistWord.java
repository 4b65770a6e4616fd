package org.saldo.delivery.worklist;

import java.util.Locale;

/**
 * The texts of the worklist and of the mail that brings it, in English; {@code {name}} is filled in. A text's key in the
 * file of another language is its name in lower case with hyphens.
 */
public enum WorklistWord {
    FORMAT_DAY("d MMMM uuuu"),
    FORMAT_DECIMAL("."),
    FORMAT_GROUPING(","),
    SUBJECT("Worklist of {day}: {headline} · {company}"),
    NOTHING_WAITS("nothing waits"),
    ONE_WAITS("1 payment waits"),
    MANY_WAIT("{count} payments wait"),
    RECEIVED("Cash received since {day}"),
    RECEIVED_NONE("None was booked."),
    HEAD_CURRENCY("Currency"),
    HEAD_PAYMENTS("Payments"),
    HEAD_RECEIVED("Received"),
    HEAD_SETTLED("Settled"),
    HEAD_WAITS("Waits"),
    HEAD_AMOUNT("Amount"),
    HEAD_3_DAYS("0-3 days"),
    HEAD_10_DAYS("4-10"),
    HEAD_30_DAYS("11-30"),
    HEAD_OLDER("older"),
    MONEY_OUT("{currency} out"),
    WAITING("What waits for a decision"),
    WAITING_NONE("Nothing: every payment is settled, or stays where it is by a person's word."),
    DECISION("The decision"),
    DECISIONS("The decisions that matter most"),
    PAYER_NOT_NAMED("payer not named"),
    WHAT_SETTLES("What settles it: {what}"),
    FIRST_PROPOSAL("Proposal 1: {what}"),
    SECOND_PERSON("Waits for a second person"),
    SECOND_PERSON_LINE("{id}: {what} (by {person}); saldo approve {id}, or refuse"),
    SECOND_PERSON_MORE("and {count} more: saldo export instructions"),
    FOLLOW_UPS("Disputes, promises and plans to look after"),
    FOLLOW_UPS_MORE("and {count} more: saldo export disputes, promises, plans"),
    RULES("How far the rules came in the last {days} days"),
    RULES_LINE("{currency}: {share} of {payments} payments applied, {amount-share} of the amount; {proposed} proposed,"
            + " {deferred} deferred; {back} taken back"),
    RULES_RULE("Rule {rule}, {currency}: {payments} payments with {lines} documents, {amount}; {back} taken back"),
    HOW_BY_MAIL("Choose in the yellow cells of the workbook, save it, and send it back by answering this mail. Each row is"
            + " answered."),
    HOW_BY_FOLDER("Choose in the yellow cells of the workbook, save it, and drop it into inbox/instructions. Each row is"
            + " answered."),
    HOW_MORE("The workbook has the {rows} most urgent rows; all: saldo export worklist"),
    OF_TODAY("of today"),
    ONE_DAY("1 day"),
    MANY_DAYS("{days} days"),
    SHEET_TITLE("Worklist of {day} · {company} · {headline}"),
    SHEET_HOW("Choose a decision in a yellow cell, save, and send the workbook back by mail, or drop it into"
            + " inbox/instructions. Documents: INV-1 100.00 + INV-2 12.50 CASH_DISCOUNT; without an amount as much as"
            + " fits. A row whose payment was decided on meanwhile is told and left alone."),
    PAYER_UNKNOWN("not known"),
    PROPOSALS_MORE("(and {count} more: saldo export worklist)"),
    LIST_TITLE("Decision"),
    LIST_ERROR("Choose one of the list."),
    SETTLED_BY_APPLYING("apply what is left, or keep it on account"),
    SETTLED_BY_OWNER("say whose it is");

    private final String english;

    WorklistWord(String english) {
        this.english = english;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String english() {
        return english;
    }
}
