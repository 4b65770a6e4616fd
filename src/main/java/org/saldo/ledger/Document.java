package org.saldo.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * An invoice, credit note, debit note or prepayment request, or one instalment of it, as the seller issued it.
 * The amount is gross and always positive; {@link DocumentType#isCredit()} gives the sign on the account.
 * Issue and due date are calendar days of the company. Optional texts are empty, never null.
 */
public record Document(
        DocumentKey key,
        CustomerId customer,
        LocalDate issueDate,
        LocalDate dueDate,
        Money amount,
        List<TaxLine> taxBreakdown,
        Optional<CashDiscount> discount,
        Optional<Money> retention,
        String paymentReference,
        String purchaseOrder,
        List<String> aliases,
        String salesperson,
        String originalDocument,
        String description,
        Optional<OpeningBalance> opening) {

    public Document {
        Objects.requireNonNull(issueDate, "issue date");
        Objects.requireNonNull(dueDate, "due date");
        taxBreakdown = List.copyOf(taxBreakdown);
        aliases = List.copyOf(aliases);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(key.label() + ": amount must be positive, was " + amount);
        }
        if (!key.company().equals(customer.company())) {
            throw new IllegalArgumentException(key.label() + ": customer " + customer + " is of another company");
        }
        if (opening.isPresent() && opening.get().openAmount().compareTo(amount) > 0) {
            throw new IllegalArgumentException(key.label() + ": open amount " + opening.get().openAmount()
                    + " exceeds the amount " + amount);
        }
    }

    /** What of the document was open when it entered the ledger: all of it, or what the go-live brought along. */
    public Money openAtStart() {
        return opening.map(OpeningBalance::openAmount).orElse(amount);
    }

    /** What the document adds to the customer's account: negative for a credit note. */
    public Money balanceEffect() {
        return key.type().isCredit() ? openAtStart().negated() : openAtStart();
    }
}
