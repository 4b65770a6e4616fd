package org.saldo.intake;

import java.util.List;
import java.util.Optional;

/**
 * What a customer filled in on the page of a statement, as it was typed: stripped, without control characters, cut where
 * it is too long. {@code person} and {@code role} are what the customer says of himself; nothing proves them.
 *
 * @param lines   the lines of which something was filled in, by the keys that the page gave them
 * @param file    the list that was attached; its name is safe to be a file's
 */
public record PageForm(boolean agrees, String person, String role, boolean entitled, List<Line> lines, String note,
                       Optional<Upload> file) {

    /** A line that differs: why, by the page's code, and what the customer says is open; either may be empty. */
    public record Line(String key, String reason, String amount) {
    }

    public record Upload(String name, byte[] bytes) {
    }

    public static final PageForm EMPTY = new PageForm(false, "", "", false, List.of(), "", Optional.empty());

    public PageForm {
        lines = List.copyOf(lines);
    }

    /** Whether it says anything that differs. */
    public boolean saysSomething() {
        return !lines.isEmpty() || !note.isEmpty() || file.isPresent();
    }
}
