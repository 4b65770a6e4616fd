package org.saldo.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.AgingBuckets;
import org.saldo.money.Money;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementTerms;

/** Reads {@code policies/statements.yaml}: for whom statements are made and when, who gets them, and the aging buckets. */
public final class StatementsFile {

    private StatementsFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static StatementPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        StatementTerms terms = terms(root);
        List<String> limits = root.texts("aging");
        AgingBuckets aging = limits.isEmpty() ? AgingBuckets.USUAL : aging(root, limits);
        StatementPolicy policy = new StatementPolicy(terms, StatementRules.of(root), aging, StatementRules.schedules(root));
        root.refuseUnknown();
        return policy;
    }

    private static StatementTerms terms(YamlSection root) {
        StatementTerms usual = StatementTerms.usual(root.flag("send-to-customers", false),
                root.flag("zero-balances", false), minimums(root, "minimum"));
        return new StatementTerms(usual.send(), addresses(root).orElse(usual.to()), language(root), usual.zeroBalances(),
                usual.minimums(), creditBalances(root).orElse(usual.creditBalances()), workbook(root).orElse(false),
                frequency(root).orElse(usual.frequency()), "");
    }

    static Optional<Set<StatementTerms.Address>> addresses(YamlSection section) {
        if (!section.has("to")) {
            return Optional.empty();
        }
        Set<StatementTerms.Address> addresses = new LinkedHashSet<>();
        for (String text : section.texts("to")) {
            addresses.add(oneOf(section, "to", text, StatementTerms.Address.values()));
        }
        if (addresses.isEmpty()) {
            throw section.fault("to", "names no address; use statements, general or reminders");
        }
        return Optional.of(addresses);
    }

    static Optional<String> language(YamlSection section) {
        return section.optional("language", "a language such as de", text -> {
            if (Locale.forLanguageTag(text).getLanguage().isEmpty()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    static Optional<StatementTerms.CreditBalances> creditBalances(YamlSection section) {
        return section.has("credit-balances") ? Optional.of(oneOf(section, "credit-balances",
                section.text("credit-balances"), StatementTerms.CreditBalances.values())) : Optional.empty();
    }

    static Optional<Boolean> workbook(YamlSection section) {
        return section.optional("format", "pdf or pdf+xlsx", text -> switch (text) {
            case "pdf" -> false;
            case "pdf+xlsx" -> true;
            default -> throw new IllegalArgumentException(text);
        });
    }

    static Optional<StatementTerms.Frequency> frequency(YamlSection section) {
        return section.has("frequency") ? Optional.of(oneOf(section, "frequency", section.text("frequency"),
                StatementTerms.Frequency.values())) : Optional.empty();
    }

    /** The amounts, at most one a currency and none negative. */
    static List<Money> minimums(YamlSection section, String key) {
        List<Money> minimums = section.texts(key).stream().map(text -> minimum(section, key, text)).toList();
        try {
            StatementTerms.usual(false, false, minimums);
            return minimums;
        } catch (IllegalArgumentException fault) {
            throw section.fault(key, fault.getMessage() + "; keep one that is zero or more");
        }
    }

    private static <E extends Enum<E>> E oneOf(YamlSection section, String key, String text, E[] values) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw section.fault(key, "'" + text + "' is none of "
                + String.join(", ", java.util.Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList()));
    }

    private static Money minimum(YamlSection section, String key, String text) {
        String[] parts = text.split("\\s+");
        try {
            return Money.of(Currency.getInstance(parts[0]), new BigDecimal(parts[1]));
        } catch (RuntimeException fault) {
            throw section.fault(key, "'" + text + "' is not an amount such as EUR 5.00");
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
