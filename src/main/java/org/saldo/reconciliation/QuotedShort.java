package org.saldo.reconciliation;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The known payer's receipt is short of the documents quoted by exactly what was agreed or ordered to be kept back: the
 * retention, or a tax that the law of his country makes him withhold. Where another reason explains as much, or another
 * open item has the receipt's amount, a person decides.
 *
 * @param others other ways in which less than is open may settle what is quoted
 */
record QuotedShort(MatchingPolicy policy, PayerDirectory directory, GivenUp givenUp,
                   List<QuotedDocuments.Fit> others)
        implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Money missing = quoted.open(question.amount()).minus(question.amount());
        if (!missing.isPositive() || !isSure(question, quoted, policy)) {
            return Optional.empty();
        }
        List<Shortfall> reasons = Stream.concat(retention(quoted).stream(), withheld(question, quoted, missing).stream())
                .filter(each -> each.explains(quoted.invoices(), missing)).toList();
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        List<Alternative> elsewhere = elsewhere(question, quoted, quotes, missing);
        if (reasons.size() == 1 && elsewhere.isEmpty()) {
            return Optional.of(reasons.get(0).applied(question, quoted, quotes));
        }
        List<Alternative> all = new ArrayList<>(reasons.stream()
                .map(each -> each.offered(quoted.invoices(), Words.said(each.code().name()))).toList());
        all.addAll(elsewhere);
        return Optional.of(Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, question.payer(), quotes.and(EvidenceWord.SEVERAL_REASONS,
                missing, all.size()), all));
    }

    /** Whether payer and numbers are certain, so that an amount that differs needs no more proof. */
    static boolean isSure(Question question, Quoted quoted, MatchingPolicy policy) {
        return quoted.isStrong(policy) && !question.payer().contradicted() && question.payer().is(quoted.customer())
                && quoted.creditNotes().isEmpty() && !quoted.invoices().isEmpty();
    }

    private static Optional<Shortfall> retention(Quoted quoted) {
        List<Money> kept = quoted.invoices().stream().map(Item::retained).toList();
        return kept.stream().noneMatch(Money::isPositive) ? Optional.empty() : Optional.of(new Shortfall(Rule.RETENTION,
                Reason.RETENTION_KEPT, DifferenceCode.RETENTION, kept, Optional.empty(), Words.of(EvidenceWord.LESS_RETENTION)));
    }

    private List<Shortfall> withheld(Question question, Quoted quoted, Money missing) {
        List<Item> invoices = quoted.invoices();
        if (invoices.stream().anyMatch(item -> !item.open().equals(item.amount()))) {
            return List.of();
        }
        WithholdingTax tax = policy.differences().withholdingTax();
        Optional<AllocationKind> settled = tax.settle() == Remainder.ALLOCATE && !givenUp.isBlocked(invoices)
                ? Optional.of(AllocationKind.WITHHOLDING_TAX) : Optional.empty();
        return tax.of(directory.terms(quoted.customer()).country(), question.receipt().bookingDate()).stream()
                .filter(rate -> invoices.stream().allMatch(item -> rate.baseOf(item).isPositive()))
                .map(rate -> new Shortfall(Rule.WITHHOLDING_TAX, Reason.TAX_WITHHELD, DifferenceCode.WITHHOLDING_TAX,
                        kept(rate, invoices, missing), settled, rate.told()))
                .toList();
    }

    /** Rounded document by document, or else as a whole: then the largest bears the difference. */
    private static List<Money> kept(WithholdingTax.Rate rate, List<Item> invoices, Money missing) {
        List<Money> kept = new ArrayList<>(invoices.stream().map(rate::of).toList());
        Money zero = Money.zero(missing.currency());
        Money sum = kept.stream().reduce(zero, Money::plus);
        Money whole = invoices.stream().map(rate::baseOf).reduce(zero, Money::plus)
                .percent(rate.percent(), RoundingMode.HALF_UP);
        if (!sum.equals(missing) && whole.equals(missing)) {
            int largest = kept.indexOf(kept.stream().max(Comparator.naturalOrder()).orElseThrow());
            kept.set(largest, kept.get(largest).plus(whole).minus(sum));
        }
        return kept;
    }

    /** Other answers that fit as well. */
    private List<Alternative> elsewhere(Question question, Quoted quoted, Words quotes, Money missing) {
        List<Alternative> found = new ArrayList<>();
        question.itemsOfAmount().stream().filter(item -> !quoted.names(item)).forEach(item -> found.add(
                new Alternative(List.of(Verdict.Part.cash(item, item.open()).offered()), Words.of(EvidenceWord.EXACTLY))));
        if (quoted.invoices().size() > 1 && SubsetSearch.anyUpToThree(quoted.invoices(), missing.minorUnits())) {
            found.add(new Alternative(quoted.parts(question.amount()).stream().map(Verdict.Part::offered).toList(),
                    Words.of(EvidenceWord.NOT_ALL_MEANT)));
        }
        others.stream().map(fit -> fit.decide(question, quoted, quotes)).flatMap(Optional::stream).filter(Verdict::isApplied)
                .forEach(verdict -> found.add(verdict.asAlternative(Words.said(verdict.rule().label()))));
        if (quoted.invoices().size() == 1 && QuotedDiscount.isDiscountOf(quoted.invoices().get(0), missing)
                && found.isEmpty()) {
            found.add(new Alternative(quoted.parts(question.amount()).stream().map(Verdict.Part::offered).toList(),
                    Words.said(DifferenceCode.DISC_UNEARNED.name())));
        }
        return found;
    }
}
