package org.saldo.intake;

import java.util.stream.Collectors;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;

/** Whose row it is: the company that the row names, else the one that the file is for. */
final class CompanyOfRow {

    private static final int ID_MAX = 40;

    private final Companies companies;
    private final Company otherwise;

    CompanyOfRow(Companies companies) {
        this.companies = companies;
        this.otherwise = companies.standard();
    }

    Company of(Cells cells) {
        return cells.has("company") ? named(cells) : otherwise;
    }

    Company named(Cells cells) {
        String id = cells.required("company", ID_MAX);
        return companies.find(id).orElseThrow(() -> new BadField("company",
                BadField.shown(id) + " is no company of this hub",
                "write one of " + names() + ", or add it to config/policies/companies.yaml"));
    }

    /** The company that lists the account; the standard company when none does. */
    Company ofAccount(String account) {
        return companies.all().stream().filter(company -> lists(company, account)).findFirst().orElse(otherwise);
    }

    static boolean lists(Company company, String account) {
        return company.accounts().stream().anyMatch(own -> own.iban().equalsIgnoreCase(account));
    }

    private String names() {
        return companies.all().stream().map(Company::id).collect(Collectors.joining(", "));
    }
}
