package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.money.Money;

/**
 * A receipt whose text quotes documents. Two proofs are needed: the numbers, and either an amount that they add up to or
 * a payer who is known to be their customer. Account or name that speak for somebody else forbid it.
 */
final class QuotedDocuments {

    private static final int MOST_ALTERNATIVES = 8;

    private final MatchingPolicy policy;
    private final PayerDirectory directory;

    QuotedDocuments(MatchingPolicy policy, PayerDirectory directory) {
        this.policy = policy;
        this.directory = directory;
    }

    Verdict decide(Question question) {
        Payer payer = question.payer();
        Map<String, Quoted> byCustomer = byCustomer(question);
        List<String> alternatives = byCustomer.values().stream().map(Quoted::toString).limit(MOST_ALTERNATIVES).toList();
        String quotes = "text quotes " + String.join(", ", alternatives);
        if (byCustomer.isEmpty()) {
            return Verdict.deferred(Reason.CURRENCY_DIFFERS, payer, "what is quoted is not owed in "
                    + question.receipt().amount().currency());
        }
        if (question.quotation().unclear()) {
            return Verdict.proposed(Reason.TEXT_UNCLEAR, payer, quotes, alternatives);
        }
        Optional<Quoted> meant = byCustomer.size() == 1 ? Optional.of(byCustomer.values().iterator().next())
                : onlyOneOfPayer(byCustomer, payer);
        if (meant.isEmpty()) {
            return Verdict.proposed(Reason.SEVERAL_CUSTOMERS_QUOTED, payer, quotes, alternatives);
        }
        Quoted quoted = meant.get();
        if (payer.isSomebodyElseThan(quoted.customer) && !isPaidByParent(payer, quoted.customer)) {
            return Verdict.proposed(Reason.OTHER_CUSTOMER_QUOTED, payer, quotes + " of " + quoted.customer, alternatives);
        }
        return decideFor(question, quoted, "text quotes " + quoted);
    }

    private Verdict decideFor(Question question, Quoted quoted, String quotes) {
        Payer payer = question.payer();
        Money amount = question.receipt().amount();
        List<String> alternatives = List.of(quoted.toString());
        if (quoted.open().isEmpty()) {
            return settled(question, quoted, quotes);
        }
        if (quoted.open().stream().anyMatch(Item::credit)) {
            return Verdict.proposed(Reason.CREDIT_NOTE_QUOTED, payer, quotes, alternatives);
        }
        Money sum = quoted.sum(amount);
        int difference = amount.compareTo(sum);
        if (difference == 0) {
            return exact(question, quoted, quotes);
        }
        if (!payer.mayBe(quoted.customer)) {
            return Verdict.proposed(Reason.PAYER_UNCERTAIN, payer, quotes + "; open is " + sum, alternatives);
        }
        if (difference > 0) {
            return Verdict.proposed(Reason.OVERPAYMENT, payer, quotes + "; " + amount.minus(sum) + " too much", alternatives);
        }
        return quoted.documents() == 1 ? part(question, quoted, quotes)
                : Verdict.proposed(Reason.SUM_DIFFERS, payer, quotes + "; together " + sum, alternatives);
    }

    private Verdict exact(Question question, Quoted quoted, String quotes) {
        Payer payer = question.payer();
        if (quoted.weak && !payer.mayBe(quoted.customer)) {
            return Verdict.proposed(Reason.PAYER_UNCERTAIN, payer, quotes + ", by a number that may be something else",
                    List.of(quoted.toString()));
        }
        List<Verdict.Part> parts = quoted.open().stream().map(item -> new Verdict.Part(item, item.open())).toList();
        String paidBy = isPaidByParent(payer, quoted.customer) ? payer.customer().get() : quoted.customer;
        return Verdict.applied(Rule.QUOTED_EXACT, Reason.DOCUMENTS_QUOTED, paidBy, parts, payer,
                quotes + "; open amounts add up to the receipt");
    }

    private Verdict part(Question question, Quoted quoted, String quotes) {
        Payer payer = question.payer();
        Money amount = question.receipt().amount();
        if (quoted.weak || quoted.digits < policy.partPaymentDigits() || payer.contradicted()) {
            return Verdict.proposed(Reason.SUM_DIFFERS, payer, quotes + "; the number alone is too weak a proof for a part"
                    + " payment", List.of(quoted.toString()));
        }
        if (!question.complete()) {
            return Verdict.proposed(Reason.TOO_MANY_OPEN_ITEMS, payer, quotes, List.of(quoted.toString()));
        }
        List<Item> ofThisAmount = AmountMatch.itemsOfAmount(question).stream()
                .filter(item -> quoted.items.stream().noneMatch(mine -> mine.id() == item.id())).toList();
        if (!ofThisAmount.isEmpty()) {
            List<String> alternatives = new ArrayList<>(ofThisAmount.stream().map(Item::toString).toList());
            alternatives.add("a part of " + quoted);
            return Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, quotes + "; but " + ofThisAmount.get(0)
                    + " has exactly this amount", alternatives);
        }
        List<Verdict.Part> parts = new ArrayList<>();
        Money rest = amount;
        for (Item item : quoted.open()) {
            if (rest.isPositive()) {
                parts.add(new Verdict.Part(item, rest.min(item.open())));
                rest = rest.minus(rest.min(item.open()));
            }
        }
        return Verdict.applied(Rule.PART_PAYMENT, Reason.PART_PAYMENT, quoted.customer, parts, payer,
                quotes + "; pays a part, no other open item has this amount");
    }

    private static Verdict settled(Question question, Quoted quoted, String quotes) {
        Payer payer = question.payer();
        Money amount = question.receipt().amount();
        boolean again = amount.equals(quoted.gross(amount))
                || quoted.items.stream().anyMatch(item -> item.amount().equals(amount));
        Reason reason = again ? Reason.DUPLICATE_PAYMENT : Reason.QUOTED_IS_SETTLED;
        Verdict verdict = Verdict.deferred(reason, payer, quotes);
        boolean namedByDocument = again && !quoted.weak && payer.customer().isEmpty();
        return namedByDocument ? verdict.of(Optional.of(quoted.customer)) : verdict;
    }

    private boolean isPaidByParent(Payer payer, String customer) {
        return payer.customer().isPresent() && directory.isParent(payer.customer().get(), customer);
    }

    private static Optional<Quoted> onlyOneOfPayer(Map<String, Quoted> byCustomer, Payer payer) {
        List<Quoted> own = byCustomer.values().stream().filter(quoted -> payer.is(quoted.customer)).toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private static Map<String, Quoted> byCustomer(Question question) {
        Map<String, Quoted> found = new TreeMap<>();
        for (Quotation.Quote quote : question.quotation().quotes()) {
            for (Item item : quote.items()) {
                if (item.amount().currency().equals(question.receipt().amount().currency())) {
                    found.computeIfAbsent(item.customer(), Quoted::new).add(item, quote.reference());
                }
            }
        }
        return found;
    }

    /** The documents of one customer that a text quotes. */
    private static final class Quoted {

        private final String customer;
        private final List<Item> items = new ArrayList<>();
        private boolean weak = true;
        private int digits;

        Quoted(String customer) {
            this.customer = customer;
        }

        void add(Item item, Reference reference) {
            if (items.stream().noneMatch(known -> known.id() == item.id())) {
                items.add(item);
                items.sort(Comparator.comparing(Item::number).thenComparingInt(Item::instalment).thenComparing(Item::id));
            }
            weak &= reference.weak();
            digits = Math.max(digits, reference.digits());
        }

        List<Item> open() {
            return items.stream().filter(Item::isOpen).toList();
        }

        long documents() {
            return items.stream().map(Item::number).distinct().count();
        }

        Money sum(Money zero) {
            Money sum = Money.zero(zero.currency());
            for (Item item : items) {
                sum = sum.plus(item.open());
            }
            return sum;
        }

        Money gross(Money zero) {
            Money sum = Money.zero(zero.currency());
            for (Item item : items) {
                sum = item.credit() ? sum : sum.plus(item.amount());
            }
            return sum;
        }

        @Override
        public String toString() {
            Map<String, Item> shown = new LinkedHashMap<>();
            items.forEach(item -> shown.put(item.toString(), item));
            return String.join(" and ", shown.keySet());
        }
    }
}
