package org.saldo.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.TheirLine;
import org.saldo.statement.bridge.Why;

/**
 * What is said of a bridge's lines in one language: to the customer, who is told nothing of other accounts, or to finance,
 * which is also told what to do.
 */
record BridgeWording(StatementWording words, boolean finance) {

    private static final int NAMES_MOST = 3;

    String of(BridgeKind kind) {
        return words.of(StatementWord.valueOf("BRIDGE_" + kind.name()));
    }

    /** Why the line differs, and whether it is to be checked. */
    String why(BridgeLine line) {
        Why why = line.explanation().why();
        Why told = why == Why.OTHER_ACCOUNT && !finance ? Why.UNKNOWN_TO_US : why;
        String text = told == Why.NOTHING ? "" : words.of(StatementWord.valueOf("BRIDGE_WHY_" + told.name()), Map.of(
                "reference", Wording.line(line.explanation().reference()),
                "day", line.explanation().on().map(words::day).orElse(""))).replaceAll("\\s+", " ").strip();
        String check = line.evidence().isToCheck() ? words.of(StatementWord.BRIDGE_CHECK) : "";
        return (check + (check.isEmpty() || text.isEmpty() ? "" : "; ") + text).strip();
    }

    /** What finance may do about it; empty when there is nothing to do. */
    String suggestion(BridgeLine line) {
        StatementWord word = switch (line.explanation().why()) {
            case NOT_WITH_THEM, DEDUCTION -> StatementWord.BRIDGE_DO_SEND_COPY;
            case NOT_RECEIVED -> StatementWord.BRIDGE_DO_ASK_PROOF;
            case SENT_NOT_RECEIVED, ON_ITS_WAY -> StatementWord.BRIDGE_DO_WAIT;
            case PART_PAID, SETTLED_WITH_US, VOID_WITH_US, LISTED_TWICE, APPLIED_WITH_US, ROUNDING ->
                    StatementWord.BRIDGE_DO_TELL;
            case UNAPPLIED_CASH, TAKEN_OFF, CREDIT_NOTE -> StatementWord.BRIDGE_DO_APPLY;
            case RECEIVED_LATER, PAID_LATER, AFTER_OUR_CUT_OFF, AFTER_THEIR_LIST -> null;
            case NOTHING, CANCELS_OUT -> line.evidence().isToCheck() ? StatementWord.BRIDGE_DO_CHECK : null;
            default -> StatementWord.BRIDGE_DO_CLARIFY;
        };
        return word == null ? "" : words.of(word);
    }

    /** How the list was understood, in one or two sentences. */
    List<String> reading(Bridge bridge) {
        String basis = words.of(StatementWord.valueOf("BRIDGE_READ_" + bridge.reading().basis().name()));
        String signs = words.of(StatementWord.valueOf("BRIDGE_SIGNS_" + bridge.reading().signs().name()));
        List<String> read = List.of(basis + " " + signs);
        return bridge.reading().certain() ? read : List.of(read.get(0), words.of(StatementWord.BRIDGE_UNCERTAIN));
    }

    static String ours(BridgeLine line) {
        return named(line.ours().stream().map(OurLine::reference).filter(text -> !text.isEmpty()).toList());
    }

    static String theirs(BridgeLine line) {
        return named(line.theirs().stream().map(TheirLine::label).toList());
    }

    private static String named(List<String> names) {
        return names.stream().limit(NAMES_MOST).map(Wording::line).collect(Collectors.joining(", "))
                + (names.size() > NAMES_MOST ? ", …" : "");
    }

    /** What the line is called: ours, else theirs, else that it is a balance or a total. */
    String label(BridgeLine line) {
        String ours = ours(line);
        return !ours.isEmpty() ? ours : !theirs(line).isEmpty() ? theirs(line) : words.of(StatementWord.TOTAL);
    }
}
