package org.saldo.job;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.ItemState;
import org.saldo.store.Ledger;
import org.saldo.store.PeopleBlockStore;
import org.saldo.store.PeopleStore;

/** A person stops reminders, for a document, a customer or a whole company, and lets them go on. */
public final class BlockJob {

    /** The days of a stop, both included; without {@code until} it lasts until it is lifted. */
    public record Days(LocalDate from, Optional<LocalDate> until) {

        /** @throws Refused when it ends before it begins */
        public Days {
            if (until.filter(last -> last.isBefore(from)).isPresent()) {
                throw new Refused("block: ends on " + until.get() + ", before it begins on " + from + "; swap the days");
            }
        }
    }

    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;
    private final PeopleStore people;
    private final PeopleBlockStore store = new PeopleBlockStore();

    public BlockJob(Ledger ledger, Companies companies, Authority authority) {
        this.ledger = ledger;
        this.companies = companies;
        this.authority = authority;
        this.people = new PeopleStore(companies);
    }

    /** No reminder lists this document (or instalment: {@code INV-1/2}) during these days. */
    public Decided blockDocument(Decider who, String document, Days days) {
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ItemState item = people.item(batch, who, document);
            return add(batch, who, new PeopleBlockStore.Target(item.customer().company(), Optional.empty(), item.id()),
                    item.key().label(), days);
        });
    }

    /** This customer is not reminded during these days. The company is the one given, else the standard one. */
    public Decided blockCustomer(Decider who, String customer, Days days) {
        String company = companyOf(who);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            if (!people.isKnown(batch, new CustomerId(company, customer))) {
                throw new Refused("customer " + customer + ": is not known in company " + company
                        + "; see `saldo export customers`, or give --company");
            }
            return add(batch, who, new PeopleBlockStore.Target(company, Optional.of(customer), 0), customer, days);
        });
    }

    /** Nobody is reminded for this company during these days. */
    public Decided blockCompany(Decider who, String company, Days days) {
        companies.get(company);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch ->
                add(batch, who, new PeopleBlockStore.Target(company, Optional.empty(), 0), "company " + company, days));
    }

    private Decided add(Batch batch, Decider who, PeopleBlockStore.Target target, String name, Days days) {
        authority.require(who.person(), PersonAction.BLOCK);
        long id = store.add(batch, who, target, days.from(), days.until());
        return new Decided("B-" + id, "B-" + id + ": no reminders for " + name + " from " + days.from()
                + days.until().map(until -> " until " + until).orElse(" until it is lifted"));
    }

    /** Reminders go on from the day of the decision. @throws Refused when the block is not known, or lifted already */
    public Decided lift(Decider who, String block) {
        long id = Amounts.id("block", "B-", block);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            authority.require(who.person(), PersonAction.BLOCK);
            PeopleBlockStore.BlockRow row = store.find(batch, id).orElseThrow(() -> new Refused("block " + block
                    + ": is not known; `saldo explain` of the customer or document names its blocks"));
            row.liftedBy().ifPresent(person -> {
                throw new Refused(row.label() + ": was lifted already by " + person + "; nothing to do");
            });
            store.lift(batch, who, row);
            return new Decided(row.label(), row.label() + ": lifted from " + who.day() + " on");
        });
    }

    private String companyOf(Decider who) {
        return who.company().isEmpty() ? companies.standard().id() : companies.get(who.company()).id();
    }
}
