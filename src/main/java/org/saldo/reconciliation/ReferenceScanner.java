package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what in a text may be a document's number: whole tokens of the original text, and neighbouring tokens joined over
 * separators, blanks and a bank's line folds. Whether such a join is a number is decided by the documents: only a join
 * that is some document's key as a whole counts. Dates, years, amounts, account and telephone numbers are left out. One
 * scanner reads one text after the other, and is for one thread.
 */
public final class ReferenceScanner {

    private static final int LONGEST_KEY = 40;
    private static final int MOST_PIECES_JOINED = 7;
    private static final int MOST_BLANKS = 3;
    /** A payment reference is printed in groups of digits: 21 00000 00003 13947 14300 09017. */
    private static final int MOST_BLANKS_OF_GROUPS = 6;
    private static final int LONGEST_PREFIX = 6;
    private static final int SHORTEST_MIXED = 5;
    private static final int DATE = 8;
    private static final int YEAR = 4;

    private final int minimumDigits;
    private final TextPieces pieces = new TextPieces();
    private final NoReference noReference;

    private final NumberWords words;
    private final BankTags tags;
    private final Set<String> orders;

    public ReferenceScanner(MatchingPolicy policy) {
        this.minimumDigits = policy.minimumDigits();
        this.words = new NumberWords(policy.numberWords());
        this.tags = policy.otherNumbers().tags();
        this.orders = OtherNumbers.keys(policy.otherNumbers().orders());
        this.noReference = new NoReference(pieces, words, policy.otherNumbers());
    }

    /** What banks put into texts, which is read before a text is scanned. */
    BankTags tags() {
        return tags;
    }

    /** Where neighbouring pieces may be a reference. */
    private interface Candidate {
        void take(int first, int offset, int last, int blanks, int digits);

        /** The lengths of references that are of interest and begin so, as {@link KeyShapes}. */
        default long lengths(char begin) {
            return KeyShapes.ANY;
        }
    }

    /** Takes the references that documents may have, or that name a customer. */
    private final class Known implements Candidate {

        private final KeyIndex index;
        private final PayerTokens tokens;
        private final List<Quotation.Hit> found;
        private final List<Reference> named;

        Known(KeyIndex index, PayerTokens tokens, List<Quotation.Hit> found, List<Reference> named) {
            this.index = index;
            this.tokens = tokens;
            this.found = found;
            this.named = named;
        }

        @Override
        public long lengths(char begin) {
            return index.lengths(begin) | tokens.lengths(begin);
        }

        @Override
        public void take(int first, int offset, int last, int blanks, int digits) {
            if (!KeyShapes.has(lengths(pieces.begins(first, offset)), pieces.joinedLength(first, offset, last))) {
                return;
            }
            long hash = pieces.hash(first, offset, last);
            if (offset == 0 && !tokens.lacks(hash) && isWhole(first, last)
                    && (blanks == 0 || tokens.isReference(pieces.joined(first, 0, last)))) {
                Reference token = reference(first, 0, last, blanks, digits);
                if (token.written().isEmpty()) {
                    named.add(token);
                }
            }
            if (!index.lacks(hash)) {
                found.add(new Quotation.Hit(reference(first, offset, last, blanks, digits), hash));
            }
        }
    }

    /** The possible references of {@code text}, in its order; last what stands inside Chinese, is a day, or is short. */
    public List<Reference> scan(String... text) {
        List<Reference> found = scanWithoutDays(text);
        Candidate any = (first, offset, last, blanks, digits) -> found.add(reference(first, offset, last, blanks, digits));
        forEachInsideChinese(any);
        forEachDay(any);
        forEachShort(any);
        return found;
    }

    /** The same without what is a day or has few digits. */
    List<Reference> scanWithoutDays(String... text) {
        List<Reference> found = new ArrayList<>();
        read(text);
        forEachCandidate((first, offset, last, blanks, digits) ->
                found.add(reference(first, offset, last, blanks, digits)));
        return found;
    }

    /** Those of them that documents may have; {@code named} takes those that name a customer. */
    List<Quotation.Hit> hits(String[] text, KeyIndex index, PayerTokens tokens, List<Reference> named) {
        List<Quotation.Hit> found = new ArrayList<>(2);
        read(text);
        Candidate known = new Known(index, tokens, found, named);
        forEachCandidate(known);
        forEachInsideChinese(known);
        forEachDay(known);
        forEachShort(known);
        return found;
    }

    private void read(String... text) {
        pieces.read(text);
        noReference.mark();
    }

    private Reference reference(int first, int offset, int last, int blanks, int digits) {
        boolean ofOrder = OtherNumbers.isBehind(orders, pieces, first);
        boolean announced = (offset > 0 || words.announces(pieces, first) && !ofOrder) && beginsLikeANumber(first, last);
        boolean few = digits < minimumDigits && !isMixed(first, offset, last);
        boolean asWritten = few || !announced && isDay(first, last);
        return new Reference(pieces.joined(first, offset, last), first, last, blanks, strength(first, offset, last, digits),
                asWritten && !announced || isWeak(first, offset, last, announced), announced, ofOrder,
                asWritten ? pieces.written(first, last) : "");
    }

    private boolean isDay(int first, int last) {
        return last == first + 2 && noReference.isDate(first);
    }

    /** Whether it is one run of letters and digits that is long enough though it has few digits: 26EKRB. */
    private boolean isMixed(int first, int offset, int last) {
        return first == last && pieces.digits(first) > 0 && pieces.length(first) - offset >= SHORTEST_MIXED;
    }

    /** How many digits it has, with the letters behind the first of them when it is one run. */
    private int strength(int first, int offset, int last, int digits) {
        if (first < last || digits == pieces.length(first) - offset) {
            return digits;
        }
        int at = offset;
        while (pieces.charAt(first, at) < '0' || pieces.charAt(first, at) > '9') {
            at++;
        }
        return pieces.length(first) - at;
    }

    /** Whether digits stand in the first piece, or in the next one and are no day: words alone are no number's beginning. */
    private boolean beginsLikeANumber(int first, int last) {
        return pieces.digits(first) > 0 || first < last && pieces.digits(first + 1) > 0 && !noReference.isDate(first + 1);
    }

    private void forEachCandidate(Candidate candidate) {
        for (int first = 0; first < pieces.count(); first++) {
            joinFrom(first, 0, candidate);
            if (pieces.digits(first) > 0 || pieces.gapAfter(first) == TextPieces.Gap.TIGHT) {
                int glued = words.gluedAfter(pieces, first, 0);
                while (glued > 0) {
                    joinFrom(first, glued, candidate);
                    glued = words.gluedAfter(pieces, first, glued);
                }
            }
        }
    }

    /** Chinese knows no blanks, so a number that begins with it may stand behind other words: 单据京26第0104号. */
    private void forEachInsideChinese(Candidate candidate) {
        for (int first = 0; first < pieces.count(); first++) {
            boolean glued = pieces.isChinese(first) && pieces.gapAfter(first) == TextPieces.Gap.NONE;
            for (int offset = 1; glued && offset < pieces.length(first); offset++) {
                joinFrom(first, offset, candidate);
            }
        }
    }

    /** Serial, month and year look like a day: FV 12/03/2026, or invoice 12/03/2026, or 2026-03-12 where one is numbered so. */
    private void forEachDay(Candidate candidate) {
        for (int first = 0; first + 2 < pieces.count(); first++) {
            if (!noReference.isDate(first)) {
                continue;
            }
            int digits = pieces.digits(first) + pieces.digits(first + 1) + pieces.digits(first + 2);
            candidate.take(first, 0, first + 2, 0, digits);
            if (first > 0 && pieces.digits(first - 1) == 0 && pieces.length(first - 1) <= LONGEST_PREFIX
                    && pieces.gapAfter(first - 1) == TextPieces.Gap.BLANK) {
                candidate.take(first - 1, 0, first + 2, 1, digits);
            }
        }
    }

    /** Two pieces with too few digits for a number, where one is written so: E/57, 2-6. */
    private void forEachShort(Candidate candidate) {
        for (int first = 0; first + 1 < pieces.count(); first++) {
            int last = first + 1;
            int digits = pieces.digits(first) + pieces.digits(last);
            if (digits > 0 && digits < minimumDigits && (pieces.isJoinedBy(first, '/') || pieces.isJoinedBy(first, '-'))
                    && isWhole(first, last) && !noReference.isMarked(first)) {
                candidate.take(first, 0, last, 0, digits);
            }
        }
    }

    /**
     * Pieces that are no reference by themselves may be a part of one only as the year inside a number that was spelled with
     * blanks, such as INV 2026 105495.
     */
    private void joinFrom(int first, int offset, Candidate candidate) {
        long lengths = candidate.lengths(pieces.begins(first, offset));
        int digits = 0;
        int blanks = 0;
        boolean allMarked = true;
        boolean anyMarkedButYears = false;
        boolean anyWord = false;
        boolean groups = true;
        int end = lengths == 0 ? first : Math.min(pieces.count(), first + MOST_PIECES_JOINED);
        for (int last = first; last < end && !noReference.isAccount(last); last++) {
            int length = pieces.joinedLength(first, offset, last);
            int own = pieces.digits(last);
            digits += own;
            allMarked &= noReference.isMarked(last);
            anyMarkedButYears |= noReference.isMarked(last)
                    && (pieces.length(last) != YEAR || last > first && noReference.isMarked(last - 1));
            anyWord |= own == 0 && pieces.length(last) > LONGEST_PREFIX;
            groups &= last == first || pieces.isNumber(last);
            if (length > LONGEST_KEY || KeyShapes.areBelow(lengths, length)
                    || blanks > (groups ? MOST_BLANKS_OF_GROUPS : MOST_BLANKS)
                    || blanks > 0 && (anyWord || anyMarkedButYears)) {
                return;
            }
            if ((digits >= minimumDigits || isMixed(first, offset, last)) && KeyShapes.has(lengths, length) && !allMarked
                    && (blanks == 0 || own > 0)) {
                candidate.take(first, offset, last, blanks, digits);
            }
            if (pieces.gapAfter(last) == TextPieces.Gap.HARD) {
                return;
            }
            if (pieces.gapAfter(last) == TextPieces.Gap.BLANK) {
                blanks++;
            }
        }
    }

    /** Whether it is no part of a longer token; a word with a colon may stand right before it. */
    private boolean isWhole(int first, int last) {
        boolean ends = last + 1 >= pieces.count() || pieces.gapAfter(last) != TextPieces.Gap.TIGHT;
        return ends && (first == 0 || pieces.gapAfter(first - 1) != TextPieces.Gap.TIGHT
                || ".:#".indexOf(pieces.signBefore(first)) >= 0 && pieces.digits(first - 1) == 0);
    }

    private boolean isWeak(int first, int offset, int last, boolean announced) {
        boolean inner = first > 0 && pieces.isJoinedBy(first - 1, '-')
                && (pieces.length(first - 1) < SHORTEST_MIXED || !words.announces(pieces, first))
                || pieces.isJoinedBy(last, '-');
        return inner || !announced && pieces.joinedLength(first, offset, last) == DATE && isAllDigits(first, last)
                && looksLikeADate(pieces.joined(first, offset, last));
    }

    private boolean isAllDigits(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!pieces.isNumber(i)) {
                return false;
            }
        }
        return true;
    }

    /** Eight digits such as 20260124 or 24012026. */
    private static boolean looksLikeADate(CharSequence key) {
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
