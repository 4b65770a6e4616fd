package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Receipt;

/**
 * Cash application for one company: decides about receipts against a book of items, which the caller changes by what is
 * applied. The same receipt, book and advices always give the same verdict. One matcher is for one thread.
 */
public final class Matcher {

    private final PayerDirectory directory;
    private final ItemBook book;
    private final ReferenceScanner scanner;
    private final Reconciler reconciler;

    public Matcher(MatchingPolicy policy, PayerDirectory directory, ItemBook book) {
        this.directory = directory;
        this.book = book;
        this.scanner = new ReferenceScanner(policy);
        this.reconciler = new Reconciler(policy, directory);
    }

    /** Who paid, by account and name. */
    public Payer payerOf(Receipt receipt) {
        return directory.identify(receipt.payerName(), receipt.payerIban());
    }

    /** Decides about money that came in, or about a debit that is no return; {@code advices} are those of the payer. */
    public Verdict decide(Receipt receipt, List<Advice> advices) {
        return reconciler.decide(new Question(receipt, payerOf(receipt), Quotation.of(textOf(receipt), scanner, book), book,
                advices.isEmpty() ? advices
                        : advices.stream().map(advice -> advice.map(line -> book.named(line.key()))).toList()));
    }

    /** Decides about a payment that came back; {@code original} is empty when it is not known. */
    public Verdict decideReturn(Receipt returned, Optional<OriginalPayment> original) {
        return reconciler.decideReturn(returned, original);
    }

    /** All that the payer may have said: a whole structured reference or end-to-end id is a token of its own. */
    static String textOf(Receipt receipt) {
        return receipt.remittanceText() + " ; " + receipt.structuredReference() + " ; " + receipt.endToEndId();
    }

    /** The keys that a document may have that the receipt's text names. */
    public static List<String> keysIn(Receipt receipt, ReferenceScanner scanner) {
        return scanner.scan(textOf(receipt)).stream().map(Reference::key).distinct().toList();
    }
}
