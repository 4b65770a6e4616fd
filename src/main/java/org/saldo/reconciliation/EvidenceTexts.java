package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saldo.ledger.DifferenceCode;

/** The texts of evidence in one language, by the keys that rows keep. */
public final class EvidenceTexts {

    /** As the hub tells it without any file. */
    public static final EvidenceTexts ENGLISH = new EvidenceTexts(english());

    private static final String GOES_ON = ",:，、：";

    private final Map<String, String> byKey;
    private final String between;

    /** @param byKey a text for each key of {@link #english()} */
    public EvidenceTexts(Map<String, String> byKey) {
        this.byKey = Map.copyOf(byKey);
        String own = byKey.get(EvidenceWord.BETWEEN.key()).strip();
        this.between = own.charAt(own.length() - 1) < 128 ? own + " " : own;
    }

    /** The hub's own texts by key: those of evidence, and what each code of a difference means. */
    public static Map<String, String> english() {
        Map<String, String> all = new LinkedHashMap<>();
        for (EvidenceWord word : EvidenceWord.values()) {
            all.put(word.key(), word.english());
        }
        for (DifferenceCode code : DifferenceCode.values()) {
            all.put("code-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'), code.sentence());
        }
        return all;
    }

    /** What {@link Words#stored} has kept, in this language; what is no such thing, or was cut off, as far as it goes. */
    public String told(String stored) {
        return stored.indexOf('{') < 0 && stored.indexOf('\\') < 0 ? stored : new Reading(stored).part(false);
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
                values.add(part(true));
            }
            at++;
            String own = byKey.get(key);
            return own == null ? key + " " + String.join(", ", values) : filled(own, values);
        }

    }
}
