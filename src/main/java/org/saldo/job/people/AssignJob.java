package org.saldo.job.people;

import java.util.Optional;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.Refused;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.store.Batch;
import org.saldo.store.DecisionRow;
import org.saldo.store.Ledger;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleStore;

/**
 * A person says whose a payment is. Said for the first time it counts from the booking date, otherwise from the day of
 * the correction. Each is taken back by the other: what was ignored by assigning it, what was assigned by unassigning it.
 */
public final class AssignJob {

    private final Consent consent;
    private final PeopleStore store;

    /** With the company forms that are shipped. */
    public AssignJob(Ledger ledger, Companies companies, Authority authority) {
        this(ledger, companies, authority, CompanyForms.SHIPPED);
    }

    /** @param forms by which the names of payers are learned */
    public AssignJob(Ledger ledger, Companies companies, Authority authority, CompanyForms forms) {
        this.consent = new Consent(ledger, authority);
        this.store = new PeopleStore(companies, forms);
    }

    /**
     * The payment is this customer's. What a person has said no rule changes: the cash waits for a person to apply it.
     *
     * @param onAccount it is meant to stay on the customer's account
     * @throws Refused when the customer is not known, or cash of the payment settles documents of another one's account
     */
    public Decided assign(Decider who, String payment, String customer, boolean onAccount) {
        return onAccount ? place(who, Instruction.place(InstructionAction.ON_ACCOUNT, payment, customer),
                Optional.of(customer), DecisionRow.ON_ACCOUNT)
                : place(who, Instruction.place(InstructionAction.ASSIGN, payment, customer), Optional.of(customer), "");
    }

    /**
     * The payment stays on the account of the customer whose it is.
     *
     * @throws Refused when nobody knows whose it is
     */
    public Decided leaveOnAccount(Decider who, String payment) {
        Instruction given = Instruction.place(InstructionAction.ON_ACCOUNT, payment, "");
        return consent.decide(who, given, batch -> {
            ReceiptState receipt = store.receipt(batch, who, payment);
            String customer = receipt.customer().orElseThrow(() -> new Refused(payment
                    + ": nobody knows whose it is; name the customer on whose account it is to stay"));
            return placing(batch, who, given, receipt, new Place(Optional.of(customer), DecisionRow.ON_ACCOUNT));
        });
    }

    /** Nobody knows whose the payment is: it is unidentified again. */
    public Decided unassign(Decider who, String payment) {
        return place(who, Instruction.place(InstructionAction.UNASSIGN, payment, ""), Optional.empty(), "");
    }

    /** The payment is none of the customers'. */
    public Decided ignore(Decider who, String payment) {
        return place(who, Instruction.place(InstructionAction.IGNORE, payment, ""), Optional.empty(), DecisionRow.NOT_OURS);
    }

    /** Whose a payment is to be, and what is to become of it beside that. */
    private record Place(Optional<String> customer, String disposition) {
    }

    private Decided place(Decider who, Instruction given, Optional<String> customer, String disposition) {
        return consent.decide(who, given, batch -> placing(batch, who, given, store.receipt(batch, who, given.payment()),
                new Place(customer, disposition)));
    }

    private Prepared placing(Batch batch, Decider who, Instruction given, ReceiptState receipt, Place place) {
        Optional<String> customer = place.customer();
        String now = says(customer, place.disposition());
        if (customer.equals(receipt.customer()) && place.disposition().equals(receipt.disposition())) {
            throw new Refused(receipt.paymentId() + ": is " + now + " already; nothing to do");
        }
        boolean sameAccount = customer.equals(receipt.customer())
                && place.disposition().equals(DecisionRow.NOT_OURS) == receipt.disposition().equals(DecisionRow.NOT_OURS);
        if (!sameAccount && !receipt.activeCash().isEmpty()) {
            throw new Refused(receipt.paymentId() + ": its cash is used" + Amounts.listed(receipt.activeCash())
                    + "; unapply these first, then say whose it is");
        }
        customer.ifPresent(number -> requireKnown(batch, receipt, number));
        store.requireAsProposed(batch, who, receipt, Optional.empty());
        return new Prepared(receipt.key().company(), given, receipt.amount(), () -> {
            store.place(batch, who, receipt, customer, place.disposition());
            return new Decided(receipt.paymentId(), receipt.paymentId() + ": " + receipt.unapplied() + " unapplied, "
                    + now + "; was " + says(receipt.customer(), receipt.disposition()));
        });
    }

    private void requireKnown(Batch batch, ReceiptState receipt, String number) {
        if (!store.isKnown(batch, new CustomerId(receipt.key().company(), number))) {
            throw new Refused("customer " + number + ": is not known in company " + receipt.key().company()
                    + "; take the customer in first, or see `saldo export customers`");
        }
    }

    private static String says(Optional<String> customer, String disposition) {
        return switch (disposition) {
            case DecisionRow.NOT_OURS -> "not ours";
            case DecisionRow.ON_ACCOUNT -> "on the account of " + customer.orElse("nobody");
            default -> customer.map(number -> number + "'s").orElse("unidentified");
        };
    }
}
