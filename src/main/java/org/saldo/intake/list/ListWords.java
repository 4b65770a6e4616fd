package org.saldo.intake.list;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.statement.bridge.TheirKind;

/**
 * The words by which lists say what their columns and rows are, in any language. Titles are compared without case, accents,
 * blanks, signs, brackets and currency codes.
 */
public final class ListWords {

    /** What a row may be beside a line of the account. */
    public enum RowWord { TOTAL, SUBTOTAL, OPENING, AS_OF, OWES, LOWERS }

    private record Title(ListColumn column, int rank) {
    }

    private final Map<String, Title> titles = new HashMap<>();
    private final Map<RowWord, Set<String>> rows = new EnumMap<>(RowWord.class);
    private final Map<TheirKind, List<String>> kinds = new EnumMap<>(TheirKind.class);

    /** @throws IllegalArgumentException when a title names two columns, saying which */
    public ListWords(Map<ListColumn, List<String>> columns, Map<RowWord, List<String>> rowWords,
                     Map<TheirKind, List<String>> kindWords) {
        columns.forEach((column, words) -> {
            for (int rank = 0; rank < words.size(); rank++) {
                Title before = titles.put(key(words.get(rank)), new Title(column, rank));
                if (before != null && before.column() != column) {
                    throw new IllegalArgumentException("'" + words.get(rank) + "' is both " + before.column().key() + " and "
                            + column.key() + "; keep one");
                }
            }
        });
        for (RowWord word : RowWord.values()) {
            rows.put(word, keys(rowWords.getOrDefault(word, List.of())));
        }
        kindWords.forEach((kind, words) -> kinds.put(kind, List.copyOf(keys(words))));
    }

    private static Set<String> keys(Collection<String> words) {
        return words.stream().map(ListWords::key).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
    }

    /** A title or word without what writers vary. */
    static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceAll("\\([^)]*\\)|\\[[^]]*]", " ").replace("ß", "ss").replace("№", "no");
        return plain.replaceAll("\\b(?:EUR|USD|CNY|RMB|GBP|CHF|BRL|MXN|PLN)\\b|[€$£¥]", " ").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** What a column with this title holds; a title in two languages may have a stroke or a line break between them. */
    Optional<ListColumn> column(String title) {
        return title(title).map(Title::column);
    }

    /** How usual the title is for its column: of two columns for one thing the lower is meant. */
    int rank(String title) {
        return title(title).map(Title::rank).orElse(Integer.MAX_VALUE);
    }

    private Optional<Title> title(String title) {
        Title whole = titles.get(key(title));
        return whole != null ? Optional.of(whole) : Arrays.stream(title.split("[/\\n|]")).map(part -> titles.get(key(part)))
                .filter(found -> found != null).findFirst();
    }

    /** Whether a cell says this and no more than a day or a currency beside it. */
    boolean says(RowWord word, String cell) {
        String key = key(cell);
        return rows.get(word).contains(key) || rows.get(word).contains(key.replaceAll("\\p{Nd}+", ""));
    }

    /** Whether one of the words stands somewhere in the text. */
    boolean mentions(RowWord word, String text) {
        String key = key(text);
        return rows.get(word).stream().anyMatch(key::contains);
    }

    /** What a line is by the cell that says so, else by its text. */
    TheirKind kind(String kindCell, String text) {
        String cell = key(kindCell);
        for (Map.Entry<TheirKind, List<String>> each : kinds.entrySet()) {
            if (each.getValue().contains(cell)) {
                return each.getKey();
            }
        }
        String all = key(kindCell + " " + text);
        return kinds.entrySet().stream().filter(each -> each.getValue().stream()
                        .anyMatch(word -> word.codePointCount(0, word.length()) >= (isLatin(word) ? 4 : 2) && all.contains(word)))
                .map(Map.Entry::getKey).sorted(ListWords::creditFirst).findFirst().orElse(TheirKind.UNKNOWN);
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x250);
    }

    /** A credit note on an invoice and a payment of an invoice mention the invoice too. */
    private static int creditFirst(TheirKind one, TheirKind other) {
        List<TheirKind> order = List.of(TheirKind.CREDIT_NOTE, TheirKind.PAYMENT, TheirKind.INVOICE);
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }
}
