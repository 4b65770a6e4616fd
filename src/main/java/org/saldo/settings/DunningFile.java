package org.saldo.settings;

import java.nio.file.Path;
import java.time.MonthDay;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.DunningPolicy;
import org.saldo.money.Money;

/** Reads {@code policies/dunning.yaml}: when a customer is reminded, and how firmly. */
public final class DunningFile {

    private DunningFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static DunningPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        try {
            DunningPolicy policy = new DunningPolicy(
                    root.text("version"),
                    root.sections("levels").stream().map(DunningFile::level).toList(),
                    root.whole("grace-days"),
                    root.optional("repeat-last-level-after-days", "a whole number", Integer::valueOf),
                    minimums(root),
                    root.whole("bank-data-age-business-days"),
                    root.whole("waiting-receipts-cover-business-days"),
                    root.whole("mails-per-run"),
                    root.sections("quiet-periods").stream().map(DunningFile::quietPeriod).toList());
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("levels", fault.getMessage());
        }
    }

    private static DunningPolicy.Level level(YamlSection section) {
        DunningPolicy.Level level = new DunningPolicy.Level(section.whole("level"), section.whole("days-overdue"),
                section.whole("days-between"));
        section.refuseUnknown();
        return level;
    }

    private static Map<Currency, Money> minimums(YamlSection root) {
        Map<Currency, Money> minimums = new LinkedHashMap<>();
        for (String text : root.texts("minimum-amounts")) {
            String[] parts = text.split("\\s+");
            Optional<Money> amount = parts.length == 2 ? money(parts) : Optional.empty();
            if (amount.isEmpty() || minimums.put(amount.get().currency(), amount.get()) != null) {
                throw root.fault("minimum-amounts", "'" + text + "' is not an amount such as EUR 10.00, one a currency");
            }
        }
        return minimums;
    }

    private static Optional<Money> money(String[] currencyAndAmount) {
        try {
            return Optional.of(Money.of(currencyAndAmount[0], currencyAndAmount[1])).filter(amount -> !amount.isNegative());
        } catch (IllegalArgumentException | ArithmeticException fault) {
            return Optional.empty();
        }
    }

    private static DunningPolicy.QuietPeriod quietPeriod(YamlSection section) {
        DunningPolicy.QuietPeriod period = new DunningPolicy.QuietPeriod(monthDay(section, "first"), monthDay(section, "last"));
        section.refuseUnknown();
        return period;
    }

    private static MonthDay monthDay(YamlSection section, String key) {
        return section.parsed(key, "a day of the year such as 12-24", text -> MonthDay.parse("--" + text));
    }
}
