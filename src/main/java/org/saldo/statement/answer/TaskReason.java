package org.saldo.statement.answer;

import java.util.Locale;
import org.saldo.ledger.Word;

/** Why a person has to look at a reply. */
public enum TaskReason implements Word {
    UNREADABLE("the mail could not be read as a whole; open its kept bytes"),
    UNDELIVERED("the mail could not be delivered; correct the address in the customer's master data"),
    WRONG_TOKEN("its token belongs to no statement of ours; ask the customer to reply to the statement's mail"),
    NO_TOKEN("it carries no token, so that it is not bound to one document; ask for a reply to the statement's mail"),
    SEVERAL_TOKENS("it names more than one statement; decide which it answers"),
    FORGED("the sender's domain says that this mail is not its own; do not answer it, telephone the customer"),
    UNVERIFIED("nothing proves that the sender is who he says; telephone the customer before it counts"),
    STRANGER("the sender is none of the customer's addresses or authorised contacts; ask the customer who he is"),
    OLD_VERSION("a later version of this statement was issued; ask for an answer to that one"),
    OTHER_BYTES("the document that was sent is not the one that is kept; run `saldo verify`"),
    DIFFERENCES("it agrees, but not with everything; compare the differences that it names"),
    DISPUTED("it does not agree; find out with what"),
    NOT_CLEAR("it agrees, but not beyond doubt; read it"),
    OTHER_AMOUNT("it names another amount than the statement's balance; compare"),
    ATTACHMENT("it brings a file, which may say something else; look at it"),
    LIST_AGREES("it brings the customer's own list, which agrees with our account line by line; confirm it"),
    LIST_DIFFERS("it brings the customer's own list, which differs from our account; look at the bridge"),
    AFTER_BRIDGE("it agrees, but a bridge to the customer's own list was sent to it before, so that it may agree to that; a "
            + "person decides"),
    CREDIT_BALANCE("the balance is in the customer's favour, so that it may acknowledge a debt of ours; a person decides"),
    ABOVE_LIMIT("an answer of this grade confirms by itself only up to an amount of answers.yaml; a person decides"),
    PREVIEW("it is about reminders that wait, and nothing proves that it is from somebody who may let them go; ask "
            + "the person, and use `saldo reminders release` or `stop`"),
    PROMISE("it promises a payment; record the promise"),
    INSTALMENTS("it asks to pay in parts; agree on a plan, or say no"),
    AWAY("whom we wrote to is away; write to somebody else there if it cannot wait"),
    PAID_ALREADY("it says that it has paid; look for the payment"),
    QUESTION("it asks a question; answer it"),
    WRONG_CONTACT("it says that somebody else is to be asked; correct the address in the customer's master data"),
    BANK_CHANGE("it announces other bank details, which may be fraud; telephone a number that you knew before"),
    COMPLAINT("it complains, or speaks of lawyers or insolvency; read it"),
    EARLIER_ANSWER("it agrees, but an earlier answer did not; a person decides which holds"),
    MACHINE("a program sent it, but it speaks of the statement; read it"),
    OTHER("what it says was not understood; read it");

    private final String sentence;

    TaskReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "task-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is the matter, and what to do. */
    @Override
    public String english() {
        return sentence;
    }
}
