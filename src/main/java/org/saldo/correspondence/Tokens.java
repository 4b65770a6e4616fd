package org.saldo.correspondence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into words, numbers and stops, in one pass. */
final class Tokens {

    private static final String JOINTS = "-/._'’#,:";
    private static final String MONEY_SIGNS = "€$£¥%";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens cut = new Tokens(text);
        while (cut.at < text.length()) {
            cut.next();
        }
        return cut.tokens;
    }

    /** Lower case, compatibility forms and accents away; empty for marks and invisible characters. */
    static String fold(int character) {
        if (character < 128) {
            return String.valueOf((char) Character.toLowerCase(character));
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
            return "";
        }
        String narrow = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        narrow.codePoints().filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    private void next() {
        int character = text.codePointAt(at);
        int width = Character.charCount(character);
        String folded = fold(character);
        int first = folded.isEmpty() ? ' ' : folded.codePointAt(0);
        if (isSolitary(character)) {
            add(Token.Kind.WORD, folded, at, at + width);
        } else if (Character.isLetterOrDigit(first)) {
            run();
            return;
        } else if (MONEY_SIGNS.indexOf(first) >= 0 || Character.getType(character) == Character.OTHER_SYMBOL) {
            add(Token.Kind.WORD, folded, at, at + width);
        } else {
            stop(first, width);
        }
        at += width;
    }

    private void stop(int character, int width) {
        switch (character) {
            case '?' -> add(Token.Kind.ASK, "?", at, at + width);
            case '!', ';', '。' -> add(Token.Kind.STOP, "!", at, at + width);
            case ',', ':', '、', '–', '—', '(', ')' -> add(Token.Kind.COMMA, ",", at, at + width);
            case '.' -> {
                if (!followedByDigit(at + width) && !afterOrdinal() && !afterInitial()) {
                    add(Token.Kind.STOP, ".", at, at + width);
                }
            }
            case '\n' -> {
                if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                    add(Token.Kind.STOP, "\n", at, at + 1);
                }
            }
            default -> {
                if (character == '-' && at > 0 && text.charAt(at - 1) == ' ') {
                    add(Token.Kind.COMMA, ",", at, at + width);
                }
            }
        }
    }

    /** Letters and digits with single joints between them: words are cut at the joints, what has a digit stays whole. */
    private void run() {
        int start = at;
        boolean digits = false;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            String folded = fold(character);
            if (!isSolitary(character) && (folded.isEmpty() || Character.isLetterOrDigit(folded.codePointAt(0)))) {
                digits |= !folded.isEmpty() && Character.isDigit(folded.codePointAt(0));
                at += Character.charCount(character);
            } else if (JOINTS.indexOf(folded.codePointAt(0)) >= 0 && joins(character, folded)) {
                at += Character.charCount(character);
            } else {
                break;
            }
        }
        if (digits) {
            add(Token.Kind.NUMBER, folded(start, at), start, at);
        } else {
            words(start, at);
        }
    }

    /** A comma and a colon only join digits; the others whatever is a letter or digit. */
    private boolean joins(int joint, String folded) {
        int next = at + Character.charCount(joint);
        if (next >= text.length() || isSolitary(text.codePointAt(next))) {
            return false;
        }
        String after = fold(text.codePointAt(next));
        if (after.isEmpty() || !Character.isLetterOrDigit(after.codePointAt(0))) {
            return false;
        }
        boolean bothDigits = Character.isDigit(after.codePointAt(0)) && at > 0 && Character.isDigit(text.charAt(at - 1));
        return bothDigits || ",:".indexOf(folded.codePointAt(0)) < 0;
    }

    private void words(int start, int end) {
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || JOINTS.indexOf(text.charAt(i)) >= 0) {
                if (i > from) {
                    add(Token.Kind.WORD, folded(from, i), from, i);
                }
                if (i < end && text.charAt(i) == '.') {
                    add(Token.Kind.STOP, ".", i, i + 1);
                }
                from = i + 1;
            }
        }
    }

    private String folded(int start, int end) {
        StringBuilder folded = new StringBuilder();
        text.substring(start, end).codePoints().forEach(each -> folded.append(fold(each)));
        return folded.toString();
    }

    private void add(Token.Kind kind, String folded, int start, int end) {
        if (!folded.isBlank() || kind != Token.Kind.WORD) {
            tokens.add(new Token(kind, folded, start, end));
        }
    }

    private boolean followedByDigit(int next) {
        int i = next;
        while (i < text.length() && i < next + 3 && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** The dot of "5. Mai" and of "31.10." is no end. */
    private boolean afterOrdinal() {
        if (tokens.isEmpty() || at + 1 >= text.length() || text.charAt(at + 1) != ' ') {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() == Token.Kind.NUMBER && last.end() == at && last.folded().length() <= 5
                && last.folded().chars().allMatch(each -> Character.isDigit(each) || each == '.');
    }

    /** The dot of "V. Exas." is no end; that of "J. Whitfield" neither. */
    private boolean afterInitial() {
        boolean before = at > 0 && Character.isUpperCase(text.charAt(at - 1))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)) && text.charAt(at - 2) != '.');
        return before && at + 2 < text.length() && text.charAt(at + 1) == ' ' && Character.isUpperCase(text.charAt(at + 2));
    }

    private static boolean isSolitary(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return character > 0x2E00 && (script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA);
    }
}
