package org.saldo.settings;

import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.money.Money;
import org.saldo.reconciliation.OverTolerance;

/** Reads {@code over-tolerance} of {@code policies/matching.yaml}: which rests nobody is asked about. */
public final class OverToleranceFile {

    private static final String SECTION = "over-tolerance";

    private OverToleranceFile() {
    }

    /** Empty where the file has no such section: every rest is shown to a person. @throws SettingsException when it is wrong */
    public static Optional<OverTolerance> read(Path file) {
        return of(YamlSection.read(file));
    }

    static Optional<OverTolerance> of(YamlSection root) {
        return root.optionalSection(SECTION).map(OverToleranceFile::section);
    }

    private static OverTolerance section(YamlSection section) {
        Map<Currency, Money> perCustomer = amounts(section, "month-per-customer");
        Map<Currency, Money> perCompany = amounts(section, "month-per-company");
        try {
            return new OverTolerance(MatchingFile.tolerance(section), perCustomer, perCompany);
        } catch (IllegalArgumentException fault) {
            throw section.fault("month-per-customer", fault.getMessage());
        }
    }

    private static Map<Currency, Money> amounts(YamlSection section, String key) {
        return section.moneys(key).stream().collect(Collectors.toMap(Money::currency, amount -> amount, Money::min));
    }
}
