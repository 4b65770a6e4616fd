package org.saldo.ledger;

import java.util.Locale;

/** What an instruction says that somebody has given. */
public enum InstructionWord implements Word {
    APPLY("apply {0} to {1}"),
    ACCEPT("accept proposal {0} for {1}"),
    ACCEPT_WITH("accept proposal {0} for {1}: {2}"),
    UNAPPLY("take back {0}"),
    UNAPPLY_ALL("take back {0} and what belongs to it"),
    REFUND("link {0} with {1}, which went back"),
    ASSIGN("assign {0} to {1}"),
    ON_ACCOUNT("leave {0} on account"),
    ON_ACCOUNT_OF("leave {0} on account of {1}"),
    UNASSIGN("{0} is nobody's"),
    IGNORE("{0} is not ours"),
    WRITE_OFF("write off {0} of {1}"),
    VOID("void {0}"),
    UNDO_VOID("{0} is not void"),
    BLOCK("no reminders for {0}"),
    BLOCK_COMPANY("no reminders for the company"),
    LIFT("lift {0}"),
    DISPUTE("dispute {0} of {1} for {2}"),
    DISPUTE_ALL("dispute of {0} for {1}"),
    END_DISPUTE("end the dispute {0}: {1}"),
    REOPEN_DISPUTE("reopen dispute {0}"),
    PROMISE("{0} pays {1} by {2}"),
    PROMISE_FOR("{0} pays {1} by {2} for {3}"),
    CANCEL_PROMISE("cancel promise {0}"),
    REOPEN_PROMISE("reopen promise {0}"),
    PLAN("{0} pays {1} by instalments: {2}"),
    ACCEPT_PLAN("accept plan {0}"),
    END_PLAN("end plan {0}"),
    REOPEN_PLAN("reopen plan {0}"),
    HOLD("hold the deliveries of {0}"),
    RELEASE_HOLD("release the deliveries of {0}"),
    CONFIRM_HOLD("the ERP has done {0}"),
    REFUSE_HOLD("the ERP does not do {0}"),
    RELEASE_REMINDERS("let go {0}"),
    STOP_REMINDERS("stop {0}"),
    REMINDERS("the reminders"),
    REMINDERS_OF("the reminders of {0}"),
    REMINDER_TO("the reminder to {0}"),
    REMINDER_TO_OF("the reminder to {0} of {1}"),
    RELEASE("release the difference at go-live"),
    APPROVE("approve {0}"),
    REFUSE("refuse {0}");

    private final String english;

    InstructionWord(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "instruction-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
