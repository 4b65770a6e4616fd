package org.saldo.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.HolderAddress;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;

/** Reads {@code policies/bank-accounts.yaml}: the accounts that may be printed to customers once two people have said so. */
public final class BankAccountsFile {

    private static final String A_DAY = "a day such as 2026-10-01";

    private BankAccountsFile() {
    }

    /**
     * @param companies whose accounts they are; one whose kind is OWN must be among the accounts whose statements are read
     * @throws SettingsException with file and line, when a value is missing, wrong or unknown
     */
    public static PrintedAccounts read(Path file, Companies companies) {
        YamlSection root = YamlSection.read(file);
        int days = root.whole("cooling-off-days");
        List<PrintedAccount> accounts = root.sections("accounts").stream().map(section -> account(section, companies)).toList();
        root.refuseUnknown();
        try {
            return new PrintedAccounts(accounts, days);
        } catch (IllegalArgumentException fault) {
            throw root.fault(fault.getMessage().startsWith("cooling") ? "cooling-off-days" : "accounts", fault.getMessage());
        }
    }

    private static PrintedAccount account(YamlSection section, Companies companies) {
        String id = section.text("company");
        Company company = companies.find(id).orElseThrow(() -> section.fault("company",
                "'" + id + "' is no company of companies.yaml; correct its id"));
        PrintedAccount account;
        try {
            account = new PrintedAccount(section.text("id"), id, section.text("holder"),
                    section.text("iban").replace(" ", ""), section.text("bic", ""), section.text("bank"),
                    section.parsed("currency", "a currency such as EUR", Currency::getInstance),
                    section.parsed("from", A_DAY, LocalDate::parse),
                    section.optional("until", A_DAY, LocalDate::parse),
                    section.parsed("kind", "OWN or FACTOR", PrintedAccount.Kind::valueOf),
                    section.optionalSection("address").map(BankAccountsFile::address));
        } catch (IllegalArgumentException fault) {
            int colon = fault.getMessage().indexOf(": ");
            throw section.fault(fault.getMessage().substring(0, colon), fault.getMessage().substring(colon + 2));
        }
        String read = section.text("credited-to", account.iban()).replace(" ", "");
        section.refuseUnknown();
        if (!read.equals(account.iban()) && !account.isQrIban()) {
            throw section.fault("credited-to", "only a QR-IBAN is credited to another account; take it out");
        }
        if (account.kind() == PrintedAccount.Kind.OWN && !isRead(read, account, company)) {
            throw section.fault("iban", account.iban() + " in " + account.currency() + " is no account of company " + id
                    + " in companies.yaml: what is paid there would not be seen; add it there, or correct it here");
        }
        return account;
    }

    private static HolderAddress address(YamlSection section) {
        HolderAddress address;
        try {
            address = new HolderAddress(section.text("street", ""), section.text("building", ""), section.text("postal-code"),
                    section.text("town"), section.text("country"));
        } catch (IllegalArgumentException fault) {
            int colon = fault.getMessage().indexOf(": ");
            throw section.fault(fault.getMessage().substring(0, colon), fault.getMessage().substring(colon + 2));
        }
        section.refuseUnknown();
        return address;
    }

    private static boolean isRead(String iban, PrintedAccount account, Company company) {
        return company.accounts().stream().anyMatch(read -> read.iban().equals(iban)
                && read.currency().equals(account.currency().getCurrencyCode()));
    }
}
