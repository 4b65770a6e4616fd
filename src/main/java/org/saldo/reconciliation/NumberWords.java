package org.saldo.reconciliation;

import java.util.Collection;
import org.saldo.ledger.ReferenceKey;

/**
 * The words by which people announce a document's number, before it or glued to it: invoice no, Rg.Nr., facture n°. A bank
 * that drops the sign from n° glues the n to the number.
 */
final class NumberWords {

    private static final int LONGEST = 20;
    private static final int MODULUS = 97;

    private final LongMap<Boolean> words = new LongMap<>();
    private final KeyShapes shapes = new KeyShapes();

    NumberWords(Collection<String> words) {
        words.stream().map(ReferenceKey::of).filter(key -> !key.isEmpty()).forEach(key -> {
            shapes.add(key);
            this.words.put(KeyHash.of(key), true);
        });
    }

    /** Whether such a word stands right before the piece. */
    boolean announces(TextPieces pieces, int index) {
        return index > 0 && isWord(pieces, index - 1);
    }

    private boolean isWord(TextPieces pieces, int index) {
        int length = pieces.length(index);
        return pieces.digits(index) == 0 && length <= LONGEST
                && KeyShapes.has(shapes.lengths(pieces.charAt(index, 0)), length)
                && words.get(pieces.hash(index, 0, index)) != null;
    }

    /**
     * How much of a piece's start may be such a word, or the start of a creditor reference (ISO 11649: RF and two digits
     * that check the rest): the first length after {@code after}; 0 when there is none.
     */
    int gluedAfter(TextPieces pieces, int index, int after) {
        int length = pieces.length(index);
        if (after == 0 && isCreditorReference(pieces, index)) {
            return 4;
        }
        long lengths = shapes.lengths(pieces.charAt(index, 0));
        for (int end = after + 1; end < length && end <= LONGEST && !isDigit(pieces.charAt(index, end - 1)); end++) {
            if (KeyShapes.has(lengths, end) && words.get(pieces.hashOfStart(index, end)) != null) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isCreditorReference(TextPieces pieces, int index) {
        int length = pieces.length(index);
        if (length < 6 || pieces.charAt(index, 0) != 'R' || pieces.charAt(index, 1) != 'F'
                || !isDigit(pieces.charAt(index, 2)) || !isDigit(pieces.charAt(index, 3))) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < length; i++) {
            int digit = Character.digit(pieces.charAt(index, (i + 4) % length), 36);
            rest = digit < 0 ? -1 : (digit < 10 ? rest * 10 + digit : rest * 100 + digit) % MODULUS;
            if (rest < 0) {
                return false;
            }
        }
        return rest == 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
