package org.saldo.job.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.TheirLine;

/** A bridge as lines of text for a person of the house: the way from our balance to theirs, and what does not simply agree. */
final class BridgeLines {

    private BridgeLines() {
    }

    static List<String> of(Comparison comparison) {
        Bridge bridge = comparison.bridge();
        List<String> lines = new ArrayList<>();
        lines.add("%s, customer %s: %s beside account %s".formatted(comparison.letter().company().id(),
                comparison.letter().customer().id().number(), comparison.letter().fileName(), comparison.letter().about()));
        lines.add("  read as %s, signs %s%s".formatted(words(bridge.reading().basis()), words(bridge.reading().signs()),
                bridge.reading().certain() ? "" : " (not certain: check them first)"));
        comparison.remarks().forEach(remark -> lines.add("  " + plain(remark)));
        lines.add("  our balance on %s: %s".formatted(bridge.cutOff(), bridge.ours()));
        for (BridgeKind kind : BridgeKind.values()) {
            lines.add("  %-15s %5d   %s".formatted(words(kind), bridge.lines(kind).size(),
                    bridge.steps().get(kind).toDecimal().toPlainString()));
        }
        lines.add("  their balance on %s: %s".formatted(bridge.theirDay(), bridge.theirs()));
        bridge.lines().stream().filter(line -> line.kind() != BridgeKind.AGREED || line.evidence().isToCheck())
                .forEach(line -> lines.add("    " + sentence(line)));
        return lines;
    }

    private static String sentence(BridgeLine line) {
        String ours = String.join(" + ", line.ours().stream().map(OurLine::reference).filter(text -> !text.isEmpty()).toList());
        String theirs = String.join(" + ", line.theirs().stream().map(TheirLine::label).toList());
        String check = line.evidence().isToCheck() ? ", by amount, please check" : "";
        String why = line.kind() == BridgeKind.AGREED ? "" : ", " + words(line.explanation().why()) + " "
                + line.explanation().reference();
        String on = line.explanation().on().map(day -> " " + day).orElse("");
        return plain("%s: %s | %s: %s%s%s%s".formatted(words(line.kind()), ours.isEmpty() ? "-" : ours,
                theirs.isEmpty() ? "-" : theirs, line.difference(), check, why, on));
    }

    /** What comes from outside is not to steer a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
