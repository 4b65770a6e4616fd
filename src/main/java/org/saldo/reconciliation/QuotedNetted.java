package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.saldo.money.Money;

/**
 * The receipt is what is open of the invoices quoted less credit notes: those that are quoted too, or, of a known payer
 * who quotes one invoice alone, the only open one of exactly the difference.
 */
record QuotedNetted() implements QuotedDocuments.Fit {

    private static final int[] ROUND_SHARES = {10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90};

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
        if (fitting.size() != 1 || isRoundShare(missing, quoted.open(missing))) {
            return Optional.empty();
        }
        return Optional.of(Verdict.applied(Rule.CREDIT_NETTED, Reason.CREDIT_NOTE_NETTED, quoted.customer(),
                Netting.parts(quoted.with(fitting).items().stream().filter(Item::isOpen).toList()), question.payer(),
                quotes.and("; the payer's only open credit note of the difference is ", fitting.get(0))));
    }

    /** Whether just as well a tenth, a quarter, a half is missing: what is paid in part is mostly paid in such shares. */
    private static boolean isRoundShare(Money missing, Money open) {
        return IntStream.of(ROUND_SHARES).anyMatch(share -> open.percent(BigDecimal.valueOf(share), RoundingMode.HALF_UP)
                .equals(missing));
    }
}
