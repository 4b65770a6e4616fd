package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.saldo.ledger.NumberCore;
import org.saldo.ledger.ReferenceKey;

/**
 * What a line of the customer's list calls a document, as keys: {@code whole} its document column, {@code others} its own
 * voucher and the pieces of its texts that may be numbers, {@code cores} what may stand for the number in short.
 */
record Names(String whole, List<String> others, List<String> cores) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;:|()\\[\\]、，；：（）#]+");
    private static final int PIECE_DIGITS_MIN = 3;
    private static final int PIECES_MAX = 40;
    private static final int SERIES_DIGITS_MIN = 6;

    static Names of(TheirLine line) {
        String whole = ReferenceKey.of(line.document());
        Set<String> others = new LinkedHashSet<>();
        addPieces(others, line.document());
        others.add(ReferenceKey.of(line.voucher()));
        addPieces(others, line.voucher());
        addPieces(others, line.text());
        others.remove("");
        others.remove(whole);
        return new Names(whole, List.copyOf(others), NumberCore.of(line.document(), line.date().orElse(LocalDate.EPOCH)));
    }

    private static void addPieces(Set<String> pieces, String text) {
        for (String piece : BETWEEN.split(text)) {
            String key = ReferenceKey.of(piece);
            if (pieces.size() < PIECES_MAX && key.chars().filter(Character::isDigit).count() >= PIECE_DIGITS_MIN) {
                pieces.add(key);
            }
        }
    }

    /** The document column first, then everything else. */
    List<String> all() {
        if (whole.isEmpty()) {
            return others;
        }
        List<String> all = new ArrayList<>(others.size() + 1);
        all.add(whole);
        all.addAll(others);
        return all;
    }

    /** Whether the document column has a number of one of these series, which is too long or lettered to be so by chance. */
    boolean isOfSeries(Set<String> shapes) {
        String shape = shape(whole);
        return shapes.contains(shape) && (shape.chars().anyMatch(Character::isLetter) || shape.length() >= SERIES_DIGITS_MIN);
    }

    /** The document column alone: what else the line mentions is another document. */
    Names alone() {
        return new Names(whole, List.of(), cores);
    }

    /** A key with its letters kept and every digit as 9: numbers of one series have the same. */
    static String shape(String key) {
        StringBuilder shape = new StringBuilder(key.length());
        key.chars().forEach(c -> shape.append(Character.isDigit(c) ? '9' : (char) c));
        return shape.toString();
    }
}
