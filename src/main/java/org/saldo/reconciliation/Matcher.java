package org.saldo.reconciliation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.Words;

/**
 * Cash application for one company: decides about receipts against a book of items, which the caller changes by what is
 * applied. The same receipt, book and advices always give the same verdict. For one thread.
 */
public final class Matcher {

    /** Why a receipt waits that may pay more than one of the documents that it names. */
    private static final Set<Reason> PAYS_SEVERAL = Set.of(Reason.SEVERAL_CUSTOMERS_QUOTED, Reason.OVERPAYMENT,
            Reason.SUM_DIFFERS);

    private final MatchingPolicy policy;
    private final PayerDirectory directory;
    private final GivenUp givenUp;
    private final ItemBook book;
    private final ReferenceScanner scanner;
    private final Reconciler reconciler;

    /** Nothing was given up before. */
    public Matcher(MatchingPolicy policy, PayerDirectory directory, ItemBook book) {
        this(policy, directory, book, GivenUp.nothing());
    }

    /** @param givenUp so far, to which is added what this matcher is told */
    public Matcher(MatchingPolicy policy, PayerDirectory directory, ItemBook book, GivenUp givenUp) {
        this.policy = policy;
        this.directory = directory;
        this.givenUp = givenUp;
        this.book = book;
        this.scanner = new ReferenceScanner(policy);
        this.reconciler = new Reconciler(policy, directory, givenUp);
    }

    /** Decides about money that came in, or about a debit that is no return; {@code advices} are those of the payer. */
    public Verdict decide(Receipt receipt, List<Advice> advices) {
        return reconciler.decide(question(receipt, payer -> advices));
    }

    /** The same; {@code advices} are those of all customers, by customer. */
    public Verdict decide(Receipt receipt, Map<String, List<Advice>> advices) {
        return reconciler.decide(question(receipt, payer -> advices.isEmpty() ? List.of()
                : payer.customer().map(customer -> advices.getOrDefault(customer, List.of())).orElse(List.of())));
    }

    /**
     * What a verdict that applies the receipt confirms of its payer, to be asked before the book is changed by it: when it
     * would be the same for a stranger, its documents and amounts alone say for whom the payer pays. So does an advice that
     * was found by the payer's name.
     */
    public List<Confirmation> confirmedBy(Receipt receipt, Verdict verdict) {
        if (!verdict.isApplied() || verdict.customer().isEmpty() || verdict.parts().isEmpty()
                || !receipt.amount().isPositive()) {
            return List.of();
        }
        String customer = verdict.customer().get();
        List<Confirmation> unproved = directory.unproved(receipt, customer);
        if (unproved.isEmpty() || verdict.parts().stream().anyMatch(part -> !part.item().customer().equals(customer))) {
            return List.of();
        }
        Question question = question(receipt, payer -> List.of());
        Payer payer = question.payer();
        if (verdict.rule() == Rule.ADVICE_EXACT) {
            return payer.proof() == Payer.Proof.NAME || payer.proof() == Payer.Proof.TEXT ? unproved : List.of();
        }
        Verdict ofAnybody = reconciler.decide(question.by(Payer.unknown(List.of(), Words.of())));
        return question.quotation().isStrong(policy.partPaymentDigits()) && ofAnybody.isApplied()
                && ofAnybody.parts().equals(verdict.parts()) ? unproved : List.of();
    }

    /** A verdict is carried out: what it gives up counts from now on. */
    public void carriedOut(Receipt receipt, Verdict verdict) {
        givenUp.note(receipt, verdict);
    }

    /** Takes note of what was confirmed; it counts from {@link #learn()} on. */
    public void confirm(List<Confirmation> confirmed) {
        confirmed.forEach(directory::confirm);
    }

    /** From now on what was confirmed counts; returns the customers for whom something speaks now that did not before. */
    public Set<String> learn() {
        return directory.learn();
    }

    /** Decides about a payment that came back; {@code original} is empty when it is not known. */
    public Verdict decideReturn(Receipt returned, Optional<OriginalPayment> original) {
        return reconciler.decideReturn(returned, original);
    }

    private Question question(Receipt receipt, Function<Payer, List<Advice>> advicesOf) {
        Quotation quotation = quotationOf(receipt);
        Payer payer = directory.identify(receipt, quotation.customers());
        List<Advice> advices = advicesOf.apply(payer);
        return new Question(receipt, payer, quotation, book, advices.isEmpty() ? advices
                : advices.stream().map(advice -> advice.map(line -> book.named(line.key()))).toList());
    }

    private Quotation quotationOf(Receipt receipt) {
        return Quotation.of(textOf(receipt, scanner.tags()), scanner, book, directory.tokens());
    }

    /** All that the payer may have said, in parts: a whole structured reference or end-to-end id is a token of its own. */
    static String[] textOf(Receipt receipt, BankTags tags) {
        return new String[] {tags.outOf(receipt.remittanceText()), " ; ", receipt.structuredReference(), " ; ",
            receipt.endToEndId()};
    }

    /** The items that the receipt's text names and of which something is settled. */
    public Set<Long> settledItemsNamedBy(Receipt receipt) {
        Set<Long> settled = new HashSet<>();
        for (Quotation.Quote quote : quotationOf(receipt).quotes()) {
            for (Item item : quote.items()) {
                if (!item.open().equals(item.amount())) {
                    settled.add(item.id());
                }
            }
        }
        return settled;
    }

    /**
     * The open items that a receipt names which waits for a person, and may pay: its amount is that of the item, or it is
     * more and would pay others too.
     */
    public Set<Long> claimedBy(Receipt receipt, Verdict verdict) {
        Set<Long> claimed = new HashSet<>();
        if (!receipt.amount().isPositive() || verdict.outcome() != Outcome.PROPOSED) {
            return claimed;
        }
        boolean several = PAYS_SEVERAL.contains(verdict.reason());
        for (Quotation.Quote quote : quotationOf(receipt).quotes()) {
            for (Item item : quote.items()) {
                if (item.isOpen() && (item.open().equals(receipt.amount()) || several
                        && item.open().currency().equals(receipt.amount().currency())
                        && item.open().compareTo(receipt.amount()) < 0)) {
                    claimed.add(item.id());
                }
            }
        }
        return claimed;
    }

    /** Whether one of the payer's advices is about this receipt. */
    public boolean isAnnounced(Receipt receipt, List<Advice> advices) {
        return advices.stream().anyMatch(advice -> advice.announces(receipt.amount(), receipt.bookingDate(),
                policy.adviceDays()));
    }

    /** The keys that a document may have that the receipt's text names. */
    public static List<String> keysIn(Receipt receipt, ReferenceScanner scanner) {
        return scanner.scan(textOf(receipt, scanner.tags())).stream().map(Reference::key).distinct().toList();
    }
}
