package org.saldo.settings;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.Rule;

/** Reads {@code policies/matching.yaml}: what cash application may do by itself. */
public final class MatchingFile {

    private MatchingFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static MatchingPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        YamlSection rules = root.section("rules");
        Set<Rule> on = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if (rule != Rule.NONE && rules.parsed(rule.label(), "true or false", MatchingFile::flag)) {
                on.add(rule);
            }
        }
        rules.refuseUnknown();
        String version = root.text("version");
        int minimumDigits = root.whole("minimum-digits");
        int partPaymentDigits = root.whole("part-payment-digits");
        int searchedItems = root.whole("searched-items");
        int adviceDays = root.whole("advice-days");
        root.refuseUnknown();
        try {
            return new MatchingPolicy(version, on, minimumDigits, partPaymentDigits, searchedItems, adviceDays);
        } catch (IllegalArgumentException fault) {
            throw root.fault("version", fault.getMessage());
        }
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
