package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * What is open of the invoices quoted adds up to the receipt; with documents of the payer that are quoted by a part of
 * their number, when those alone make the sum.
 */
record QuotedExact(PayerDirectory directory, NumberCores cores) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        if (!quoted.creditNotes().isEmpty()) {
            return Optional.empty();
        }
        Payer payer = question.payer();
        if (quoted.open(question.amount()).equals(question.amount())) {
            if (quoted.weak() && !payer.mayBe(quoted.customer())) {
                return Optional.of(Verdict.proposed(Reason.PAYER_UNCERTAIN, payer,
                        quotes.and(EvidenceWord.MAY_BE_ELSE),
                        QuotedDocuments.offered(quoted, question).stream().toList()));
            }
            return Optional.of(applied(Rule.QUOTED_EXACT, question, quoted, quotes));
        }
        if (!payer.mayBe(quoted.customer())) {
            return Optional.empty();
        }
        List<Item> more = cores.completing(question, quoted);
        return more.isEmpty() ? Optional.empty() : Optional.of(applied(Rule.QUOTED_CORE, question, quoted.with(more),
                quotes.and(EvidenceWord.AND_PARTS, more)));
    }

    private Verdict applied(Rule rule, Question question, Quoted quoted, Words quotes) {
        Payer payer = question.payer();
        String paidBy = !payer.is(quoted.customer())
                && directory.paysFor(payer, quoted.customer(), question.receipt().bookingDate())
                ? payer.customer().orElseThrow() : quoted.customer();
        return Verdict.applied(rule, Reason.DOCUMENTS_QUOTED, paidBy, quoted.parts(question.amount()), payer,
                quotes.and(EvidenceWord.SUM_FITS));
    }
}
