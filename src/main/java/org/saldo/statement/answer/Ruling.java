package org.saldo.statement.answer;

import java.util.Optional;

/**
 * What becomes of a reply: it confirms, a person looks at it, or it is only kept. A task may come with the outcome that
 * is suggested to the person.
 */
public record Ruling(Kind kind, Optional<Grade> grade, Optional<TaskReason> reason, Optional<Outcome> suggestion) {

    /** CONFIRMS: by itself. TASK: a person decides. KEPT: nothing follows. */
    public enum Kind { CONFIRMS, TASK, KEPT }

    static Ruling confirms(Grade grade) {
        return new Ruling(Kind.CONFIRMS, Optional.of(grade), Optional.empty(), Optional.of(Outcome.CONFIRMED));
    }

    public static Ruling task(TaskReason reason, Optional<Outcome> suggestion) {
        return new Ruling(Kind.TASK, Optional.empty(), Optional.of(reason), suggestion);
    }

    static Ruling kept() {
        return new Ruling(Kind.KEPT, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
