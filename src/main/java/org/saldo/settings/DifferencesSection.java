package org.saldo.settings;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saldo.ledger.DifferenceCode;
import org.saldo.reconciliation.BankCharges;
import org.saldo.reconciliation.DeductionWords;
import org.saldo.reconciliation.Differences;
import org.saldo.reconciliation.Remainder;
import org.saldo.reconciliation.WithholdingTax;

/** Reads those parts of {@code policies/matching.yaml} that say what payers may keep back. */
final class DifferencesSection {

    private DifferencesSection() {
    }

    static Differences read(YamlSection root) {
        return new Differences(withholdingTax(root.section("withholding-tax")), bankCharges(root.section("bank-charges")),
                deductionWords(root.section("deduction-words")));
    }

    private static WithholdingTax withholdingTax(YamlSection section) {
        WithholdingTax tax = new WithholdingTax(settle(section), section.sections("rates").stream()
                .map(DifferencesSection::rate).toList());
        section.refuseUnknown();
        return tax;
    }

    private static WithholdingTax.Rate rate(YamlSection section) {
        String country = section.parsed("country", "a country of two capitals such as ES", DifferencesSection::country);
        try {
            WithholdingTax.Rate rate = new WithholdingTax.Rate(country, section.decimal("percent"),
                    section.parsed("base", "net or gross", text -> WithholdingTax.Base.valueOf(text.toUpperCase(Locale.ROOT))),
                    section.parsed("from", "a day such as 2026-01-31", LocalDate::parse),
                    section.optional("until", "a day such as 2026-01-31", LocalDate::parse), section.text("source"));
            section.refuseUnknown();
            return rate;
        } catch (IllegalArgumentException fault) {
            throw section.fault("percent", fault.getMessage());
        }
    }

    private static String country(String text) {
        if (!text.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static BankCharges bankCharges(YamlSection section) {
        Remainder settle = settle(section);
        List<String> words = section.texts("words");
        return new BankCharges(settle, MatchingFile.tolerance(section), words);
    }

    private static Remainder settle(YamlSection section) {
        return section.parsed("settle", "open or allocate", text -> Remainder.of(text).orElseThrow());
    }

    private static DeductionWords deductionWords(YamlSection section) {
        Map<DifferenceCode, List<String>> words = new EnumMap<>(DifferenceCode.class);
        for (DifferenceCode code : DifferenceCode.values()) {
            if (section.has(code.name())) {
                words.put(code, section.texts(code.name()));
            } else {
                section.texts(code.name());
            }
        }
        section.refuseUnknown();
        try {
            return new DeductionWords(words);
        } catch (IllegalArgumentException fault) {
            throw section.fault("deduction-words", fault.getMessage() + "; write letters or digits");
        }
    }
}
