package org.saldo.reconciliation;

import java.util.Collection;
import java.util.Locale;
import org.saldo.ledger.DifferenceCode;

/**
 * What is said of a decision: texts of {@link EvidenceWord} with what they are about. It is put together only when somebody
 * reads it, since most evidence is never read. Its values do not change, so it says the same whenever it is read.
 */
public final class Words {

    private static final Words NONE = new Words(null, "", new Object[0]);

    private final Words before;
    private final String key;
    private final Object[] values;
    private String stored;

    private Words(Words before, String key, Object... values) {
        this.before = before;
        this.key = key;
        this.values = values;
    }

    static Words of() {
        return NONE;
    }

    public static Words of(EvidenceWord word, Object... values) {
        return new Words(null, word.key(), values);
    }

    /** What a code of a difference means. */
    static Words of(DifferenceCode code) {
        return new Words(null, "code-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What somebody has said himself, in his language. */
    public static Words said(String text) {
        return new Words(null, "", text);
    }

    /** What {@link #stored} has kept. */
    public static Words read(String stored) {
        Words words = new Words(null, "");
        words.stored = stored;
        return words;
    }

    /** The same sentence, going on. */
    public Words and(EvidenceWord word, Object... more) {
        return new Words(this, word.key(), more);
    }

    /** The same sentence, going on. */
    public Words and(Words more) {
        return new Words(this, "", more);
    }

    public boolean isEmpty() {
        return stored().isEmpty();
    }

    /**
     * As rows keep it, the same in every language: {@code {quotes:{item-open:INV-1;EUR 100.00}}{sum-fits}}. In values a
     * backslash stands before what would be read otherwise.
     */
    public String stored() {
        if (stored == null) {
            StringBuilder all = new StringBuilder();
            write(all);
            stored = all.toString();
        }
        return stored;
    }

    private void write(StringBuilder all) {
        if (stored != null) {
            all.append(stored);
            return;
        }
        if (before != null) {
            before.write(all);
        }
        if (key.isEmpty()) {
            for (Object value : values) {
                write(all, value);
            }
            return;
        }
        all.append('{').append(key);
        for (int i = 0; i < values.length; i++) {
            write(all.append(i == 0 ? ':' : ';'), values[i]);
        }
        all.append('}');
    }

    private static void write(StringBuilder all, Object value) {
        if (value instanceof Words words) {
            words.write(all);
        } else if (value instanceof Told told) {
            told.told().write(all);
        } else if (value instanceof Collection<?> several) {
            int length = all.length();
            for (Object one : several) {
                write(all.length() == length ? all : all.append(", "), one);
            }
        } else {
            plain(all, value.toString());
        }
    }

    private static void plain(StringBuilder all, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}' || c == ';' || c == '\\') {
                all.append('\\');
            }
            all.append(c);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words words && stored().equals(words.stored());
    }

    @Override
    public int hashCode() {
        return stored().hashCode();
    }

    /** In English. */
    @Override
    public String toString() {
        return EvidenceTexts.ENGLISH.told(stored());
    }
}
