package org.saldo.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.ReminderFee;
import org.saldo.money.Money;

/** Reads {@code policies/interest.yaml}: from whom interest is claimed, by which law, and how. */
public final class InterestFile {

    private InterestFile() {
    }

    /**
     * @param laws by id, those of {@link InterestRatesFile}
     * @throws SettingsException with file and line, when a value is missing, wrong or unknown
     */
    public static InterestPolicy read(Path file, Map<String, Law> laws) {
        YamlSection root = YamlSection.read(file);
        try {
            InterestPolicy policy = new InterestPolicy(root.text("version"), root.whole("from-level"), minimums(root),
                    root.optionalSection("charging").map(InterestFile::charging),
                    root.sections("rules").stream().map(section -> rule(section, laws)).toList(),
                    root.whole("warn-days-before-rates-end", InterestPolicy.WARNED_USUAL));
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("rules", fault.getMessage());
        }
    }

    private static InterestPolicy.Charging charging(YamlSection section) {
        InterestPolicy.Charging charging = new InterestPolicy.Charging(
                section.parsed("from", "a day such as 2027-01-01", LocalDate::parse), section.whole("due-days"));
        section.refuseUnknown();
        return charging;
    }

    private static Map<Currency, Money> minimums(YamlSection root) {
        Map<Currency, Money> minimums = new LinkedHashMap<>();
        for (Money amount : root.moneys("minimum-amounts")) {
            if (amount.isNegative() || minimums.put(amount.currency(), amount) != null) {
                throw root.fault("minimum-amounts", amount + ": give each currency one amount that is not negative");
            }
        }
        return minimums;
    }

    private static InterestPolicy.Rule rule(YamlSection section, Map<String, Law> laws) {
        InterestPolicy.Use use = section.parsed("use", "none, reserve, announce or charge", InterestFile::use);
        try {
            InterestPolicy.Rule rule = new InterestPolicy.Rule(texts(section, "companies"), texts(section, "countries"),
                    texts(section, "segments"), texts(section, "customers"), use, law(section, laws),
                    section.flag("natural-persons", false), fees(section));
            section.refuseUnknown();
            return rule;
        } catch (IllegalArgumentException fault) {
            throw section.fault("use", fault.getMessage() + "; correct the rule");
        }
    }

    private static ReminderFee.Terms fees(YamlSection section) {
        return new ReminderFee.Terms(section.optional("reminder-fees", "law, contract or none", text ->
                Arrays.stream(ReminderFee.Claim.values()).filter(claim -> claim.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst().orElseThrow()).orElse(ReminderFee.Claim.LAW),
                LadderSection.amounts(section, "reminder-fees-most"));
    }

    private static InterestPolicy.Use use(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return InterestPolicy.Use.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Optional<Law> law(YamlSection section, Map<String, Law> laws) {
        Optional<Law> named = section.optional("law", "the id of a law of interest-rates.yaml", id ->
                Optional.ofNullable(laws.get(id)).orElseThrow());
        Optional<Law> atRate = section.optional("contract-rate", "a number such as 12.0, in percent a year",
                InterestRatesFile::notNegative).map(rate -> named.map(law -> law.atContractRate(rate))
                        .orElseThrow(() -> section.fault("contract-rate", "needs a law that says the rest; add law")))
                .or(() -> named);
        Optional<Law> law = section.flag("lump-sums", true) ? atRate : atRate.map(Law::withoutLumpSum);
        Optional<BigDecimal> fine = section.optional("contract-fine", "a number such as 2.0, in percent of the debt",
                InterestRatesFile::notNegative);
        if (fine.isPresent() && law.isEmpty()) {
            throw section.fault("contract-fine", "needs a law that says the rest; add law");
        }
        return fine.isPresent() ? law.map(each -> each.withFine(fine.get())) : law;
    }

    private static Set<String> texts(YamlSection section, String key) {
        return new LinkedHashSet<>(section.texts(key));
    }
}
