package org.saldo.reconciliation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Marks the pieces of a text that are no reference: dates, years, amounts, account numbers and telephone numbers. */
final class NoReference {

    private static final Set<String> NUMBER = Set.of("NO", "NR", "NUM", "N");
    /** The countries that have IBANs, and how long theirs are: of other numbers one in 97 has its check digits by chance. */
    private static final String IBANS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20"
            + "EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20"
            + "LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19"
            + "SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";
    private static final int IBAN_LENGTH = 4;
    /** An international telephone number has 15 digits at most, one inside a country 9 to 11. */
    private static final int DIGITS_OF_A_TELEPHONE = 9;

    private static final int CURRENCY_CODE = 3;
    private static final int LATIN = 128;

    private final TextPieces pieces;
    private final boolean[] marked = new boolean[TextPieces.MOST_PIECES];
    private final boolean[] dated = new boolean[TextPieces.MOST_PIECES];
    private final boolean[] accounts = new boolean[TextPieces.MOST_PIECES];

    private final NumberWords words;
    private final Set<String> currencies;
    private final Set<String> telephones;
    private final Set<String> banks;
    /** By the letter that a word begins with, whether it may be one of a telephone's or a bank's. */
    private final boolean[] starts = new boolean[LATIN];

    NoReference(TextPieces pieces, NumberWords words, OtherNumbers others) {
        this.pieces = pieces;
        this.words = words;
        this.currencies = OtherNumbers.keys(others.currencies());
        this.telephones = OtherNumbers.keys(others.telephones());
        this.banks = OtherNumbers.keys(others.banks());
        Stream.concat(telephones.stream(), banks.stream()).map(word -> word.charAt(0)).filter(start -> start < LATIN)
                .forEach(start -> starts[start] = true);
    }

    /** Marks the pieces of the text that was read last. */
    void mark() {
        Arrays.fill(marked, 0, pieces.count(), false);
        Arrays.fill(dated, 0, pieces.count(), false);
        Arrays.fill(accounts, 0, pieces.count(), false);
        for (int i = 0; i < pieces.count(); i++) {
            if (pieces.isNumber(i)) {
                markDate(i);
                markAmount(i);
                markYear(i);
            } else {
                markAccount(i);
                markAfterWord(i);
            }
        }
    }

    /** Whether the piece is no reference by itself. */
    boolean isMarked(int index) {
        return marked[index];
    }

    /** Whether the piece belongs to an account's number, and so to no other. */
    boolean isAccount(int index) {
        return accounts[index];
    }

    /** Whether a date of three pieces begins here. */
    boolean isDate(int first) {
        return dated[first];
    }

    private void markAccount(int first) {
        if (pieces.length(first) < 4 || !isLetter(pieces.charAt(first, 0)) || !isLetter(pieces.charAt(first, 1))
                || !isDigit(pieces.charAt(first, 2)) || !isDigit(pieces.charAt(first, 3))) {
            return;
        }
        int length = lengthOfIban(pieces.charAt(first, 0), pieces.charAt(first, 1));
        StringBuilder joined = new StringBuilder();
        for (int last = first; last < pieces.count() && joined.length() < length; last++) {
            joined.append(pieces.piece(last));
            if (joined.length() == length && isIban(joined)) {
                mark(first, last);
                Arrays.fill(accounts, first, last + 1, true);
                return;
            }
            if (pieces.gapAfter(last) == TextPieces.Gap.HARD) {
                return;
            }
        }
    }

    /** How many characters an IBAN has that begins with these letters; 0 when none does. */
    private static int lengthOfIban(char one, char two) {
        for (int at = 0; at < IBANS.length(); at += IBAN_LENGTH) {
            if (IBANS.charAt(at) == one && IBANS.charAt(at + 1) == two) {
                return (IBANS.charAt(at + 2) - '0') * 10 + IBANS.charAt(at + 3) - '0';
            }
        }
        return 0;
    }

    /** ISO 13616: the first four characters moved to the end, letters as 10 to 35, the whole is 1 modulo 97. */
    private static boolean isIban(CharSequence text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt((i + 4) % text.length()), 36);
            if (digit < 0) {
                return false;
            }
            rest = (digit < 10 ? rest * 10 + digit : rest * 100 + digit) % 97;
        }
        return rest == 1;
    }

    private void markDate(int first) {
        int last = first + 2;
        if (last >= pieces.count() || !pieces.isNumber(first + 1) || !pieces.isNumber(last)) {
            return;
        }
        char sign = pieces.signAfter(first);
        if ("./-".indexOf(sign) < 0 || !pieces.isJoinedBy(first, sign) || !pieces.isJoinedBy(first + 1, sign)) {
            return;
        }
        boolean yearFirst = isYear(first) && isMonthOrDay(first + 1) && isMonthOrDay(last);
        boolean yearLast = isMonthOrDay(first) && isMonthOrDay(first + 1) && (isYear(last) || pieces.length(last) == 2);
        if (yearFirst || yearLast) {
            mark(first, last);
            dated[first] = true;
        }
    }

    /**
     * Groups of three digits and two decimals, such as 1.190,00, or plain digits and two decimals, such as 602.10; not 0017.26,
     * for no amount begins so.
     */
    private void markAmount(int first) {
        int last = first;
        while (pieces.isJoinedBy(last, '.') || pieces.isJoinedBy(last, ',')) {
            if (!pieces.isNumber(last + 1)) {
                return;
            }
            last++;
            if (pieces.length(last) != 3) {
                break;
            }
        }
        boolean ends = last + 1 >= pieces.count() || !pieces.isJoinedBy(last, '.') && !pieces.isJoinedBy(last, '-')
                && !pieces.isJoinedBy(last, '/');
        boolean padded = pieces.length(first) > 1 && pieces.charAt(first, 0) == '0';
        if (last > first && pieces.length(last) == 2 && ends && !padded) {
            mark(first, last);
        }
        boolean money = isCurrency(first - 1) || isCurrency(first + 1) && !isNumberAt(first + 2)
                || isCurrencySign(pieces.signBefore(first)) || isCurrencySign(pieces.signAfter(first));
        if (money) {
            mark(first, last);
        }
    }

    private static boolean isCurrencySign(char c) {
        return c == '$' || c >= 128 && "€£¥".indexOf(c) >= 0;
    }

    private boolean isCurrency(int index) {
        return index >= 0 && index < pieces.count() && pieces.length(index) == CURRENCY_CODE && pieces.digits(index) == 0
                && currencies.contains(pieces.piece(index));
    }

    private boolean isNumberAt(int index) {
        return index < pieces.count() && pieces.isNumber(index);
    }

    private void markYear(int index) {
        if (isYear(index) && !words.announces(pieces, index)) {
            marked[index] = true;
        }
    }

    private void markAfterWord(int word) {
        char start = pieces.charAt(word, 0);
        if (pieces.digits(word) > 0 || start < LATIN && !starts[start]) {
            return;
        }
        String name = pieces.piece(word);
        if (banks.contains(name)) {
            int number = word + 1 < pieces.count() && NUMBER.contains(pieces.piece(word + 1)) ? word + 2 : word + 1;
            if (isNumberAt(number)) {
                marked[number] = true;
            }
        }
        if (!telephones.contains(name)) {
            return;
        }
        int digits = 0;
        for (int i = word + 1; i < pieces.count() && pieces.isNumber(i); i++) {
            if (digits >= DIGITS_OF_A_TELEPHONE && pieces.gapAfter(i - 1) == TextPieces.Gap.BLANK) {
                return;
            }
            marked[i] = true;
            digits += pieces.length(i);
        }
    }

    private boolean isYear(int index) {
        return pieces.length(index) == 4 && pieces.number(index) >= 1990 && pieces.number(index) <= 2099;
    }

    private boolean isMonthOrDay(int index) {
        return pieces.length(index) <= 2 && pieces.number(index) >= 1 && pieces.number(index) <= 31;
    }

    private void mark(int first, int last) {
        Arrays.fill(marked, first, last + 1, true);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
