package org.saldo.job.answer;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.statement.StatementRow;

/**
 * Answers that bind us: a confirmed balance in the customer's favour acknowledges our debt, and accepted differences give up
 * what we said. Above the amounts of {@code authority.yaml} two people must say the same of them.
 */
final class AnswerConsent {

    private final Authority authority;
    private final AnswerStore answers;

    AnswerConsent(Authority authority, AnswerStore answers) {
        this.authority = authority;
        this.answers = answers;
    }

    /**
     * Who of two has said the same before, or nobody where one person is enough.
     *
     * @param waiting what is told when this was the first word of two; nothing may be recorded then
     */
    record Given(Optional<String> first, Optional<String> waiting) {

        static final Given ENOUGH = new Given(Optional.empty(), Optional.empty());
    }

    /** @throws Refused when the same person says it twice */
    Given of(Batch batch, Decider who, AnswerTask task, StatementRow statement, Outcome said) {
        if (!takesTwo(statement, said)) {
            return Given.ENOUGH;
        }
        List<AnswerStore.Consent> before = answers.consents(batch, task);
        if (before.stream().anyMatch(each -> each.person().equalsIgnoreCase(who.actor()))) {
            throw new Refused(task.label() + ": you accepted it already; it waits for another person who may");
        }
        Optional<String> first = before.stream().filter(each -> each.outcome() == said).map(AnswerStore.Consent::person)
                .findFirst();
        if (first.isPresent()) {
            return new Given(first, Optional.empty());
        }
        answers.addConsent(batch, task, said, who.reason());
        return new Given(Optional.empty(), Optional.of(task.label() + ": waits for a second person to accept it as "
                + said.word() + ": " + able(statement, who)));
    }

    /** Whether an answer to a statement binds us by more than one person may say alone. */
    boolean takesTwo(StatementRow statement, Outcome said) {
        boolean binds = said == Outcome.CONFIRMED_WITH_DIFFERENCES
                || said == Outcome.CONFIRMED && statement.closing().isNegative();
        return binds && authority.needsSecondPerson(PersonAction.ANSWER, statement.key().customer().company(),
                statement.closing().abs());
    }

    /** Who else may say it, in words. */
    String able(StatementRow statement, Decider who) {
        List<String> able = authority.able(PersonAction.ANSWER, statement.key().customer().company(),
                statement.closing().abs(), who.actor());
        return able.isEmpty() ? "nobody else in authority.yaml may" : String.join(", ", able);
    }
}
