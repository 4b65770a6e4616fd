package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.ledger.Words;

/**
 * A receipt whose text quotes documents. Two proofs are needed: the numbers, and either an amount that they add up to or
 * a payer who is known to be their customer. Account or name that speak for somebody else forbid it, unless the sum is
 * exact and only the account does, while name or text are those of their customer.
 */
final class QuotedDocuments {

    private static final int MOST_SHOWN = 8;

    /** A way in which a receipt's amount may fit the documents that it quotes. */
    interface Fit {
        Optional<Verdict> decide(Question question, Quoted quoted, Words quotes);
    }

    private final MatchingPolicy policy;
    private final PayerDirectory directory;
    private final SlipOfPen slipOfPen;
    private final List<Fit> fits;
    private final Set<String> orders;
    private final OtherCurrency otherCurrency;
    private final OnlyNumber onlyNumber;

    QuotedDocuments(MatchingPolicy policy, PayerDirectory directory, SlipOfPen slipOfPen, GivenUp givenUp) {
        this.policy = policy;
        this.directory = directory;
        this.slipOfPen = slipOfPen;
        this.orders = OtherNumbers.keys(policy.otherNumbers().orders());
        this.onlyNumber = new OnlyNumber(policy.otherNumbers());
        this.otherCurrency = new OtherCurrency(policy, directory, givenUp);
        NumberCores cores = new NumberCores(policy);
        QuotedDiscount discount = new QuotedDiscount(policy);
        Fit charges = new QuotedCharges(policy, givenUp);
        Fit tolerance = new QuotedTolerance(policy, directory, givenUp);
        QuotedNetted netted = new QuotedNetted(policy, List.of(discount, tolerance, charges));
        boolean chargesFirst = policy.differences().bankCharges().settle() == Remainder.ALLOCATE;
        Fit kept = new QuotedShort(policy, directory, givenUp, List.of(new QuotedNetted(policy, List.of()), discount));
        this.fits = List.of(new QuotedSettled(slipOfPen), new QuotedExact(directory, cores), kept, netted, discount,
                chargesFirst ? charges : tolerance, chargesFirst ? tolerance : charges, new QuotedAlone(policy),
                new QuotedTooMuch(policy), new QuotedPart(policy));
    }

    Verdict decide(Question asked) {
        Question question = asked.quotation().quotes().size() < 2 ? asked : withoutOrders(asked);
        Map<String, Quoted> byCustomer = byCustomer(question, question.amount().currency());
        if (byCustomer.isEmpty()) {
            return inOtherCurrency(question);
        }
        Payer payer = question.payer();
        if (question.quotation().unclear()) {
            return onlyReadingThatAddsUp(question, byCustomer)
                    .orElseGet(() -> proposed(Reason.TEXT_UNCLEAR, question, byCustomer));
        }
        Optional<Verdict> ofSeveral = new QuotedOfSeveral(directory).decide(question, byCustomer);
        if (ofSeveral.isPresent()) {
            return ofSeveral.filter(Verdict::isApplied).or(() -> slipOfPen.decide(question)).orElseGet(ofSeveral::get);
        }
        Optional<Quoted> meant = meant(question, byCustomer);
        if (meant.isEmpty()) {
            return slipOfPen.decide(question)
                    .orElseGet(() -> proposed(Reason.SEVERAL_CUSTOMERS_QUOTED, question, byCustomer));
        }
        Quoted quoted = meant.get().isStrong(policy) || !onlyNumber.is(question, meant.get())
                ? meant.get() : meant.get().certain();
        if (payer.isSomebodyElseThan(quoted.customer()) && !isNamedAndExact(question, quoted)
                && !directory.paysFor(payer, quoted.customer(), question.receipt().bookingDate())) {
            return slipOfPen.decide(question)
                    .orElseGet(() -> proposed(Reason.OTHER_CUSTOMER_QUOTED, question, byCustomer));
        }
        return fit(question, quoted, RejectedQuotes.told(Words.of(EvidenceWord.QUOTES, quoted), byCustomer, quoted))
                .orElseGet(() -> proposed(Reason.SUM_DIFFERS, question, byCustomer));
    }

    /**
     * Whether the receipt is what is open of the documents to the cent, and the payer's name or the text are those of their
     * customer, so that only the account speaks for somebody else.
     */
    private boolean isNamedAndExact(Question question, Quoted quoted) {
        return !quoted.weak() && isSum(question, quoted)
                && directory.isNamed(question.receipt(), question.payer(), question.quotation().customers(), quoted.customer());
    }

    /** The same without what stands behind a word for orders or customers, when only the rest is one customer's exact sum. */
    private Question withoutOrders(Question question) {
        if (meant(question, byCustomer(question, question.amount().currency())).filter(all -> isSum(question, all)).isPresent()) {
            return question;
        }
        TextPieces pieces = new TextPieces(Matcher.textOf(question.receipt(), policy.otherNumbers().tags()));
        Question rest = question.with(question.quotation().only(quote ->
                !OtherNumbers.isBehind(orders, pieces, quote.reference().first())));
        Map<String, Quoted> named = byCustomer(rest, question.amount().currency());
        return named.size() == 1 && isSum(question, named.values().iterator().next()) ? rest : question;
    }

    private static boolean isSum(Question question, Quoted quoted) {
        return quoted.creditNotes().isEmpty() && quoted.open(question.amount()).equals(question.amount());
    }

    private static Optional<Quoted> meant(Question question, Map<String, Quoted> byCustomer) {
        return byCustomer.size() == 1 ? Optional.of(byCustomer.values().iterator().next())
                : onlyOneOfPayer(byCustomer, question.payer());
    }

    private Verdict inOtherCurrency(Question question) {
        Optional<Verdict> exchanged = otherCurrency.decide(question);
        return exchanged.filter(Verdict::isApplied).or(() -> slipOfPen.decide(question)).or(() -> exchanged)
                .orElseGet(() -> Verdict.deferred(Reason.CURRENCY_DIFFERS, question.payer(),
                        Words.of(EvidenceWord.NOT_OWED_IN, question.amount().currency())));
    }

    private static Verdict proposed(Reason reason, Question question, Map<String, Quoted> byCustomer) {
        List<Quoted> shown = byCustomer.values().stream().limit(MOST_SHOWN).toList();
        Words quotes = Words.of(EvidenceWord.QUOTES, shown.stream().map(quoted -> Words.of(EvidenceWord.OF_CUSTOMER, quoted,
                quoted.customer())).toList()).and(EvidenceWord.TOGETHER, Quoted.sum(question.amount(),
                shown.stream().flatMap(quoted -> quoted.invoices().stream()).toList()));
        return Verdict.proposed(reason, question.payer(), quotes, shown.stream()
                .map(quoted -> offered(quoted, question)).flatMap(Optional::stream).toList());
    }

    /** Of several readings of a text the only one whose documents of the known payer add up to the receipt. */
    private static Optional<Verdict> onlyReadingThatAddsUp(Question question, Map<String, Quoted> byCustomer) {
        Payer payer = question.payer();
        Quoted own = payer.contradicted() ? null : byCustomer.get(payer.customer().orElse(""));
        if (own == null || own.invoices().size() > MOST_SHOWN) {
            return Optional.empty();
        }
        List<List<Item>> readings = SubsetSearch.all(own.invoices(), question.amount().minorUnits(), MOST_SHOWN, 2);
        return readings.size() != 1 ? Optional.empty() : Optional.of(Verdict.applied(Rule.QUOTED_EXACT,
                Reason.DOCUMENTS_QUOTED, own.customer(), readings.get(0).stream()
                        .map(item -> Verdict.Part.cash(item, item.open())).toList(), payer,
                Words.of(EvidenceWord.READ_AS, own).and(EvidenceWord.ONLY_ADDS_UP, readings.get(0))));
    }

    private Optional<Verdict> fit(Question question, Quoted quoted, Words quotes) {
        for (Fit fit : fits) {
            Optional<Verdict> verdict = fit.decide(question, quoted, quotes);
            if (verdict.isPresent()) {
                return verdict;
            }
        }
        return Optional.empty();
    }

    /** Settling what is open of the documents, as far as the cash goes. */
    static Optional<Alternative> offered(Quoted quoted, Question question) {
        List<Verdict.Part> parts = quoted.parts(question.amount());
        return parts.isEmpty() ? Optional.empty()
                : Optional.of(new Alternative(parts.stream().map(Verdict.Part::offered).toList()));
    }

    static Optional<Quoted> onlyOneOfPayer(Map<String, Quoted> byCustomer, Payer payer) {
        List<Quoted> own = byCustomer.values().stream().filter(quoted -> payer.is(quoted.customer())).toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    /** What is quoted in a currency, by customer. */
    static Map<String, Quoted> byCustomer(Question question, Currency currency) {
        List<Quotation.Quote> all = question.quotation().quotes();
        if (all.size() == 1 && all.get(0).items().size() == 1) {
            Item item = all.get(0).items().get(0);
            Reference reference = all.get(0).reference();
            return !item.amount().currency().equals(currency) ? Map.of() : Map.of(item.customer(),
                    new Quoted(item.customer(), List.of(item), reference.weak(), reference.digits(), reference.announced()));
        }
        Map<String, List<Quotation.Quote>> quotes = new TreeMap<>();
        for (Quotation.Quote quote : question.quotation().quotes()) {
            quote.items().stream().filter(item -> item.amount().currency().equals(currency))
                    .map(Item::customer).distinct()
                    .forEach(customer -> quotes.computeIfAbsent(customer, any -> new ArrayList<>(2)).add(quote));
        }
        Map<String, Quoted> found = new TreeMap<>();
        quotes.forEach((customer, of) -> found.put(customer, quoted(customer, of, currency)));
        return found;
    }

    private static Quoted quoted(String customer, List<Quotation.Quote> quotes, Currency currency) {
        Map<Long, Item> items = new LinkedHashMap<>();
        boolean weak = true;
        int digits = 0;
        boolean announced = false;
        for (Quotation.Quote quote : quotes) {
            weak &= quote.reference().weak();
            digits = Math.max(digits, quote.reference().digits());
            announced |= quote.reference().announced();
            quote.items().stream().filter(item -> item.customer().equals(customer)
                    && item.amount().currency().equals(currency)).forEach(item -> items.putIfAbsent(item.id(), item));
        }
        return new Quoted(customer, items.values().stream().sorted(Comparator.comparing(Item::number)
                .thenComparingInt(Item::instalment).thenComparing(Item::id)).toList(), weak, digits, announced);
    }
}
