package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.ReferenceKey;

/**
 * What payers write as the reason of a deduction, by the code that it stands for. A word counts at the beginning of a word
 * of the text; Chinese, which has no blanks, counts anywhere.
 */
public record DeductionWords(Map<DifferenceCode, List<String>> words) {

    public DeductionWords {
        Map<DifferenceCode, List<String>> copy = new EnumMap<>(DifferenceCode.class);
        words.forEach((code, some) -> copy.put(code, List.copyOf(some)));
        words = Map.copyOf(copy);
        words.values().stream().flatMap(List::stream).filter(word -> folded(word).isBlank()).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("'" + word + "' is no word");
        });
    }

    /** The code of the longest word that the text has, else {@code UNKNOWN}; also when two codes have one as long. */
    public DifferenceCode codeOf(String reason) {
        String text = folded(reason);
        int longest = 0;
        Set<DifferenceCode> found = EnumSet.noneOf(DifferenceCode.class);
        for (DifferenceCode code : DifferenceCode.values()) {
            List<String> all = new ArrayList<>(words.getOrDefault(code, List.of()));
            all.add(code.name());
            for (String word : all) {
                String folded = folded(word);
                if (folded.length() >= longest && (text.contains(folded) || isChinese(word) && text.contains(folded.strip()))) {
                    if (folded.length() > longest) {
                        found.clear();
                    }
                    longest = folded.length();
                    found.add(code);
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : DifferenceCode.UNKNOWN;
    }

    /** Whether a text has a word, or some in a row, as whole words; Chinese, which has no blanks, anywhere. */
    static boolean hasWord(String text, String word) {
        return isIn(folded(text) + " ", word);
    }

    /** The same of a text that was {@link #folded} and ends with a blank. */
    static boolean isIn(String folded, String word) {
        return folded.contains(folded(word) + " ") || isChinese(word) && folded.contains(folded(word).strip());
    }

    static boolean isChinese(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }

    /** A blank before each word, and the words as {@link ReferenceKey}. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            String key = ReferenceKey.of(word);
            if (!key.isEmpty()) {
                folded.append(' ').append(key);
            }
        }
        return folded.toString();
    }
}
