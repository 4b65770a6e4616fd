package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a receipt's text quotes of the documents that are known.
 *
 * @param quotes  each reference that is a document's, with the items it names; of two that overlap the longer
 * @param unclear two readings of the same place name different documents
 * @param unknown the keys of possible references that no document has
 */
record Quotation(List<Quote> quotes, boolean unclear, List<String> unknown) {

    /** A reference and the items that it names. */
    record Quote(Reference reference, List<Item> items) {

        public Quote {
            items = List.copyOf(items);
        }
    }

    static final Quotation NOTHING = new Quotation(List.of(), false, List.of());

    public Quotation {
        quotes = List.copyOf(quotes);
        unknown = List.copyOf(unknown);
    }

    /** Reads {@code references} by the documents that are known under their keys. */
    static Quotation of(List<Reference> references, Function<String, List<Item>> known) {
        List<Reference> hits = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Reference reference : references) {
            if (!known.apply(reference.key()).isEmpty()) {
                hits.add(reference);
            } else {
                unknown.add(reference.key());
            }
        }
        hits.sort(Comparator.comparingInt((Reference hit) -> hit.first() - hit.last()).thenComparing(Reference::first));
        List<Quote> quotes = new ArrayList<>();
        boolean unclear = false;
        for (Reference hit : hits) {
            List<Item> items = known.apply(hit.key());
            Reading reading = readingOf(hit, items, quotes);
            unclear |= reading == Reading.UNCLEAR;
            if (reading != Reading.PART_OF_LONGER) {
                quotes.add(new Quote(hit, items));
            }
        }
        quotes.sort(Comparator.comparingInt(quote -> quote.reference().first()));
        return new Quotation(quotes, unclear, unknown);
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

    /** Everything in the text that may be a number, known or not. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(quotes.stream().map(quote -> quote.reference().key()).toList());
        keys.addAll(unknown);
        return keys;
    }

    /** Whether the text has an unknown number of the same shape as one that is known. */
    boolean mayNameMore() {
        return quotes.stream().anyMatch(quote -> unknown.stream().anyMatch(key ->
                LikeNumber.hasSameShape(key, quote.reference().key())));
    }

    boolean isEmpty() {
        return quotes.isEmpty();
    }
}
