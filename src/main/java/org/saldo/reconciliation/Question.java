package org.saldo.reconciliation;

import java.util.List;
import org.saldo.ledger.Receipt;

/**
 * A receipt and what is known beside it.
 *
 * @param openItems the payer's open items in the receipt's currency
 * @param complete  whether {@code openItems} are all there are, not just the first of very many
 * @param advices   the payer's remittance advices
 */
public record Question(Receipt receipt, Payer payer, Quotation quotation, List<Item> openItems, boolean complete,
                       List<Advice> advices) {

    public Question {
        openItems = List.copyOf(openItems);
        advices = List.copyOf(advices);
    }
}
