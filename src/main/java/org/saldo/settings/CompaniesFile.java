package org.saldo.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.ReferenceForm;
import org.saldo.ledger.ReferenceScheme;

/** Reads {@code policies/companies.yaml}: the sellers, the first being the default one. */
public final class CompaniesFile {

    private CompaniesFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static Companies read(Path file) {
        YamlSection root = YamlSection.read(file);
        List<Company> companies = root.sections("companies").stream().map(CompaniesFile::company).toList();
        root.refuseUnknown();
        try {
            return new Companies(companies);
        } catch (IllegalArgumentException fault) {
            throw root.fault("companies", fault.getMessage());
        }
    }

    private static Company company(YamlSection section) {
        Company company = new Company(
                section.text("id"),
                section.text("name"),
                section.texts("address"),
                section.text("tax-id", ""),
                section.text("country"),
                Locale.forLanguageTag(section.text("language")),
                section.parsed("time-zone", "a time zone such as Europe/Berlin", ZoneId::of),
                section.parsed("mode", "SHADOW or SUBLEDGER", Company.Mode::valueOf),
                section.sections("accounts").stream().map(CompaniesFile::account).toList(),
                section.optional("closed-through", "a day such as 2026-09-30", LocalDate::parse),
                section.text("reply-to", ""),
                section.texts("finance-mail"),
                section.sections("payment-references").stream().map(CompaniesFile::reference).toList());
        section.refuseUnknown();
        return company;
    }

    private static ReferenceForm reference(YamlSection section) {
        ReferenceScheme scheme = section.parsed("scheme", "one of " + Arrays.toString(ReferenceScheme.values()),
                ReferenceScheme::valueOf);
        String form = section.text("form");
        section.refuseUnknown();
        try {
            return new ReferenceForm(scheme, form);
        } catch (IllegalArgumentException fault) {
            throw section.fault("form", fault.getMessage());
        }
    }

    private static Company.BankAccount account(YamlSection section) {
        Company.BankAccount account = new Company.BankAccount(section.text("iban").replace(" ", ""),
                section.text("currency"), section.text("bank", ""));
        section.refuseUnknown();
        return account;
    }
}
