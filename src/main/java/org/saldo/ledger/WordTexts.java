package org.saldo.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saldo.money.Money;

/** The texts of {@link Word}s in one language, by the keys that rows keep. */
public final class WordTexts {

    /** Stands between two sentences, unless the second goes on with the first. */
    public static final String BETWEEN = "between";

    private static final String GOES_ON = ",:，、：";
    private static final Pattern AMOUNTS = Pattern.compile(
            "[A-Z]{3} -?[0-9]{1,15}(\\.[0-9]{1,4})?(, [A-Z]{3} -?[0-9]{1,15}(\\.[0-9]{1,4})?)*");
    private static final Pattern AMOUNT = Pattern.compile("[A-Z]{3} -?[0-9]{1,15}(\\.[0-9]{1,4})?");

    private static final Pattern FIRST_WORD = Pattern.compile("\\{([a-z0-9-]+)[:}]");

    private final Map<String, String> byKey;
    private final String between;
    private final Function<Money, String> amounts;

    /**
     * @param byKey   a text for each key
     * @param amounts how an amount is written that a text is filled with
     */
    public WordTexts(Map<String, String> byKey, Function<Money, String> amounts) {
        this.byKey = Map.copyOf(byKey);
        this.amounts = amounts;
        String own = byKey.getOrDefault(BETWEEN, ";").strip();
        this.between = own.charAt(own.length() - 1) < 128 ? own + " " : own;
    }

    /** The words' own texts. */
    public static WordTexts english(Stream<? extends Word> words) {
        Map<String, String> texts = new HashMap<>();
        words.forEach(word -> texts.put(word.key(), word.english()));
        return new WordTexts(texts, Money::written);
    }

    /** What {@link Words#stored} has kept, in this language; what is no such thing, or was cut off, as far as it goes. */
    public String told(String stored) {
        return stored.indexOf('{') < 0 && stored.indexOf('\\') < 0 ? stored : new Reading(stored).part(false);
    }

    /** What stands where either a rule has kept {@link Words} or a person has written himself. */
    public String toldOrWritten(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        return word.lookingAt() && byKey.containsKey(word.group(1)) ? told(text) : text;
    }

    public String told(Words words) {
        return told(words.stored());
    }

    void collect(Map<String, String> all) {
        all.putAll(byKey);
    }

    /** The text with {@code {0}}, {@code {1}}, ... filled in; what there is no value for was cut off. */
    public static String filled(String text, List<String> values) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean isValue = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            int value = isValue ? text.charAt(i + 1) - '0' : -1;
            if (value < 0) {
                all.append(text.charAt(i));
            } else {
                all.append(value < values.size() ? values.get(value) : "…");
                i += 2;
            }
        }
        return all.toString();
    }

    /** Amounts as this language writes them, one or several behind each other; anything else as it is. */
    private String value(String text) {
        return AMOUNTS.matcher(text).matches() ? AMOUNT.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(amount(found.group()))) : text;
    }

    private String amount(String text) {
        try {
            return amounts.apply(Money.of(text.substring(0, 3), text.substring(4)));
        } catch (IllegalArgumentException | ArithmeticException noAmount) {
            return text;
        }
    }

    /** One text on its way, from left to right. */
    private final class Reading {

        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        /** Up to the end, or of a value up to the end of that. */
        String part(boolean isValue) {
            StringBuilder all = new StringBuilder();
            boolean afterPhrase = false;
            while (at < text.length() && !(isValue && (text.charAt(at) == ';' || text.charAt(at) == '}'))) {
                char c = text.charAt(at++);
                if (c != '{') {
                    all.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
                    afterPhrase = false;
                    continue;
                }
                String phrase = phrase();
                boolean isNext = afterPhrase && !phrase.isEmpty() && GOES_ON.indexOf(phrase.charAt(0)) < 0;
                all.append(isNext ? between : "").append(phrase);
                afterPhrase = true;
            }
            return all.toString();
        }

        private String phrase() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ':' && text.charAt(at) != '}') {
                at++;
            }
            String key = text.substring(start, at);
            List<String> values = new ArrayList<>(3);
            while (at < text.length() && text.charAt(at) != '}') {
                at++;
                values.add(value(part(true)));
            }
            at++;
            String own = byKey.get(key);
            return own == null ? key + " " + String.join(", ", values) : filled(own, values);
        }

    }
}
