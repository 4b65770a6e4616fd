package org.saldo.job.answer;

import java.util.List;
import java.util.Optional;
import org.saldo.delivery.BridgeLetter;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.store.statement.StatementRow;

/**
 * A customer's list that was put beside our account, and what may be done with the result. {@code businessKey} is the same
 * for the same bytes beside the same account; {@code statement} is the one beside which it was put, where that was one.
 *
 * @param namesIt whether that statement's own reference stands in it
 */
public record Comparison(BridgeLetter letter, Optional<StatementRow> statement, String businessKey, boolean namesIt) {

    /** What a bridge asks for. */
    public enum Next {
        /** Every line agrees by its number: nothing is left to do. */
        NOTHING,
        /** Nothing differs but what is in transit or was paired by its amount: a person looks at it. */
        LOOK,
        /** Something differs: it goes to the customer and to finance. */
        ANSWER
    }

    public Bridge bridge() {
        return letter.bridge();
    }

    /** Whether it may be our own statement that came back, be it written on: that it agrees with our account says nothing. */
    boolean isEcho() {
        return namesIt && bridge().agrees();
    }

    public Next next() {
        if (bridge().agrees()) {
            return Next.NOTHING;
        }
        boolean apart = bridge().unread() > 0 || bridge().lines().stream().anyMatch(line ->
                line.kind() != BridgeKind.AGREED && line.kind() != BridgeKind.IN_TRANSIT);
        return apart || !bridge().reading().certain() ? Next.ANSWER : Next.LOOK;
    }

    /** The bridge as lines of text for a person of the house. */
    public List<String> lines() {
        return BridgeLines.of(this);
    }

    /** What was noticed while the list was read. */
    public List<String> remarks() {
        return letter.remarks();
    }
}
