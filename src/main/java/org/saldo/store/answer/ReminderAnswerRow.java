package org.saldo.store.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.CustomerId;
import org.saldo.store.PlainMoney;

/**
 * A mail that answers a reminder or a statement, as it was read; of a statement's only what is more than a yes.
 *
 * @param businessKey of the reminder's or the statement's mail
 * @param boundBy     how it is known that it answers this one
 * @param whyNoPause  why it paused nothing; empty when it did
 * @param stop        why its customer is not reminded until a person has decided on the answer
 */
public record ReminderAnswerRow(long reply, CustomerId customer, String businessKey, BoundBy boundBy, ReminderAnswer answer,
        LocalDate receivedOn, String whyNoPause, Optional<BlockKind> stop) {

    /** How a mail finds its reminder: by the code it carries, by the mail it answers, or by whom it comes from. */
    public enum BoundBy { TOKEN, MESSAGE_ID, ADDRESS }

    /** An answer for which nobody need stop reminding. */
    public ReminderAnswerRow(long reply, CustomerId customer, String businessKey, BoundBy boundBy, ReminderAnswer answer,
            LocalDate receivedOn, String whyNoPause) {
        this(reply, customer, businessKey, boundBy, answer, receivedOn, whyNoPause, Optional.empty());
    }

    /** The same with why it paused nothing; empty when it did. */
    public ReminderAnswerRow because(String why) {
        return new ReminderAnswerRow(reply, customer, businessKey, boundBy, answer, receivedOn, why, stop);
    }

    /** What a person would do about it, in words; empty when nothing is suggested. */
    public String suggestion() {
        return stop.map(kind -> "a block, " + kind.english() + "; until then nobody reminds the customer")
                .orElseGet(this::ofItsKind);
    }

    private String ofItsKind() {
        String what = switch (answer.kind()) {
            case PROMISE -> "a promise of " + amount() + " by "
                    + answer.day().map(LocalDate::toString).orElse("a day to be asked for");
            case PAID -> "look for " + amount() + answer.day().map(day -> ", paid on " + day).orElse("");
            case DISPUTE -> "a dispute" + (answer.amount().isPresent() ? " (it names " + amount() + ")" : "");
            case INSTALMENTS -> "a plan of instalments, or a no";
            case AWAY -> "nothing" + answer.until().map(day -> "; back after " + day).orElse("");
            case WRONG_CONTACT -> "another address in the master data";
            case QUESTION -> "an answer";
            case COMPLAINT -> "a call";
            case BANK_CHANGE -> "a call to a number known before";
            case OTHER -> "";
        };
        List<String> about = new ArrayList<>();
        if (!answer.documents().isEmpty()) {
            about.add("for " + String.join(", ", answer.documents()));
        }
        if (!answer.references().isEmpty()) {
            about.add("under " + String.join(", ", answer.references()));
        }
        return what.isEmpty() ? "" : what + (about.isEmpty() ? "" : " " + String.join(" ", about));
    }

    private String amount() {
        return answer.amount().map(PlainMoney::of).orElse("an amount to be asked for");
    }
}
