package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a receipt's text quotes of the documents that are known: of two references that overlap the longer. */
final class Quotation {

    /** A reference that documents may have, with the hash of its key. */
    record Hit(Reference reference, long hash) {
    }

    /** A reference that is a document's, and the items that it names. */
    record Quote(Reference reference, List<Item> items) {
    }

    private final List<Quote> quotes;
    private final boolean unclear;
    private final List<String> customers;
    private final Supplier<List<Reference>> allReferences;
    private List<Reference> references;
    private List<String> keys;

    private Quotation(List<Quote> quotes, boolean unclear, List<String> customers, Supplier<List<Reference>> allReferences) {
        this.quotes = quotes;
        this.unclear = unclear;
        this.customers = customers;
        this.allReferences = allReferences;
    }

    /** By the documents of the book, and by what customers are named by themselves. */
    static Quotation of(String[] text, ReferenceScanner scanner, ItemBook book, PayerTokens tokens) {
        List<Reference> named = new ArrayList<>(0);
        List<Hit> hits = scanner.hits(text, book.index(), tokens, named);
        List<Quote> quotes = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            List<Item> items = hit.reference().among(book.named(hit));
            if (!items.isEmpty()) {
                quotes.add(new Quote(hit.reference(), items));
            }
        }
        return of(quotes, named.isEmpty() ? List.of() : customers(named, quotes, tokens), () -> scanner.scanWithoutDays(text));
    }

    /** Whose tax id or number the text has, where that is no document's number or a part of one. */
    private static List<String> customers(List<Reference> named, List<Quote> hits, PayerTokens tokens) {
        return tokens.of(named.stream().filter(token -> hits.stream().noneMatch(hit -> hit.reference().overlaps(token)))
                .map(Reference::key).toList());
    }

    private static Quotation of(List<Quote> hits, List<String> customers, Supplier<List<Reference>> allReferences) {
        if (hits.size() < 2) {
            return new Quotation(hits, false, customers, allReferences);
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
        return new Quotation(quotes, unclear, customers, allReferences);
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

    /** The same without what stands at some of its quotes. */
    Quotation only(Predicate<Quote> such) {
        return new Quotation(quotes.stream().filter(such).toList(), unclear, customers, allReferences);
    }

    List<Quote> quotes() {
        return quotes;
    }

    /** The customers whose tax id or number the text has. */
    List<String> customers() {
        return customers;
    }

    /** Whether a number of at least so many digits is certainly a document's. */
    boolean isStrong(int digits) {
        return quotes.stream().anyMatch(quote -> !quote.reference().weak() && quote.reference().digits() >= digits);
    }

    /** Two readings of the same place name different documents. */
    boolean unclear() {
        return unclear;
    }

    boolean names(long item) {
        return quotes.stream().anyMatch(quote -> quote.items().stream().anyMatch(named -> named.id() == item));
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
        if (keys == null) {
            keys = references().stream().map(Reference::key).distinct().toList();
        }
        return keys;
    }

    /** Whether the text has another number of the same shape as one that is known, which nothing explains. */
    boolean mayNameMore(Predicate<String> explained) {
        List<String> known = quotes.stream().map(quote -> quote.reference().key()).toList();
        return keys().stream().anyMatch(key -> !known.contains(key) && !explained.test(key)
                && known.stream().anyMatch(number -> LikeNumber.hasSameShape(key, number)));
    }
}
