package org.saldo.store.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.UnappliedReceipt;

/**
 * What payers wrote whose money stood on an account by mistake and was taken away again, by what is known: it is nothing
 * that the account's customer may read. The movements stay, under the bank's own reference.
 */
final class ForeignTexts {

    /** A receipt, as far as a movement names it. */
    private record Receipt(String reference, String text) {
    }

    private final Set<Receipt> foreign = new HashSet<>();

    /** @param movements all that is known of an account, on whatever day it counts */
    ForeignTexts(List<Movement> movements) {
        Map<Receipt, Integer> held = new HashMap<>();
        movements.stream().filter(ForeignTexts::isOfAReceipt).forEach(movement -> held.merge(
                new Receipt(movement.reference(), movement.text()), movement.reversal() ? -1 : 1, Integer::sum));
        held.forEach((receipt, count) -> {
            if (count <= 0) {
                foreign.add(receipt);
            }
        });
    }

    private static boolean isOfAReceipt(Movement movement) {
        return movement.kind().group() == MovementKind.Group.PAYMENTS && !movement.text().isEmpty();
    }

    List<Movement> outOf(List<Movement> movements) {
        if (foreign.isEmpty()) {
            return movements;
        }
        List<Movement> own = new ArrayList<>(movements);
        own.replaceAll(each -> isOfAReceipt(each) && foreign.contains(new Receipt(each.reference(), each.text()))
                ? new Movement(each.rowId(), each.kind(), each.effectiveOn(), each.knownAt(), each.reference(), "",
                each.reversal(), each.amount()) : each);
        return own;
    }

    List<UnappliedReceipt> outOfReceipts(List<UnappliedReceipt> receipts) {
        return foreign.isEmpty() ? receipts : receipts.stream().map(each ->
                foreign.contains(new Receipt(each.paymentId(), each.text())) ? new UnappliedReceipt(each.receiptId(),
                        each.paymentId(), each.bookedOn(), "", each.amount(), each.unapplied()) : each).toList();
    }
}
