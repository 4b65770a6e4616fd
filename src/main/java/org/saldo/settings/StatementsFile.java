package org.saldo.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.statement.StatementPolicy;

/** Reads {@code policies/statements.yaml}: for whom statements are made, who gets them, and the aging buckets. */
public final class StatementsFile {

    private StatementsFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static StatementPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        boolean send = root.flag("send-to-customers", false);
        boolean zero = root.flag("zero-balances", false);
        List<Money> minimums = root.texts("minimum").stream().map(text -> minimum(root, text)).toList();
        List<String> limits = root.texts("aging");
        root.refuseUnknown();
        AgingBuckets aging = limits.isEmpty() ? AgingBuckets.USUAL : aging(root, limits);
        try {
            return new StatementPolicy(send, zero, minimums, aging);
        } catch (IllegalArgumentException fault) {
            throw root.fault("minimum", fault.getMessage() + "; keep one that is zero or more");
        }
    }

    private static Money minimum(YamlSection root, String text) {
        String[] parts = text.split("\\s+");
        try {
            return Money.of(Currency.getInstance(parts[0]), new BigDecimal(parts[1]));
        } catch (RuntimeException fault) {
            throw root.fault("minimum", "'" + text + "' is not an amount such as EUR 5.00");
        }
    }

    private static AgingBuckets aging(YamlSection root, List<String> limits) {
        try {
            return new AgingBuckets(limits.stream().map(Integer::valueOf).toList());
        } catch (IllegalArgumentException fault) {
            throw root.fault("aging", limits + " are not ascending days such as [30, 60, 90]");
        }
    }
}
