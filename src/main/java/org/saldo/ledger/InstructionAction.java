package org.saldo.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an instruction says to do. Each rests on a right ({@link PersonAction}) and needs some of an instruction's fields. */
public enum InstructionAction {
    /** Settle documents with a payment's cash. */
    APPLY(PersonAction.APPLY, "payment_id", "document_number"),
    /** Settle what one of the hub's proposals names. */
    ACCEPT(PersonAction.APPLY, "payment_id"),
    /** Reverse an allocation of any kind. */
    UNAPPLY(PersonAction.UNAPPLY, "allocation_id"),
    /** Reverse it, and with it all that the same decision has settled with its payment. */
    UNAPPLY_ALL(PersonAction.UNAPPLY, "allocation_id"),
    /** Say which payment a debit has taken back: the one as the payment, the other one as the document. */
    REFUND(PersonAction.APPLY, "payment_id", "document_number"),
    /** Say whose a payment is. */
    ASSIGN(PersonAction.ASSIGN, "payment_id", "customer_id"),
    /** Leave a payment on a customer's account. */
    ON_ACCOUNT(PersonAction.ASSIGN, "payment_id"),
    /** Nobody knows whose a payment is. */
    UNASSIGN(PersonAction.ASSIGN, "payment_id"),
    /** A payment is none of the customers'. */
    IGNORE(PersonAction.IGNORE, "payment_id"),
    /** Give up a part of a document. */
    WRITE_OFF(PersonAction.WRITE_OFF, "document_number", "amount"),
    /** A document should not be. */
    VOID(PersonAction.VOID, "document_number"),
    /** Take that back. */
    UNDO_VOID(PersonAction.VOID, "document_number"),
    /** Stop reminders: of a document, else of a customer, else of the company. */
    BLOCK(PersonAction.BLOCK),
    /** Lift such a stop. */
    LIFT(PersonAction.BLOCK, "allocation_id"),
    /** A document is contested: its code, and the amount unless it is all that is open. */
    DISPUTE(PersonAction.DISPUTE, "document_number", "code"),
    /** How a dispute ends: the code is its outcome. */
    END_DISPUTE(PersonAction.DISPUTE, "allocation_id", "code"),
    /** Take back how a dispute ended. */
    REOPEN_DISPUTE(PersonAction.DISPUTE, "allocation_id"),
    /** A customer pays an amount by a day. */
    PROMISE(PersonAction.PROMISE, "customer_id", "amount", "date"),
    /** A promise no longer counts. */
    CANCEL_PROMISE(PersonAction.PROMISE, "allocation_id"),
    /** Take that back. */
    REOPEN_PROMISE(PersonAction.PROMISE, "allocation_id"),
    /** A customer is to pay documents by instalments. */
    PLAN(PersonAction.PLAN, "customer_id", "document_number", "schedule"),
    /** Both agree to a plan. */
    ACCEPT_PLAN(PersonAction.PLAN, "allocation_id"),
    /** A plan no longer counts. */
    END_PLAN(PersonAction.PLAN, "allocation_id"),
    /** Take back the last step of a plan. */
    REOPEN_PLAN(PersonAction.PLAN, "allocation_id"),
    /** Ask the ERP to hold a customer's deliveries. */
    HOLD(PersonAction.HOLD, "customer_id"),
    /** Ask it to deliver again. */
    RELEASE_HOLD(PersonAction.HOLD, "customer_id"),
    /** The ERP has done what a request ({@code CH-17}) asks for. */
    CONFIRM_HOLD(PersonAction.HOLD, "allocation_id"),
    /** It has not, and will not. */
    REFUSE_HOLD(PersonAction.HOLD, "allocation_id"),
    /** Reminders of a day that wait go: of one customer, else all of them. */
    RELEASE_REMINDERS(PersonAction.RELEASE, "date"),
    /** They do not go. */
    STOP_REMINDERS(PersonAction.RELEASE, "date"),
    /** Accept a company's difference at go-live. */
    RELEASE(PersonAction.RELEASE, "company"),
    /** Approve, as the second person, an instruction that waits ({@code I-17}). */
    APPROVE(null, "allocation_id"),
    /** Say no to one that waits, or take back one's own. */
    REFUSE(null, "allocation_id");

    private final PersonAction right;
    private final Set<String> needs;

    InstructionAction(PersonAction right, String... needs) {
        this.right = right;
        this.needs = Set.of(needs);
    }

    /**
     * What a person must have the right to.
     *
     * @throws IllegalStateException for one that ends another instruction, whose right counts
     */
    public PersonAction right() {
        if (right == null) {
            throw new IllegalStateException(this + " rests on the right of what it ends");
        }
        return right;
    }

    /** Whether it is the word of a second person on an instruction that waits. */
    public boolean endsAnother() {
        return right == null;
    }

    /** The columns of an instruction that may not be empty. */
    public Set<String> needs() {
        return needs;
    }

    /** As it stands in files: {@code WRITE_OFF}; the word of the command, {@code write-off}, is understood as well. */
    public static Optional<InstructionAction> of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values()).filter(action -> action.name().equals(name)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
