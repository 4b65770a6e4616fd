package org.saldo.reconciliation;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;

/**
 * A number that is one slip of the pen away from that of the payer's only open item of exactly this amount: one digit
 * wrong, or two changed. Three proofs, so it does not matter that the number as written is somebody else's.
 */
final class SlipOfPen {

    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.customer().isEmpty() || payer.contradicted() || question.quotation().unclear()) {
            return Optional.empty();
        }
        List<Item> exact = question.itemsOfAmount();
        if (exact.size() != 1) {
            return Optional.empty();
        }
        Item item = exact.get(0);
        LikeNumber like = LikeNumber.in(question.quotation().keys(), ReferenceKey.of(item.number()));
        if (like.found().isEmpty() || like.isAnotherNumber() || isPayableAsQuoted(question, item)) {
            return Optional.empty();
        }
        Verdict slip = Verdict.applied(Rule.SLIP_OF_PEN, Reason.SLIP_OF_PEN, item.customer(),
                List.of(Verdict.Part.cash(item, item.open())), payer, Words.of(EvidenceWord.SLIP,
                like.found(), item));
        return Optional.of(!mayStillCome(like.found(), item, question) ? slip
                : slip.asProposal(Reason.UNKNOWN_NUMBER_QUOTED, Words.of(EvidenceWord.MAY_STILL_COME)));
    }

    /** Whether the number as written may be that of a document that nobody has sent us yet: then it is no slip for certain. */
    private static boolean mayStillCome(String typed, Item item, Question question) {
        return question.items().named(typed).isEmpty() && RunningNumber.of(typed, item.number())
                .filter(number -> number.mayStillCome(item, question)).isPresent();
    }

    /** Whether what is quoted, as it is written, has this amount too: then it is no slip for certain. */
    private static boolean isPayableAsQuoted(Question question, Item item) {
        return question.quotation().quotes().stream().flatMap(quote -> quote.items().stream())
                .anyMatch(quoted -> quoted.id() != item.id() && (quoted.amount().equals(question.amount())
                        || quoted.open().equals(question.amount())));
    }
}
