package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What a receipt's text quotes of the documents that are known: of two references that overlap the longer. */
final class Quotation {

    /** A reference that is a document's, and the items that it names. */
    record Quote(Reference reference, List<Item> items) {
    }

    private final List<Quote> quotes;
    private final boolean unclear;
    private final Supplier<List<Reference>> allReferences;
    private List<Reference> references;

    private Quotation(List<Quote> quotes, boolean unclear, Supplier<List<Reference>> allReferences) {
        this.quotes = quotes;
        this.unclear = unclear;
        this.allReferences = allReferences;
    }

    /** Reads a text by the documents of the book. */
    static Quotation of(String text, ReferenceScanner scanner, ItemBook book) {
        return of(scanner.quotes(text, book.index()), () -> scanner.scan(text));
    }

    private static Quotation of(List<Quote> hits, Supplier<List<Reference>> allReferences) {
        if (hits.size() < 2) {
            return new Quotation(hits, false, allReferences);
        }
        hits.sort(Comparator.comparingInt((Quote hit) -> hit.reference().first() - hit.reference().last())
                .thenComparing(hit -> hit.reference().first()));
        List<Quote> quotes = new ArrayList<>();
        boolean unclear = false;
        for (Quote hit : hits) {
            Reading reading = readingOf(hit.reference(), hit.items(), quotes);
            unclear |= reading == Reading.UNCLEAR;
            if (reading != Reading.PART_OF_LONGER) {
                quotes.add(hit);
            }
        }
        quotes.sort(Comparator.comparingInt(quote -> quote.reference().first()));
        return new Quotation(quotes, unclear, allReferences);
    }

    private enum Reading { ALONE, PART_OF_LONGER, UNCLEAR }

    private static Reading readingOf(Reference hit, List<Item> items, List<Quote> accepted) {
        Reading reading = Reading.ALONE;
        for (Quote longer : accepted) {
            if (!longer.reference().overlaps(hit)) {
                continue;
            }
            boolean inside = longer.reference().contains(hit);
            if (inside && (longer.reference().blanks() == 0 || isSameDocuments(items, longer.items()))) {
                return Reading.PART_OF_LONGER;
            }
            reading = Reading.UNCLEAR;
        }
        return reading;
    }

    private static boolean isSameDocuments(List<Item> some, List<Item> others) {
        return others.stream().map(Item::id).toList().containsAll(some.stream().map(Item::id).toList());
    }

    List<Quote> quotes() {
        return quotes;
    }

    /** Two readings of the same place name different documents. */
    boolean unclear() {
        return unclear;
    }

    boolean isEmpty() {
        return quotes.isEmpty();
    }

    /** Everything in the text that may be a number, known or not. */
    List<Reference> references() {
        if (references == null) {
            references = allReferences.get();
        }
        return references;
    }

    List<String> keys() {
        return references().stream().map(Reference::key).distinct().toList();
    }

    /** Whether the text has another number of the same shape as one that is known. */
    boolean mayNameMore() {
        List<String> known = quotes.stream().map(quote -> quote.reference().key()).toList();
        return keys().stream().anyMatch(key -> !known.contains(key)
                && known.stream().anyMatch(number -> LikeNumber.hasSameShape(key, number)));
    }
}
