package org.saldo.statement.answer;

import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * What is known of a mail that came in, before it is decided what it counts for. {@code balance} is the closing balance
 * of the statement that it is bound to, positive when the customer owes; empty when it is bound to none.
 *
 * @param clear       whether the meaning is beyond doubt
 * @param otherAmount whether it names an amount that is not the balance
 * @param latest      whether the statement is the latest version of its month
 * @param sameBytes   whether the bytes under the statement's hash are kept and unchanged
 * @param before      the answer to this statement that holds so far, or what one says that waits for a person and may speak
 *                    against a yes
 */
public record Heard(Nature nature, Sender sender, Proof proof, Binding binding, Meaning meaning, boolean clear,
                    boolean otherAmount, int attachments, Optional<Money> balance, boolean latest, boolean sameBytes,
                    Optional<Outcome> before) {

    /** Who or what wrote it. UNDELIVERED: a mail server says that ours did not arrive. */
    public enum Nature { PERSON, MACHINE, UNDELIVERED, UNREADABLE }

    /** Who the sender's address belongs to. */
    public enum Sender { ON_FILE, AUTHORISED, STRANGER }

    /** What our own mail server says of the sender: that it is whom it says, nothing, or that it is not. */
    public enum Proof { PASSED, NONE, FAILED }

    /** By what it is bound to a statement: the right token, a hint only, a token that is not ours, more than one. */
    public enum Binding { TOKEN, HINT, WRONG_TOKEN, SEVERAL, NONE }

    public Heard {
        Objects.requireNonNull(balance, "balance");
        if (attachments < 0) {
            throw new IllegalArgumentException("attachments must not be negative, were " + attachments);
        }
        if (binding == Binding.TOKEN && balance.isEmpty()) {
            throw new IllegalArgumentException("a right token binds to a statement, which has a balance");
        }
    }
}
