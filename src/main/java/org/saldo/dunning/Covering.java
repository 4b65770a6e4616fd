package org.saldo.dunning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** A customer's money that is here and not set against anything: what of it still covers, and what has waited too long. */
final class Covering {

    private static final int NAMED = 3;

    private final List<Cover> covers;
    private final List<Cover> expired;

    Covering(List<Cover> all, Predicate<Cover> isExpired) {
        this.covers = all.stream().filter(isExpired.negate()).toList();
        this.expired = all.stream().filter(isExpired).toList();
    }

    List<Cover> covers() {
        return covers;
    }

    List<Cover> expired() {
        return expired;
    }

    Money of(Currency currency) {
        return sum(currency, false);
    }

    /** What we owe the customer ourselves. */
    Money payable(Currency currency) {
        return sum(currency, true);
    }

    /** As of which day that was told. */
    Optional<LocalDate> payableSince() {
        return covers.stream().filter(Covering::isPayable).map(Cover::since).findFirst();
    }

    private Money sum(Currency currency, boolean payable) {
        return covers.stream().filter(cover -> cover.amount().currency().equals(currency) && isPayable(cover) == payable)
                .map(Cover::amount).reduce(Money.zero(currency), Money::plus);
    }

    private static boolean isPayable(Cover cover) {
        return cover.kind() == Cover.Kind.PAYABLE;
    }

    Words words(Currency currency) {
        List<Words> words = covers.stream()
                .filter(cover -> cover.amount().currency().equals(currency) && !isPayable(cover))
                .sorted(Comparator.comparing(Cover::since).thenComparing(Cover::label))
                .map(cover -> Words.of(DunningWord.valueOf("COVER_" + cover.kind()), cover.label(), cover.amount(),
                cover.since()))
                .toList();
        return words.size() <= NAMED ? Words.of(DunningWord.ALL, words)
                : Words.of(DunningWord.AND_MORE, words.subList(0, NAMED), words.size() - NAMED);
    }
}
