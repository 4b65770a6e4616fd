package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.ReferenceKey;

/**
 * Finds what in a text may be a document's number: whole tokens of the original text, and neighbouring tokens joined over
 * separators, blanks and a bank's line folds. Whether such a join is a number is decided by the documents: only a join
 * that is some document's key as a whole counts. Dates, years, amounts, account and telephone numbers are left out.
 */
public final class ReferenceScanner {

    private static final int LONGEST_KEY = 40;
    private static final int MOST_PIECES_JOINED = 7;
    private static final int MOST_BLANKS = 3;
    private static final int LONGEST_PREFIX = 6;

    private final int minimumDigits;

    public ReferenceScanner(MatchingPolicy policy) {
        this.minimumDigits = policy.minimumDigits();
    }

    /** The possible references of {@code text} in the order of the text. */
    public List<Reference> scan(String text) {
        TextPieces pieces = new TextPieces(text);
        boolean[] marked = NoReference.in(pieces);
        List<Reference> found = new ArrayList<>();
        for (int first = 0; first < pieces.count(); first++) {
            joinFrom(first, pieces, marked, found);
        }
        return found;
    }

    private void joinFrom(int first, TextPieces pieces, boolean[] marked, List<Reference> found) {
        StringBuilder joined = new StringBuilder();
        int digits = 0;
        int blanks = 0;
        boolean anyMarked = false;
        boolean allMarked = true;
        boolean anyWord = false;
        for (int last = first; last < pieces.count() && last - first < MOST_PIECES_JOINED; last++) {
            joined.append(pieces.piece(last));
            digits += pieces.digits(last);
            anyMarked |= marked[last];
            allMarked &= marked[last];
            anyWord |= pieces.digits(last) == 0 && pieces.length(last) > LONGEST_PREFIX;
            if (joined.length() > LONGEST_KEY || blanks > MOST_BLANKS || blanks > 0 && anyWord) {
                return;
            }
            boolean endsWell = blanks == 0 || pieces.digits(last) > 0;
            boolean nothingElse = allMarked || anyMarked && blanks > 0 && !isJoinedYear(pieces, marked, first, last);
            if (digits >= minimumDigits && endsWell && !nothingElse) {
                found.add(new Reference(ReferenceKey.of(joined.toString()), first, last, blanks, digits,
                        isWeak(pieces, first, last, joined)));
            }
            if (pieces.gapAfter(last) == TextPieces.Gap.HARD) {
                return;
            }
            if (pieces.gapAfter(last) == TextPieces.Gap.BLANK) {
                blanks++;
            }
        }
    }

    /** A year inside a number that was spelled with blanks, such as INV 2026 105495, is a part of the number. */
    private static boolean isJoinedYear(TextPieces pieces, boolean[] marked, int first, int last) {
        for (int i = first; i <= last; i++) {
            boolean partOfDate = marked[i] && (i > first && marked[i - 1] || i < last && marked[i + 1]);
            if (marked[i] && (pieces.length(i) != 4 || partOfDate)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWeak(TextPieces pieces, int first, int last, CharSequence joined) {
        boolean inner = first > 0 && pieces.isJoinedBy(first - 1, '-')
                || pieces.isJoinedBy(last, '-');
        return inner || looksLikeADate(joined);
    }

    /** Eight digits such as 20260124 or 24012026. */
    private static boolean looksLikeADate(CharSequence key) {
        if (key.length() != 8) {
            return false;
        }
        for (int i = 0; i < 8; i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        return isDate(key, 0, 4, 6) || isDate(key, 4, 2, 0);
    }

    private static boolean isDate(CharSequence key, int year, int month, int day) {
        return within(key, year, year + 4, 1990, 2099) && within(key, month, month + 2, 1, 12)
                && within(key, day, day + 2, 1, 31);
    }

    private static boolean within(CharSequence key, int from, int to, int least, int most) {
        int number = Integer.parseInt(key, from, to, 10);
        return number >= least && number <= most;
    }
}
