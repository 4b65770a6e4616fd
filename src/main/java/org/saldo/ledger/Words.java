package org.saldo.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.saldo.money.Money;

/**
 * What is said, without a language: {@link Word}s with what they are about. It is put together only when somebody reads it,
 * since most evidence is never read. Its values do not change, so it says the same whenever it is read.
 */
public final class Words {

    private static final Words NONE = new Words(null, null, new Object[0]);

    private final Words before;
    private final Word word;
    private final Object[] values;
    private String stored;
    private WordTexts texts;

    private Words(Words before, Word word, Object... values) {
        this.before = before;
        this.word = word;
        this.values = values;
    }

    /** Nothing is said. */
    public static Words of() {
        return NONE;
    }

    public static Words of(Word word, Object... values) {
        return new Words(null, word, values);
    }

    /** What somebody has said himself, in his language. */
    public static Words said(String text) {
        return new Words(null, null, text);
    }

    /** What {@link #stored} has kept. @param english its words' own texts, among others */
    public static Words read(String stored, WordTexts english) {
        Words words = new Words(null, null);
        words.stored = stored;
        words.texts = english;
        return words;
    }

    /** The same sentence, going on. */
    public Words and(Word next, Object... more) {
        return new Words(this, next, more);
    }

    /** The same sentence, going on. */
    public Words and(Words more) {
        return new Words(this, null, more);
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
        if (word == null) {
            for (Object value : values) {
                write(all, value);
            }
            return;
        }
        all.append('{').append(word.key());
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
        Map<String, String> english = new HashMap<>();
        collect(english);
        return new WordTexts(english, Money::written).told(stored());
    }

    private void collect(Map<String, String> english) {
        if (texts != null) {
            texts.collect(english);
        }
        if (before != null) {
            before.collect(english);
        }
        if (word != null) {
            english.put(word.key(), word.english());
        }
        for (Object value : values) {
            collect(english, value);
        }
    }

    private static void collect(Map<String, String> english, Object value) {
        if (value instanceof Words words) {
            words.collect(english);
        } else if (value instanceof Told told) {
            told.told().collect(english);
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(english, one));
        }
    }
}
