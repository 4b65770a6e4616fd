package org.saldo.job.people;

import java.util.List;
import java.util.Locale;
import org.saldo.credit.CreditHold;
import org.saldo.credit.HoldStep;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.dunning.HoldStore;
import org.saldo.store.people.PeopleStore;

/** What people do about credit holds: they ask for one or its release, and say what the ERP did. */
public final class HoldDesk {

    private final PersonJobs jobs;
    private final Consent consent;
    private final HoldStore store;
    private final PeopleStore people;

    public HoldDesk(PersonJobs jobs) {
        this.jobs = jobs;
        this.consent = new Consent(jobs.ledger(), jobs.authority());
        this.store = new HoldStore(jobs.ledger());
        this.people = new PeopleStore(jobs.companies());
    }

    /**
     * The ERP is to be asked, by the next run; a hold that a person asks for is released by a person only.
     *
     * @param step {@link HoldStep#HOLD_REQUESTED} or {@link HoldStep#RELEASE_REQUESTED}
     * @throws Refused when the customer is not known, or deliveries are or are not held already
     */
    public Decided request(Decider who, String customer, HoldStep step) {
        InstructionAction action = step == HoldStep.HOLD_REQUESTED ? InstructionAction.HOLD : InstructionAction.RELEASE_HOLD;
        Instruction given = Instruction.place(action, "", customer);
        return consent.decide(who, given, batch -> {
            CustomerId id = customer(batch, who, customer);
            CreditHold before = store.hold(batch, id);
            if (!before.mayFollow(step)) {
                throw new Refused("customer " + customer + ": " + before.last().map(last -> last.label() + " is "
                        + words(last.step()) + " since " + last.on()).orElse("deliveries are not held") + "; nothing to do");
            }
            return new Prepared(id.company(), given, List.of(), () -> {
                long request = store.add(batch, id, before, new CreditHold.Proposal(step, who.reason()), true, "", who.person());
                return new Decided("CH-" + request, "CH-" + request + ": " + words(step) + " for " + customer
                        + "; the ERP is told by the next run, and it counts when it has said so");
            });
        });
    }

    /**
     * What the ERP did with a request.
     *
     * @param request {@code CH-17}
     * @throws Refused when it is not known or was answered before
     */
    public Decided answer(Decider who, String request, boolean yes) {
        long id = Amounts.id("hold", "CH-", request);
        Instruction given = Instruction.step(yes ? InstructionAction.CONFIRM_HOLD : InstructionAction.REFUSE_HOLD, request, "");
        return consent.decide(who, given, batch -> {
            CustomerId customer = store.customerOf(batch, id).orElseThrow(() -> new Refused("hold " + request
                    + ": is not known; see `saldo export holds`"));
            CreditHold before = store.hold(batch, customer);
            CreditHold.Taken asked = before.waiting().filter(each -> each.id() == id).orElseThrow(() -> new Refused("hold "
                    + request + ": waits for nothing; see `saldo export holds`"));
            HoldStep step = yes ? asked.step().confirmed() : asked.step().refused();
            return new Prepared(customer.company(), given, List.of(), () -> {
                store.add(batch, customer, before, new CreditHold.Proposal(step, who.reason()), true, "", who.person());
                return new Decided(asked.label(), asked.label() + ": " + customer.number() + " is " + words(step));
            });
        });
    }

    private CustomerId customer(Batch batch, Decider who, String number) {
        String company = who.company().isEmpty() ? jobs.companies().standard().id() : jobs.companies().get(who.company()).id();
        CustomerId id = new CustomerId(company, number);
        if (!people.isKnown(batch, id)) {
            throw new Refused("customer " + number + ": is not known in company " + company
                    + "; see `saldo export customers`, or give --company");
        }
        return id;
    }

    private static String words(HoldStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
