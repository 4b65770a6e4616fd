package org.saldo.ledger;

import java.util.Optional;
import org.saldo.money.Money;

/**
 * A customer's master data as of one version. Optional texts are empty, never null; {@code language} is an
 * ISO 639-1 code, {@code country} ISO 3166-1 alpha-2, {@code currency} ISO 4217.
 */
public record Customer(
        CustomerId id,
        String name,
        String country,
        String language,
        String currency,
        String email,
        String iban,
        String paymentTerms,
        String salesperson,
        String legalName,
        String taxId,
        String statementEmail,
        String reminderEmail,
        String contactName,
        String timeZone,
        String segment,
        Optional<Money> creditLimit,
        String dunningPolicy,
        String allocationPolicy,
        String parentNumber,
        boolean intercompany,
        boolean naturalPerson,
        PostalAddress postal,
        MasterStop stop) {

    /** Without a postal address, and nothing keeps reminders back. */
    public Customer(CustomerId id, String name, String country, String language, String currency, String email, String iban,
            String paymentTerms, String salesperson, String legalName, String taxId, String statementEmail,
            String reminderEmail, String contactName, String timeZone, String segment, Optional<Money> creditLimit,
            String dunningPolicy, String allocationPolicy, String parentNumber, boolean intercompany, boolean naturalPerson) {
        this(id, name, country, language, currency, email, iban, paymentTerms, salesperson, legalName, taxId, statementEmail,
                reminderEmail, contactName, timeZone, segment, creditLimit, dunningPolicy, allocationPolicy, parentNumber,
                intercompany, naturalPerson, PostalAddress.NONE, MasterStop.NONE);
    }

    public Customer {
        Texts.require(name, "name");
        Texts.require(country, "country");
        Texts.require(language, "language");
        Texts.require(currency, "currency");
    }

    /** Where statements go: the address for statements, else the general one; empty when neither is known. */
    public String addressForStatements() {
        return statementEmail.isEmpty() ? email : statementEmail;
    }

    /** Where reminders go: the address for reminders, else the general one; empty when neither is known. */
    public String addressForReminders() {
        return reminderEmail.isEmpty() ? email : reminderEmail;
    }
}
