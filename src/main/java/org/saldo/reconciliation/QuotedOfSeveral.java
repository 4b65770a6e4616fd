package org.saldo.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Words;

/**
 * Documents of several customers are quoted that together are the receipt to the cent. Who is known to pay for all of them
 * settles them; else the numbers name several payers, and a person decides, with all of it as the answer. None of them is
 * noise where the payer pays for all, so what they do not add up to is a person's too.
 */
record QuotedOfSeveral(PayerDirectory directory) {

    /** Empty when the documents are those of one customer, or not the receipt. */
    Optional<Verdict> decide(Question question, Map<String, Quoted> byCustomer) {
        List<Quoted> open = byCustomer.values().stream().filter(quoted -> !quoted.isSettled()).toList();
        List<Item> items = open.stream().flatMap(quoted -> quoted.invoices().stream())
                .sorted(Comparator.comparing(Item::number).thenComparing(Item::id)).toList();
        if (open.size() < 2 || open.stream().anyMatch(quoted -> !quoted.creditNotes().isEmpty())
                || question.quotation().quotes().stream().anyMatch(quote -> quote.reference().weak())
                || open.stream().anyMatch(alone -> alone.open(question.amount()).equals(question.amount()))) {
            return Optional.empty();
        }
        Payer payer = question.payer();
        boolean paysForAll = payer.customer().isPresent() && !payer.contradicted() && open.stream().map(Quoted::customer)
                .allMatch(customer -> payer.is(customer)
                        || directory.paysFor(payer, customer, question.receipt().bookingDate()));
        if (!Quoted.sum(question.amount(), items).equals(question.amount())) {
            return paysForAll ? Optional.of(Verdict.proposed(Reason.SUM_DIFFERS, payer, told(open).and(EvidenceWord.TOGETHER,
                    Quoted.sum(question.amount(), items)), open.stream().map(quoted -> QuotedDocuments.offered(quoted, question))
                    .flatMap(Optional::stream).toList())) : Optional.empty();
        }
        List<Verdict.Part> parts = items.stream().map(item -> Verdict.Part.cash(item, item.open())).toList();
        Words evidence = told(open).and(EvidenceWord.SUM_FITS);
        return Optional.of(paysForAll
                ? Verdict.applied(Rule.QUOTED_EXACT, Reason.DOCUMENTS_QUOTED, payer.customer().get(), parts, payer, evidence)
                : Verdict.proposed(Reason.SEVERAL_CUSTOMERS_QUOTED, payer, evidence,
                        List.of(new Alternative(parts.stream().map(Verdict.Part::offered).toList()))));
    }

    private static Words told(List<Quoted> open) {
        return Words.of(EvidenceWord.QUOTES, open.stream().map(quoted -> Words.of(EvidenceWord.OF_CUSTOMER, quoted,
                quoted.customer())).toList());
    }
}
