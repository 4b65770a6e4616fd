package org.saldo.correspondence;

/**
 * A word, a number or a stop of a text.
 *
 * @param folded lower case, without accents, full-width letters narrow
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String folded, int start, int end) {

    enum Kind {
        /** Letters, or one character of a script without blanks. */
        WORD,
        /** Begins with or holds a digit: an amount, a day, a document's number. */
        NUMBER,
        /** A comma, colon or dash between clauses. */
        COMMA,
        /** The end of a sentence. */
        STOP,
        /** The end of a sentence that asks. */
        ASK
    }

    boolean ends() {
        return kind == Kind.STOP || kind == Kind.ASK;
    }

    boolean speaks() {
        return kind == Kind.WORD || kind == Kind.NUMBER;
    }
}
