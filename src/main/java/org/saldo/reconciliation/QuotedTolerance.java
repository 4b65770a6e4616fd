package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The known payer's receipt is short of the documents quoted by no more than the policy gives up by itself: the lower of all
 * amounts and percentages. The rest is a write-off of the largest document, unless as much was given up in the month as may
 * be, or a person has stopped one of the documents: then it stays open. Who is short again and again is asked.
 */
record QuotedTolerance(MatchingPolicy policy, PayerDirectory directory, GivenUp givenUp) implements QuotedDocuments.Fit {

    @Override
    public Optional<Verdict> decide(Question question, Quoted quoted, Words quotes) {
        Money open = quoted.open(question.amount());
        Money missing = open.minus(question.amount());
        if (!QuotedShort.isSure(question, quoted, policy) || !missing.isPositive()
                || !policy.tolerance().covers(missing, open, quoted.customer(), directory.terms(quoted.customer()))
                || !question.itemsOfAmount().isEmpty() || quoted.mayLeaveOneOut(missing)) {
            return Optional.empty();
        }
        Shortfall given = shortfall(Rule.TOLERANCE, Reason.WITHIN_TOLERANCE, quoted, missing,
                Optional.of(AllocationKind.WRITE_OFF), Words.of(EvidenceWord.SHORT_WITHIN, missing));
        int before = givenUp.ofLastInvoices(quoted.largest(), policy.tolerance().last(), policy.tolerance().again());
        if (before > 0) {
            return Optional.of(asked(question, quoted, quotes, given, before));
        }
        return Optional.of(refusal(question, quoted, missing).map(why -> shortfall(Rule.PART_PAYMENT, Reason.NOT_GIVEN_UP,
                quoted, missing, Optional.empty(), Words.of(EvidenceWord.SHORT_BUT, missing, why))).orElse(given)
                .applied(question, quoted, quotes));
    }

    private static Shortfall shortfall(Rule rule, Reason reason, Quoted quoted, Money missing,
                                       Optional<AllocationKind> settled, Words why) {
        return new Shortfall(rule, reason, DifferenceCode.UNKNOWN, quoted.missingOnLargest(missing), settled, why);
    }

    private Verdict asked(Question question, Quoted quoted, Words quotes, Shortfall given, int before) {
        Shortfall kept = new Shortfall(Rule.PART_PAYMENT, Reason.NOT_GIVEN_UP, DifferenceCode.UNKNOWN, given.kept(),
                Optional.empty(), given.why());
        return Verdict.proposed(Reason.SHORT_AGAIN, question.payer(), quotes.and(given.why()).and(
                EvidenceWord.SHORT_BEFORE, before, policy.tolerance().last()), List.of(
                kept.offered(quoted.invoices(), Words.of(EvidenceWord.REST_STAYS)),
                given.offered(quoted.invoices(), Words.of(EvidenceWord.REST_GIVEN_UP))));
    }

    /** Why nothing is given up though it would be little enough. */
    private Optional<Words> refusal(Question question, Quoted quoted, Money missing) {
        LocalDate day = question.receipt().bookingDate();
        Money most = policy.tolerance().perCustomer().get(missing.currency());
        Money mostOfAll = policy.tolerance().perCompany().get(missing.currency());
        Money ofCustomer = givenUp.ofCustomer(quoted.customer(), day, missing);
        Money ofAll = givenUp.ofCompany(day, missing);
        if (givenUp.isBlocked(quoted.invoices())) {
            return Optional.of(Words.of(EvidenceWord.STOPPED));
        }
        if (ofCustomer.plus(missing).compareTo(most) > 0) {
            return Optional.of(Words.of(EvidenceWord.GIVEN_UP_FOR_CUSTOMER, ofCustomer, most));
        }
        return ofAll.plus(missing).compareTo(mostOfAll) <= 0 ? Optional.empty()
                : Optional.of(Words.of(EvidenceWord.GIVEN_UP_BY_COMPANY, ofAll, mostOfAll));
    }
}
