package org.saldo.job.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.ItemState;
import org.saldo.store.Ledger;
import org.saldo.store.people.PeopleBlockStore;
import org.saldo.store.people.PeopleStore;

/** A person stops reminders, for a document, a customer or a whole company, and lets them go on. */
public final class BlockJob {

    /** The days of a stop, both included, and why; without {@code until} it lasts until it is lifted. */
    public record Days(LocalDate from, Optional<LocalDate> until, BlockKind kind) {

        /** For a reason that only the person's words tell. */
        public Days(LocalDate from, Optional<LocalDate> until) {
            this(from, until, BlockKind.OTHER);
        }

        /** @throws Refused when it ends before it begins, or is of a kind that passes and names no last day */
        public Days {
            if (kind.passes() && until.isEmpty()) {
                throw new Refused("block: " + kind.word() + " passes by itself; say until which day it holds");
            }
            if (until.filter(last -> last.isBefore(from)).isPresent()) {
                throw new Refused("block: ends on " + until.get() + ", before it begins on " + from + "; swap the days");
            }
        }
    }

    private final Consent consent;
    private final Companies companies;
    private final PeopleStore people;
    private final PeopleBlockStore store = new PeopleBlockStore();

    public BlockJob(Ledger ledger, Companies companies, Authority authority) {
        this.consent = new Consent(ledger, authority);
        this.companies = companies;
        this.people = new PeopleStore(companies);
    }

    /** No reminder lists this document (or instalment: {@code INV-1/2}) during these days. */
    public Decided blockDocument(Decider who, String document, Days days) {
        Instruction given = Instruction.block(document, "", days.from(), days.until(), days.kind());
        return consent.decide(who, given, batch -> {
            ItemState item = people.item(batch, who, document);
            return adding(batch, who, given, new PeopleBlockStore.Target(item.customer().company(), Optional.empty(),
                    item.id()), item.key().label());
        });
    }

    /** This customer is not reminded during these days. The company is the one given, else the standard one. */
    public Decided blockCustomer(Decider who, String customer, Days days) {
        String company = companyOf(who);
        Instruction given = Instruction.block("", customer, days.from(), days.until(), days.kind());
        return consent.decide(who, given, batch -> {
            if (!people.isKnown(batch, new CustomerId(company, customer))) {
                throw new Refused("customer " + customer + ": is not known in company " + company
                        + "; see `saldo export customers`, or give --company");
            }
            return adding(batch, who, given, new PeopleBlockStore.Target(company, Optional.of(customer), 0), customer);
        });
    }

    /** Nobody is reminded for this company during these days. */
    public Decided blockCompany(Decider who, String company, Days days) {
        companies.get(company);
        Instruction given = Instruction.block("", "", days.from(), days.until(), days.kind());
        return consent.decide(who, given, batch -> adding(batch, who, given,
                new PeopleBlockStore.Target(company, Optional.empty(), 0), "company " + company));
    }

    private Prepared adding(Batch batch, Decider who, Instruction given, PeopleBlockStore.Target target, String name) {
        return new Prepared(target.company(), given, List.of(), () -> {
            long id = store.add(batch, who, target, BlockKind.of(given.terms().code()), given.from().orElse(who.day()),
                    given.until());
            return new Decided("B-" + id, "B-" + id + ": no reminders for " + name + " from "
                    + given.from().orElse(who.day()) + given.until().map(until -> " until " + until)
                    .orElse(" until it is lifted"));
        });
    }

    /** Reminders go on from the day of the decision. @throws Refused when the block is not known, or lifted already */
    public Decided lift(Decider who, String block) {
        long id = Amounts.id("block", "B-", block);
        Instruction given = Instruction.lift(block);
        return consent.decide(who, given, batch -> {
            PeopleBlockStore.BlockRow row = store.find(batch, id).orElseThrow(() -> new Refused("block " + block
                    + ": is not known; `saldo explain` of the customer or document names its blocks"));
            row.liftedBy().ifPresent(person -> {
                throw new Refused(row.label() + ": was lifted already by " + person + "; nothing to do");
            });
            return new Prepared(row.company(), given, List.of(), () -> {
                store.lift(batch, who, row);
                return new Decided(row.label(), row.label() + ": lifted from " + who.day() + " on");
            });
        });
    }

    private String companyOf(Decider who) {
        return who.company().isEmpty() ? companies.standard().id() : companies.get(who.company()).id();
    }
}
