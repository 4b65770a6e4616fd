package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The receipt is what is open of the invoices quoted less credit notes: those that are quoted too, or, of a known payer
 * who quotes one invoice alone, the only open one of exactly the difference. Where the difference has another reason, or
 * other credit notes make it as well, a person decides.
 *
 * @param others other reasons for which less than is open may be paid
 */
record QuotedNetted(MatchingPolicy policy, List<QuotedDocuments.Fit> others) implements QuotedDocuments.Fit {

    private static final int MOST_SHOWN = 8;

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
                quotes.and(EvidenceWord.LESS_CREDITS)));
    }

    private Optional<Verdict> unquoted(Question question, Quoted quoted, Words quotes) {
        Money missing = quoted.open(question.amount()).minus(question.amount());
        if (!missing.isPositive() || quoted.weak() || question.payer().contradicted() || !question.account().hasCredits()
                || !question.payer().is(quoted.customer()) || quoted.documents() != 1) {
            return Optional.empty();
        }
        List<List<Item>> fitting = notes(question, missing);
        if (fitting.isEmpty() || isRoundShare(missing, quoted.open(missing))) {
            return Optional.empty();
        }
        List<Verdict> answers = new ArrayList<>(fitting.stream().map(notes -> Verdict.applied(Rule.CREDIT_NETTED,
                Reason.CREDIT_NOTE_NETTED, quoted.customer(),
                Netting.parts(quoted.with(notes).items().stream().filter(Item::isOpen).toList()), question.payer(),
                quotes.and(EvidenceWord.ONLY_CREDIT, notes.get(0)))).toList());
        boolean certain = answers.size() == 1 && fitting.get(0).size() == 1;
        List<Alternative> elsewhere = elsewhere(question, quoted, quotes, missing, certain);
        if (certain && elsewhere.isEmpty()) {
            return Optional.of(answers.get(0));
        }
        List<Alternative> all = new ArrayList<>(answers.stream()
                .map(answer -> answer.asAlternative(Words.said(answer.rule().label()))).toList());
        all.addAll(elsewhere);
        return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, question.payer(), quotes.and(
                EvidenceWord.CREDITS_AMONG_OTHERS, missing, fitting.get(0)), all));
    }

    /** The open credit notes of exactly the difference, else those that make it two at a time. */
    private List<List<Item>> notes(Question question, Money missing) {
        List<List<Item>> single = question.account().ofBalance(-missing.minorUnits()).stream()
                .filter(note -> note.isIssuedBy(question.receipt().bookingDate())).map(List::of).toList();
        if (!single.isEmpty() || question.account().size() > policy.searchedItems()) {
            return single;
        }
        List<Item> notes = question.openItems().stream().filter(Item::credit).toList();
        return SubsetSearch.all(notes, -missing.minorUnits(), 2, MOST_SHOWN);
    }

    /** Other reasons for the difference; a part payment is always one where the credit notes alone are not certain. */
    private List<Alternative> elsewhere(Question question, Quoted quoted, Words quotes, Money missing, boolean certain) {
        List<Alternative> found = new ArrayList<>();
        for (QuotedDocuments.Fit other : others) {
            other.decide(question, quoted, quotes).ifPresent(verdict -> found.addAll(verdict.isApplied()
                    ? List.of(verdict.asAlternative(Words.said(verdict.rule().label()))) : verdict.alternatives()));
        }
        boolean lateDiscount = quoted.invoices().size() == 1
                && QuotedDiscount.isDiscountOf(quoted.invoices().get(0), missing);
        if (found.isEmpty() && (lateDiscount || !certain)) {
            found.add(new Alternative(quoted.parts(question.amount()).stream().map(Verdict.Part::offered).toList(),
                    Words.said(lateDiscount ? DifferenceCode.DISC_UNEARNED.name() : Rule.PART_PAYMENT.label())));
        }
        return found;
    }

    /** Whether just as well a tenth, a quarter, a half is missing: what is paid in part is mostly paid in such shares. */
    private boolean isRoundShare(Money missing, Money open) {
        return policy.roundShares().stream().anyMatch(share -> open.percent(BigDecimal.valueOf(share), RoundingMode.HALF_UP)
                .equals(missing));
    }
}
