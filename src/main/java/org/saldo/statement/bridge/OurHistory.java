package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.NumberCore;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;

/** All that is known of a customer's account, found by the names that people use. */
final class OurHistory {

    private final OurLedger ledger;
    private final Map<String, List<OurDocument>> byKey = new HashMap<>();
    private final Map<String, List<OurDocument>> byCore = new HashMap<>();
    private final Map<String, OurDocument> byReference = new HashMap<>();
    private final Map<String, List<Settlement>> settlements;
    private final Map<Money, List<OurLine>> payments;

    OurHistory(OurLedger ledger) {
        this.ledger = ledger;
        for (OurDocument document : ledger.documents()) {
            byReference.put(document.reference(), document);
            Set<String> keys = new LinkedHashSet<>();
            keys.add(ReferenceKey.of(document.reference()));
            keys.add(ReferenceKey.of(number(document)));
            document.otherNames().forEach(name -> keys.add(ReferenceKey.of(name)));
            keys.remove("");
            keys.forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(document));
            NumberCore.of(number(document), document.issuedOn()).forEach(core ->
                    byCore.computeIfAbsent(core, any -> new ArrayList<>()).add(document));
        }
        this.settlements = ledger.settlements().stream().sorted(Comparator.comparing(Settlement::on)
                .thenComparing(Settlement::by)).collect(Collectors.groupingBy(Settlement::document));
        this.payments = Stream.concat(ledger.moved().stream(), ledger.later().stream())
                .filter(line -> line.kind() == OurKind.PAYMENT).distinct().collect(Collectors.groupingBy(OurLine::amount));
    }

    private static String number(OurDocument document) {
        return new OurLine(0, OurKind.DOCUMENT, document.reference(), List.of(), document.issuedOn(), document.amount()).number();
    }

    /** The shapes of all documents' numbers. */
    Set<String> shapes() {
        return ledger.documents().stream().map(document -> Names.shape(ReferenceKey.of(number(document))))
                .collect(Collectors.toSet());
    }

    Optional<OurDocument> document(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** The document that a line of theirs names, when it can only be one; of several the one with its amount. */
    Optional<OurDocument> named(Names names, Money amount) {
        for (String key : names.all()) {
            List<OurDocument> found = byKey.getOrDefault(key, List.of());
            if (found.isEmpty()) {
                found = byCore.getOrDefault(NumberCore.ofToken(key), List.of()).stream()
                        .filter(document -> ByNumber.saysTheSame(key, ReferenceKey.of(number(document)))).toList();
            }
            if (found.size() > 1) {
                found = found.stream().filter(document -> document.amount().equals(amount)).limit(1).toList();
            }
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** What settled a document, oldest first. */
    List<Settlement> settlements(String reference) {
        return settlements.getOrDefault(reference, List.of());
    }

    /** The settlement with which nothing of the document was left open. */
    Optional<Settlement> settledBy(OurDocument document) {
        List<Settlement> all = settlements(document.reference());
        Money sum = all.stream().map(Settlement::amount).reduce(Money.zero(document.amount().currency()), Money::plus);
        return all.isEmpty() || sum.compareTo(document.amount().abs()) < 0 ? Optional.empty()
                : Optional.of(all.get(all.size() - 1));
    }

    /** Whether the customer's statement could not show it. */
    boolean isAfterCutOff(OurDocument document) {
        return document.issuedOn().isAfter(ledger.cutOff())
                || ledger.later().stream().anyMatch(line -> line.reference().equals(document.reference()));
    }

    /** The only payment of that amount from {@code from} to {@code to}; {@code later} when it must be after the cut-off. */
    Optional<OurLine> payment(Money amount, LocalDate from, LocalDate to, boolean later) {
        List<OurLine> found = payments.getOrDefault(amount, List.of()).stream()
                .filter(line -> !line.date().isBefore(from) && !line.date().isAfter(to))
                .filter(line -> ledger.later().contains(line) == later).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Where a document is that is not on this account. */
    Optional<String> elsewhere(TheirLine line) {
        return Stream.of(line.document(), line.voucher()).map(ReferenceKey::of).filter(key -> !key.isEmpty())
                .flatMap(key -> Stream.ofNullable(ledger.elsewhere().get(key))).findFirst();
    }
}
