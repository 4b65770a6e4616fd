package org.saldo.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a person stops reminders. The list is closed, so that causes can be counted. */
public enum BlockKind implements Word {
    OTHER("for a reason of its own", false),
    /** The amount is collected from the customer's account. */
    DIRECT_DEBIT("a direct debit is pending", true),
    WRITE_OFF_PROPOSED("a write-off is proposed", true),
    INSOLVENT("insolvent", false),
    WITH_LAWYER("with a lawyer", false),
    WITH_AGENCY("with an agency", false),
    DECEASED("deceased", false),
    /** The customer has accepted a bill: it pays when that falls due. */
    UNDER_BILL("under a bill", true),
    /** Somebody else has bought what is owed, and collects it. */
    ASSIGNED("assigned to a factor", false),
    /** We owe the same party as well. */
    PAYABLES("we owe the same party", true);

    private final String words;
    private final boolean passes;

    BlockKind(String words, boolean passes) {
        this.words = words;
        this.passes = passes;
    }

    /** As it stands in commands and files: {@code with-lawyer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String key() {
        return "block-" + word();
    }

    @Override
    public String english() {
        return words;
    }

    /** Whether it passes by itself, so that a block of this kind must name its last day. */
    public boolean passes() {
        return passes;
    }

    /** @throws Refused when the list does not have it; empty stands for {@link #OTHER} */
    public static BlockKind of(String word) {
        return word.isBlank() ? OTHER : Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word.strip().replace('_', '-'))).findFirst()
                .orElseThrow(() -> new Refused("code " + word + ": is no kind of block; write one of "
                        + Arrays.stream(values()).map(BlockKind::word).collect(Collectors.joining(", "))));
    }
}
