package org.saldo.statement.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of a statement that was sent. NO_REPLY never means agreed; SUPERSEDED: a later version was issued. */
public enum Outcome {
    CONFIRMED, CONFIRMED_WITH_DIFFERENCES, DISPUTED, NO_REPLY, SUPERSEDED;

    /** As it stands in commands: {@code confirmed-with-differences}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a customer can say it. */
    public boolean isAnswer() {
        return this == CONFIRMED || this == CONFIRMED_WITH_DIFFERENCES || this == DISPUTED;
    }

    /** An outcome that a customer can say, by its word or name. */
    public static Optional<Outcome> answer(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(Outcome::isAnswer).filter(each -> each.word().equals(plain)).findFirst();
    }

    /** The words of what a customer can say, for messages. */
    public static String answers() {
        return Arrays.stream(values()).filter(Outcome::isAnswer).map(Outcome::word).collect(Collectors.joining(", "));
    }
}
