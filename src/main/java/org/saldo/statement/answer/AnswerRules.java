package org.saldo.statement.answer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.saldo.money.Money;
import org.saldo.statement.answer.Heard.Nature;
import org.saldo.statement.answer.Heard.Proof;
import org.saldo.statement.answer.Heard.Sender;

/**
 * What a reply counts for. Only a person's clear yes confirms by itself: from a sender that our mail server vouches for
 * and that belongs to the customer, with the right token, for the latest version and the bytes that were sent, without a
 * file, about a balance that is not in the customer's favour and within what its grade confirms. All else is a task.
 */
public final class AnswerRules {

    private static final Set<TaskReason> NOTHING_ELSE = EnumSet.of(TaskReason.ATTACHMENT, TaskReason.NOT_CLEAR,
            TaskReason.OTHER);

    private static final Set<TaskReason> AGAINST = EnumSet.of(TaskReason.DIFFERENCES, TaskReason.DISPUTED,
            TaskReason.LIST_DIFFERS, TaskReason.OTHER_AMOUNT, TaskReason.PAID_ALREADY, TaskReason.COMPLAINT, TaskReason.OTHER,
            TaskReason.UNREADABLE);

    private AnswerRules() {
    }

    public static Ruling rule(AnswerPolicy policy, Heard heard) {
        if (heard.nature() == Nature.UNREADABLE) {
            return Ruling.task(heard.proof() == Proof.FAILED ? TaskReason.FORGED : TaskReason.UNREADABLE, Optional.empty());
        }
        if (heard.nature() == Nature.UNDELIVERED) {
            return Ruling.task(TaskReason.UNDELIVERED, Optional.empty());
        }
        if (heard.nature() == Nature.MACHINE) {
            return heard.meaning().suggestion().isEmpty() ? Ruling.kept()
                    : task(ofProof(heard).orElse(TaskReason.MACHINE), heard);
        }
        if (heard.meaning() == Meaning.AWAY && heard.clear()) {
            return Ruling.kept();
        }
        Grade grade = heard.sender() == Sender.AUTHORISED ? Grade.AUTHORISED : Grade.EMAIL;
        Optional<TaskReason> obstacle = ofSender(heard).or(() -> ofDocument(heard)).or(() -> ofText(heard))
                .or(() -> ofBalance(policy, grade, heard));
        if (obstacle.isEmpty() && heard.before().filter(Outcome.CONFIRMED::equals).isPresent()) {
            return Ruling.kept();
        }
        return obstacle.or(() -> when(heard.before().filter(Outcome::isAnswer).isPresent(), TaskReason.EARLIER_ANSWER))
                .map(reason -> task(reason, heard))
                .orElseGet(() -> Ruling.confirms(grade));
    }

    /**
     * What an answer that waits for a person says against a yes that comes after it: it names a difference or a payment, it
     * complains, or it was not understood. A forged one says nothing.
     */
    public static Optional<Outcome> against(TaskReason reason, Optional<Outcome> suggestion) {
        return reason == TaskReason.FORGED ? Optional.empty() : suggestion.filter(outcome -> outcome != Outcome.CONFIRMED)
                .or(() -> when(AGAINST.contains(reason), reason).map(any -> Outcome.DISPUTED));
    }

    /** The same when the customer's own list was put beside our account, which tells more than that a file came. */
    public static Ruling with(Ruling ruling, ListFinding list) {
        if (ruling.reason().filter(NOTHING_ELSE::contains).isEmpty()) {
            return ruling;
        }
        return list == ListFinding.AGREES ? Ruling.task(TaskReason.LIST_AGREES, Optional.of(Outcome.CONFIRMED))
                : Ruling.task(TaskReason.LIST_DIFFERS, Optional.of(Outcome.CONFIRMED_WITH_DIFFERENCES));
    }

    /** The same when a bridge was sent to the customer before: its yes may be to the bridge, which no rule decides. */
    public static Ruling afterBridge(Ruling ruling) {
        boolean agrees = ruling.kind() == Ruling.Kind.CONFIRMS
                || ruling.reason().filter(TaskReason.EARLIER_ANSWER::equals).isPresent();
        return !agrees ? ruling : Ruling.task(TaskReason.AFTER_BRIDGE, Optional.of(Outcome.CONFIRMED_WITH_DIFFERENCES));
    }

    /** Nobody is advised to record what a forged mail says. */
    private static Ruling task(TaskReason reason, Heard heard) {
        return Ruling.task(reason, heard.meaning().suggestion().filter(any -> reason != TaskReason.FORGED));
    }

    private static Optional<TaskReason> ofSender(Heard heard) {
        return ofProof(heard).or(() -> when(heard.sender() == Sender.STRANGER, TaskReason.STRANGER));
    }

    private static Optional<TaskReason> ofProof(Heard heard) {
        return when(heard.proof() == Proof.FAILED, TaskReason.FORGED)
                .or(() -> when(heard.proof() == Proof.NONE, TaskReason.UNVERIFIED));
    }

    private static Optional<TaskReason> ofDocument(Heard heard) {
        return switch (heard.binding()) {
            case WRONG_TOKEN -> Optional.of(TaskReason.WRONG_TOKEN);
            case SEVERAL -> Optional.of(TaskReason.SEVERAL_TOKENS);
            case NONE, HINT -> Optional.of(TaskReason.NO_TOKEN);
            case TOKEN -> when(!heard.latest(), TaskReason.OLD_VERSION)
                    .or(() -> when(!heard.sameBytes(), TaskReason.OTHER_BYTES));
        };
    }

    private static Optional<TaskReason> ofText(Heard heard) {
        return switch (heard.meaning()) {
            case AGREED_EXCEPT -> Optional.of(TaskReason.DIFFERENCES);
            case NOT_AGREED -> Optional.of(TaskReason.DISPUTED);
            case PROMISE -> Optional.of(TaskReason.PROMISE);
            case PAID_ALREADY -> Optional.of(TaskReason.PAID_ALREADY);
            case QUESTION -> Optional.of(TaskReason.QUESTION);
            case BANK_CHANGE -> Optional.of(TaskReason.BANK_CHANGE);
            case COMPLAINT -> Optional.of(TaskReason.COMPLAINT);
            case WRONG_CONTACT -> Optional.of(TaskReason.WRONG_CONTACT);
            case OTHER, AWAY -> Optional.of(TaskReason.OTHER);
            case AGREED -> when(heard.attachments() > 0, TaskReason.ATTACHMENT)
                    .or(() -> when(heard.otherAmount(), TaskReason.OTHER_AMOUNT))
                    .or(() -> when(!heard.clear(), TaskReason.NOT_CLEAR));
        };
    }

    private static Optional<TaskReason> ofBalance(AnswerPolicy policy, Grade grade, Heard heard) {
        Money balance = heard.balance().orElseThrow();
        return when(balance.isNegative(), TaskReason.CREDIT_BALANCE)
                .or(() -> when(!policy.confirms(grade, balance), TaskReason.ABOVE_LIMIT));
    }

    private static Optional<TaskReason> when(boolean so, TaskReason reason) {
        return so ? Optional.of(reason) : Optional.empty();
    }
}
