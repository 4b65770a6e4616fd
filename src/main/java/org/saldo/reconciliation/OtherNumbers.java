package org.saldo.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.ReferenceKey;

/**
 * What tells that a number is no document's, by the word beside it.
 *
 * @param orders     before the number of an order, a customer or a contract: it proves little by itself
 * @param banks      before one number of a bank's
 * @param telephones before all numbers of a telephone
 * @param currencies beside an amount
 * @param tags       that banks put into texts
 */
public record OtherNumbers(List<String> orders, List<String> banks, List<String> telephones, List<String> currencies,
                           BankTags tags) {

    private static final Set<String> NUMBER = Set.of("NO", "NR", "NUM", "N", "REF");

    public OtherNumbers {
        orders = List.copyOf(orders);
        banks = List.copyOf(banks);
        telephones = List.copyOf(telephones);
        currencies = List.copyOf(currencies);
        for (List<String> words : List.of(orders, banks, telephones, currencies)) {
            words.stream().filter(word -> ReferenceKey.of(word).isEmpty()).findFirst().ifPresent(word -> {
                throw new IllegalArgumentException("'" + word + "' is no word");
            });
        }
    }

    /** Whether one of these words stands before the piece, with or without one for number between them. */
    static boolean isBehind(Set<String> keys, TextPieces pieces, int index) {
        int word = index > 1 && NUMBER.contains(pieces.piece(index - 1)) ? index - 2 : index - 1;
        return word >= 0 && keys.contains(pieces.piece(word));
    }

    static Set<String> keys(Collection<String> words) {
        return words.stream().map(ReferenceKey::of).collect(Collectors.toUnmodifiableSet());
    }
}
