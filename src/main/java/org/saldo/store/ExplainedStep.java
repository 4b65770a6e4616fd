package org.saldo.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something that happened to a payment, document, customer or mail: when it became known, what, and more lines of why. */
public record ExplainedStep(Instant at, long rowId, String what, List<String> why) {

    public ExplainedStep {
        why = List.copyOf(why);
    }

    public static ExplainedStep of(Instant at, long rowId, String what, String... why) {
        List<String> lines = new ArrayList<>();
        for (String line : why) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return new ExplainedStep(at, rowId, what, lines);
    }

    /** {@code label: text}, or nothing when there is no text. */
    public static String why(String label, String text) {
        return text == null || text.isBlank() ? "" : label + ": " + text.strip();
    }
}
