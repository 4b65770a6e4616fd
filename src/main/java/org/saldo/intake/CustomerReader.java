package org.saldo.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.Refused;
import org.saldo.reconciliation.AllocationOrder;

/**
 * Rows of customers. A row with other content than before is a new version of the customer.
 * <pre>
 * customer_id           up to 60 characters, unique in the company
 * name                  as the bank may know it
 * country               ISO 3166-1, two letters
 * language              ISO 639-1, two letters, and a country where it matters: en, zh, pt-BR
 * currency              ISO 4217, of the account
 * email                 one address; may be empty
 * iban                  the customer's bank account; may be empty
 * payment_terms         NET30, or 2/10 NET30 for 2 percent within 10 days; may be empty
 * salesperson           may be empty
 * company               optional: the seller; without it the standard company is meant
 * legal_name            optional: as it stands on statements
 * tax_id                optional
 * statement_email       optional: where statements go, when not to email
 * reminder_email        optional: where reminders go, when not to email
 * contact_name          optional
 * time_zone             optional: such as Europe/Madrid
 * segment               optional
 * credit_limit          optional: in currency, zero or more
 * dunning_policy        optional: name of a policy
 * allocation_policy     optional: what money settles that names nothing: due-oldest, oldest, pro-rata or hold
 * parent_customer_id    optional: who may pay for this customer
 * intercompany          optional: true or false
 * natural_person        optional: true or false
 * street, postal_code, city, region  optional: where letters go
 * reminder_stop         optional: why nobody reminds it: insolvent, with-lawyer, with-agency, deceased, assigned, other;
 *                       direct-debit: what it owes is collected; under-bill, write-off-proposed, payables need a last day
 * reminder_stop_until   optional: the last day of that
 * </pre>
 */
public final class CustomerReader implements RecordReader<Customer> {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern TERMS = Pattern.compile("(\\d{1,2}(\\.\\d{1,2})?/\\d{1,3} )?NET\\d{1,3}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"()]+@[^\\s@,;<>\"()]+");
    private static final Pattern REGION = Pattern.compile("(-[A-Z]{2})?");

    private final CompanyOfRow companyOfRow;

    public CustomerReader(Companies companies) {
        this.companyOfRow = new CompanyOfRow(companies);
    }

    @Override
    public Customer read(Cells cells) {
        Currency currency = cells.currency("currency");
        return new Customer(
                new CustomerId(companyOfRow.of(cells).id(), cells.required("customer_id", 60)),
                cells.required("name", 200), requiredCountry(cells), language(cells), currency.getCurrencyCode(),
                address(cells, "email"), cells.account("iban", 40), terms(cells), cells.optional("salesperson", 100),
                cells.optional("legal_name", 200), cells.optional("tax_id", 40), address(cells, "statement_email"),
                address(cells, "reminder_email"), cells.optional("contact_name", 200), zone(cells),
                cells.optional("segment", 60), cells.optionalMoney("credit_limit", currency).map(limit -> {
                    if (limit.isNegative()) {
                        throw new BadField("credit_limit", "is below zero", "write zero or more, or leave it empty");
                    }
                    return limit;
                }),
                cells.optional("dunning_policy", 60), allocationOrder(cells),
                cells.optional("parent_customer_id", 60), cells.flag("intercompany"), cells.flag("natural_person"),
                new PostalAddress(cells.optional("street", 200), cells.optional("postal_code", 20), cells.optional("city", 100),
                        cells.optional("region", 60)), stop(cells));
    }

    private static String requiredCountry(Cells cells) {
        cells.required("country", 40);
        return cells.country("country");
    }

    private static String language(Cells cells) {
        String language = cells.required("language", 40);
        if (language.length() < 2 || !LANGUAGES.contains(language.substring(0, 2))
                || !REGION.matcher(language.substring(2)).matches()) {
            throw new BadField("language", BadField.shown(language) + " is no language",
                    "write its two letters of ISO 639-1, such as de, or with a country, such as pt-BR");
        }
        return language;
    }

    private static String address(Cells cells, String column) {
        String address = cells.optional(column, 250);
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new BadField(column, BadField.shown(address) + " is no mail address",
                    "write one address, such as accounts@example.com, or leave it empty");
        }
        return address;
    }

    private static String terms(Cells cells) {
        String terms = cells.optional("payment_terms", 40);
        if (!terms.isEmpty() && !TERMS.matcher(terms).matches()) {
            throw new BadField("payment_terms", BadField.shown(terms) + " are no payment terms",
                    "write NET30, or 2/10 NET30 for 2 percent within 10 days");
        }
        return terms;
    }

    private static String allocationOrder(Cells cells) {
        String order = cells.optional("allocation_policy", 60);
        if (!order.isEmpty() && AllocationOrder.of(order).isEmpty()) {
            throw new BadField("allocation_policy", BadField.shown(order) + " is no order of allocation",
                    "write due-oldest, oldest, pro-rata or hold, or leave it empty");
        }
        return order;
    }

    private static MasterStop stop(Cells cells) {
        String word = cells.optional("reminder_stop", 30);
        if (word.isEmpty()) {
            return MasterStop.NONE;
        }
        BlockKind kind;
        try {
            kind = BlockKind.of(word);
        } catch (Refused unknown) {
            throw new BadField("reminder_stop", BadField.shown(word) + " is no reason of the list", "write one of "
                    + Arrays.stream(BlockKind.values()).map(BlockKind::word).collect(Collectors.joining(", "))
                    + ", or leave it empty");
        }
        Optional<LocalDate> until = cells.optionalDay("reminder_stop_until");
        if (kind.passes() && kind != BlockKind.DIRECT_DEBIT && until.isEmpty()) {
            throw new BadField("reminder_stop_until", "is empty, but " + kind.word() + " passes by itself",
                    "write its last day");
        }
        return new MasterStop(Optional.of(kind), until);
    }

    private static String zone(Cells cells) {
        return cells.parsed("time_zone", 60, ZoneId::of, "no time zone", "write one such as Europe/Madrid")
                .map(ZoneId::getId).orElse("");
    }
}
