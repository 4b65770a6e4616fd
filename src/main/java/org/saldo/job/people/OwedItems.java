package org.saldo.job.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.ItemState;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.people.PeopleStore;

/** The open items of a customer's of which a promise or a plan speaks. */
final class OwedItems {

    private final Companies companies;
    private final PeopleStore people;
    private final DunningStore store;

    OwedItems(Ledger ledger, Companies companies) {
        this.companies = companies;
        this.people = new PeopleStore(companies);
        this.store = new DunningStore(ledger);
    }

    CustomerId customer(Batch batch, Decider who, String number) {
        String company = who.company().isEmpty() ? companies.standard().id() : companies.get(who.company()).id();
        CustomerId customer = new CustomerId(company, number);
        if (!people.isKnown(batch, customer)) {
            throw new Refused("customer " + number + ": is not known in company " + company
                    + "; see `saldo export customers`, or give --company");
        }
        return customer;
    }

    /**
     * The customer's open invoices, the oldest due first.
     *
     * @param documents which of them, {@code INV-1 + INV-2}; empty for all
     * @param currency  which of them; empty when all are in one
     */
    List<Debt> owed(Batch batch, Decider who, CustomerId customer, String documents, String currency) {
        List<Debt> all = store.readCase(batch, customer, who.day()).map(DunningCase::debts).orElse(List.of());
        List<Debt> owed = new ArrayList<>(documents.isBlank() ? all : named(batch, who, documents, all));
        owed.replaceAll(Debt::withoutPauses);
        owed.removeIf(debt -> !currency.isEmpty() && !debt.open().currency().getCurrencyCode().equals(currency));
        if (owed.isEmpty()) {
            throw new Refused("customer " + customer.number() + ": owes nothing"
                    + (currency.isEmpty() ? "" : " in " + currency) + "; see `saldo explain " + customer.number() + "`");
        }
        if (owed.stream().map(debt -> debt.open().currency()).distinct().count() > 1) {
            throw new Refused("customer " + customer.number()
                    + ": owes in several currencies; say in which, or name documents of one");
        }
        owed.sort(Comparator.comparing(Debt::due).thenComparing(Debt::document).thenComparing(Debt::itemId));
        return owed;
    }

    private List<Debt> named(Batch batch, Decider who, String documents, List<Debt> all) {
        return Arrays.stream(documents.split("[+,;]")).map(String::strip).filter(name -> !name.isEmpty()).distinct()
                .map(name -> {
                    ItemState item = people.item(batch, who, name);
                    return all.stream().filter(debt -> debt.itemId() == item.id()).findFirst().orElseThrow(() ->
                            new Refused("document " + item.key().label() + ": is no open invoice of this customer; it is "
                                    + item.customer().number() + "'s, and " + item.open() + " is open"));
                }).toList();
    }
}
