package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * The receipt is what is open of the invoices quoted less credit notes: those that are quoted too, or, of a known payer
 * who quotes one invoice alone, the only open one of exactly the difference.
 */
record QuotedNetted() implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Payer payer = question.payer();
        Money open = quoted.open(question.amount());
        List<Item> creditNotes = quoted.creditNotes();
        if (creditNotes.isEmpty()) {
            return unquoted(question, quoted, quotes);
        }
        if (quoted.weak() || payer.contradicted() || quoted.invoices().isEmpty()
                || !open.minus(Quoted.sum(open, creditNotes)).equals(question.amount())) {
            return Optional.of(Verdict.proposed(Reason.CREDIT_NOTE_QUOTED, payer, quotes,
                    QuotedDocuments.offered(quoted, question).stream().toList()));
        }
        return Optional.of(Verdict.applied(Rule.CREDIT_NETTED, Reason.CREDIT_NOTE_NETTED, quoted.customer(),
                Netting.parts(quoted.items().stream().filter(Item::isOpen).toList()), payer,
                quotes.and("; the invoices less the credit notes add up to the receipt")));
    }

    private static Optional<Verdict> unquoted(Question question, Quoted quoted, Words quotes) {
        Money missing = quoted.open(question.amount()).minus(question.amount());
        if (!missing.isPositive() || quoted.weak() || question.payer().contradicted() || !question.account().hasCredits()
                || !question.payer().is(quoted.customer()) || quoted.documents() != 1) {
            return Optional.empty();
        }
        List<Item> fitting = question.account().ofBalance(-missing.minorUnits()).stream()
                .filter(note -> note.isIssuedBy(question.receipt().bookingDate())).toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(Verdict.applied(Rule.CREDIT_NETTED, Reason.CREDIT_NOTE_NETTED, quoted.customer(),
                Netting.parts(quoted.with(fitting).items().stream().filter(Item::isOpen).toList()), question.payer(),
                quotes.and("; the payer's only open credit note of the difference is ", fitting.get(0))));
    }
}
