package org.saldo.job.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;
import org.saldo.store.Batch;
import org.saldo.store.DecisionRow;
import org.saldo.store.Ledger;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleRefundStore;
import org.saldo.store.people.PeopleRefundStore.Link;
import org.saldo.store.people.PeopleStore;

/**
 * A person says which payment a debit has taken back, or which one the company sent back by it. As much of both as came back
 * is used up; what the payment had settled is open again, and what the debit is more stays on it as a bank's charge. It is
 * taken back by {@code unapply} of its allocation.
 */
public final class RefundJob {

    private static final Pattern WITH_AMOUNT = Pattern.compile("(.+?)\\s+([0-9]+(?:[.,][0-9]{1,4})?)");
    private static final String KIND = " " + AllocationKind.REFUND;

    private final Consent consent;
    private final PeopleStore store;
    private final PeopleRefundStore refunds;

    public RefundJob(Ledger ledger, Companies companies, Authority authority) {
        this.consent = new Consent(ledger, authority);
        this.store = new PeopleStore(companies);
        this.refunds = new PeopleRefundStore(store);
    }

    /**
     * Links a payment with a debit.
     *
     * @param given one of them as its payment, the other one as its document, with the amount behind it ({@code P-1 10.00})
     *              or as its amount; without one as much as can have come back
     * @throws Refused when they do not belong together, or there is not so much on either side
     */
    public Decided refund(Decider who, Instruction given) {
        return consent.decide(who, given, batch -> prepared(batch, who, given, store.receipt(batch, who, given.payment()),
                given.documents()));
    }

    /** Whether a proposal of the hub names the payment that a debit has taken back. */
    static boolean isMeant(String documents) {
        return documents.endsWith(KIND);
    }

    /** The other receipt, and the amount where it is said. */
    private record Named(String name, Optional<BigDecimal> amount) {
    }

    private Named named(Batch batch, String documents, ReceiptState near) {
        String text = isMeant(documents) ? documents.substring(0, documents.length() - KIND.length()).strip() : documents;
        Matcher matcher = WITH_AMOUNT.matcher(text);
        return refunds.isReceipt(batch, text, near) || !matcher.matches() ? new Named(text, Optional.empty())
                : new Named(matcher.group(1), Optional.of(new BigDecimal(matcher.group(2).replace(',', '.'))));
    }

    Prepared prepared(Batch batch, Decider who, Instruction given, ReceiptState one, String documents) {
        Named named = named(batch, documents, one);
        ReceiptState other = refunds.receipt(batch, who, named.name(), one);
        boolean isDebit = one.amount().isNegative();
        ReceiptState payment = isDebit ? other : one;
        ReceiptState debit = isDebit ? one : other;
        requireFit(payment, debit);
        store.requireAsProposed(batch, who, payment, Optional.empty());
        store.requireAsProposed(batch, who, debit, Optional.empty());
        Link link = link(payment, debit, given.amount().or(named::amount));
        List<Prepared.Charge> charges = new ArrayList<>(List.of(new Prepared.Charge(PersonAction.APPLY, link.amount())));
        link.reopened().stream().map(AllocationRow::amount).collect(Collectors.groupingBy(amount ->
                        amount.currency().getCurrencyCode(), TreeMap::new, Collectors.reducing(Money::plus))).values().stream()
                .flatMap(Optional::stream).forEach(sum -> charges.add(new Prepared.Charge(PersonAction.UNAPPLY, sum)));
        return new Prepared(payment.key().company(), given.withDocuments(documents), charges, () -> {
            List<String> open = refunds.documents(batch, who, link.reopened());
            long id = refunds.write(batch, who, link);
            return new Decided("A-" + id, "A-" + id + ": " + link.amount() + " of " + payment.paymentId() + " went back with "
                    + debit.paymentId() + (open.isEmpty() ? "" : "; open again: " + String.join(", ", open))
                    + (link.left().isZero() ? "" : "; " + link.left().abs() + " stay on " + debit.paymentId() + " ("
                    + DifferenceCode.BANK_CHARGE + ")"));
        });
    }

    private static Link link(ReceiptState payment, ReceiptState debit, Optional<BigDecimal> said) {
        Money out = debit.unapplied().abs();
        Money returnable = payment.unapplied().plus(payment.applied());
        Money amount = said.map(number -> Amounts.positive(payment.amount().currency(), number)).orElse(out.min(returnable));
        if (!amount.isPositive() || amount.compareTo(out) > 0 || amount.compareTo(returnable) > 0) {
            throw new Refused(payment.paymentId() + " and " + debit.paymentId() + ": " + returnable + " of the payment can have"
                    + " come back, and " + out + " of the debit are left; link at most the smaller of them");
        }
        if (amount.compareTo(payment.unapplied()) <= 0) {
            return new Link(payment, debit, amount, List.of());
        }
        List<AllocationRow> settled = payment.allocations().stream().filter(row -> row.isActive()
                && row.receiptId() == payment.id() && row.kind() != AllocationKind.REFUND).toList();
        if (!amount.equals(returnable)) {
            throw new Refused(payment.paymentId() + ": " + payment.unapplied() + " of it are unapplied, and " + amount
                    + " came back" + Amounts.listed(settled) + "; unapply first what is no longer paid");
        }
        return new Link(payment, debit, amount, settled);
    }

    private static void requireFit(ReceiptState payment, ReceiptState debit) {
        String where = payment.paymentId() + " and " + debit.paymentId() + ": ";
        if (!payment.amount().isPositive() || !debit.amount().isNegative()) {
            throw new Refused(where + "both are money " + (payment.amount().isPositive() ? "in" : "out")
                    + "; name a payment and the debit that took it back");
        }
        if (!payment.key().company().equals(debit.key().company())
                || !payment.amount().currency().equals(debit.amount().currency())) {
            throw new Refused(where + "are not of one company and currency; link what belongs together");
        }
        if (payment.bookingDate().isAfter(debit.bookingDate())) {
            throw new Refused(where + "the debit was booked before the payment; name the payment that it took back");
        }
        boolean notOurs = payment.disposition().equals(DecisionRow.NOT_OURS);
        if (!notOurs && debit.disposition().equals(DecisionRow.NOT_OURS)) {
            throw new Refused(where + debit.paymentId() + " was declared not ours; first `saldo assign " + debit.paymentId()
                    + " CUSTOMER`");
        }
        if (notOurs && !debit.disposition().equals(DecisionRow.NOT_OURS) && !debit.activeCash().isEmpty()) {
            throw new Refused(where + "the debit has taken back a payment that is ours" + Amounts.listed(debit.activeCash())
                    + "; unapply that first");
        }
        if (!debit.customer().equals(payment.customer()) && !debit.activeCash().isEmpty()) {
            throw new Refused(where + "the debit has taken back a payment of another customer"
                    + Amounts.listed(debit.activeCash()) + "; unapply that first");
        }
    }
}
