package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;

/**
 * A receipt of a known payer that quotes no known document: one open item of exactly this amount, the whole balance, all
 * that is overdue, or a set of open items is the answer when it is the only one, and when the text does not quote another
 * number like ours.
 */
final class AmountMatch {

    private static final int MOST_ALTERNATIVES = 8;
    /** Among so many open items every set is looked at; performance.md of the docs says why not more. */
    private static final int ITEMS_FOR_ALL_SETS = 16;
    /** Among so many, sets of up to three. */
    private static final int ITEMS_FOR_TRIPLES = 30;
    private static final int TRIPLE = 3;
    /** How many minor units the open items must have together for each set of them that was looked at. */
    private static final long CHANCES_PER_SET = 100;

    private final MatchingPolicy policy;
    private final ByOrder byOrder;
    private final LessDeductions lessDeductions;
    private final Map<String, String> onAccountWords = new LinkedHashMap<>();

    AmountMatch(MatchingPolicy policy, PayerDirectory directory) {
        this.policy = policy;
        this.byOrder = new ByOrder(policy, directory);
        this.lessDeductions = new LessDeductions(policy, directory);
        policy.onAccountWords().forEach(word -> onAccountWords.put(word, ReferenceKey.of(word)));
    }

    Verdict decide(Question question) {
        List<Item> exact = question.itemsOfAmount();
        Payer payer = question.payer();
        Optional<String> word = onAccountWord(question);
        if (word.isPresent()) {
            return onAccount(question, word.get(), exact);
        }
        Optional<Verdict> balance = wholeBalance(question, exact);
        if (balance.isPresent()) {
            return balance.get();
        }
        if (exact.isEmpty() && namesItself(question)) {
            return onAccount(question, payer.customer().orElse(""), exact);
        }
        if (question.account().size() > policy.searchedItems()) {
            return Verdict.deferred(Reason.TOO_MANY_OPEN_ITEMS, payer, Words.of(EvidenceWord.NOTHING_QUOTED)
                    .and(EvidenceWord.MORE_ITEMS_THAN, policy.searchedItems()))
                    .with(exact.stream().limit(MOST_ALTERNATIVES).map(AmountMatch::offered).toList());
        }
        List<Item> items = question.openItems();
        List<List<Item>> answers = new ArrayList<>(exact.stream().map(List::of).toList());
        answers.addAll(sets(items.stream().filter(item -> !exact.contains(item)).toList(), question, exact.isEmpty()));
        List<Item> overdue = AllOverdue.in(question, items);
        if (!overdue.isEmpty() && !answers.contains(overdue)) {
            answers.add(0, overdue);
        }
        List<Alternative> less = answers.size() > 1 ? List.of() : lessDeductions.of(question, items);
        if (!less.isEmpty()) {
            return lessDeductions(question, answers, less);
        }
        if (answers.isEmpty()) {
            return byOrder.decide(question, items).orElseGet(() -> Verdict.deferred(Reason.NOTHING_FITS, payer,
                    Words.of(EvidenceWord.NOTHING_QUOTED).and(EvidenceWord.NONE_OF_AMOUNT, items.size())));
        }
        if (answers.size() > 1) {
            return Verdict.proposed(Reason.SEVERAL_ANSWERS_FIT, payer, Words.of(EvidenceWord.ANSWERS_FIT, answers.size()),
                    answers.stream().limit(MOST_ALTERNATIVES).map(AmountMatch::offered).toList());
        }
        if (!overdue.isEmpty()) {
            return AllOverdue.decide(question, overdue, items.size());
        }
        return exact.isEmpty() ? onlySet(question, items, answers.get(0)) : onlyItem(question, exact.get(0));
    }

    private static Verdict lessDeductions(Question question, List<List<Item>> answers, List<Alternative> less) {
        List<Alternative> all = new ArrayList<>(answers.stream().map(AmountMatch::offered).toList());
        all.addAll(less);
        return Verdict.proposed(answers.isEmpty() ? Reason.LESS_DEDUCTION : Reason.SEVERAL_ANSWERS_FIT, question.payer(),
                Words.of(EvidenceWord.NOTHING_QUOTED).and(
                        answers.isEmpty() ? EvidenceWord.AMOUNT_LESS : EvidenceWord.AMOUNT_AND_LESS, less.get(0).note()),
                all.stream().limit(MOST_ALTERNATIVES).toList());
    }

    private static Verdict onAccount(Question question, String word, List<Item> exact) {
        return Verdict.deferred(Reason.ON_ACCOUNT, question.payer(), Words.of(EvidenceWord.ON_ACCOUNT, word))
                .with(exact.stream().limit(MOST_ALTERNATIVES).map(AmountMatch::offered).toList());
    }

    /** The words of the policy by which the payer names no document but the account. */
    private Optional<String> onAccountWord(Question question) {
        String text = ReferenceKey.of(question.receipt().remittanceText());
        return onAccountWords.entrySet().stream().filter(word -> text.contains(word.getValue())
                && DeductionWords.hasWord(question.receipt().remittanceText(), word.getKey())).map(Map.Entry::getKey).findFirst();
    }

    /** Whether the payer gives its number and no document: money on account, unless it is one document's to the cent. */
    private boolean namesItself(Question question) {
        String number = question.payer().customer().orElse("");
        return number.length() >= policy.partPaymentDigits()
                && ReferenceKey.of(question.receipt().remittanceText()).contains(ReferenceKey.of(number))
                && isNamed(number, question);
    }

    /** Whether the customer's number is a word of the text by itself, and no part of an amount or of another number. */
    private boolean isNamed(String number, Question question) {
        boolean isReference = number.chars().filter(Character::isDigit).count() >= policy.minimumDigits();
        return isReference ? question.quotation().keys().contains(ReferenceKey.of(number))
                : DeductionWords.hasWord(question.receipt().remittanceText(), number);
    }

    /**
     * Every open item, none of them a credit note: any other set of them takes less, so nothing else can be meant that is
     * open.
     */
    private Optional<Verdict> wholeBalance(Question question, List<Item> exact) {
        OpenItems account = question.account();
        if (!exact.isEmpty() || account.hasCredits() || account.size() < 2
                || account.sum() != question.amount().minorUnits()) {
            return Optional.empty();
        }
        List<Item> items = account.items();
        Words evidence = Words.of(EvidenceWord.WHOLE_BALANCE, items.size());
        boolean sure = items.stream().allMatch(item -> item.isIssuedBy(question.receipt().bookingDate()));
        return Optional.of(sure && isSure(question.payer()) && anotherNumber(question, items).isEmpty()
                ? Verdict.applied(Rule.WHOLE_BALANCE, Reason.WHOLE_BALANCE, question.payer().customer().orElseThrow(),
                        parts(items), question.payer(), evidence.and(EvidenceWord.OTHERS_TAKE_LESS))
                : Verdict.proposed(Reason.PAYER_UNCERTAIN, question.payer(), evidence, List.of(offered(items))));
    }

    private Verdict onlyItem(Question question, Item item) {
        Payer payer = question.payer();
        Words evidence = Words.of(EvidenceWord.ONLY_ITEM, item);
        if (payer.contradicted() || payer.proof() == Payer.Proof.LEARNED_NAME) {
            return Verdict.proposed(Reason.PAYER_UNCERTAIN, payer, evidence, List.of(offered(List.of(item))));
        }
        Optional<String> another = anotherNumber(question, List.of(item));
        if (another.isPresent()) {
            return Verdict.proposed(Reason.UNKNOWN_NUMBER_QUOTED, payer, evidence.and(EvidenceWord.BUT_QUOTES, another.get()),
                    List.of(offered(List.of(item))));
        }
        return Verdict.applied(Rule.ONLY_ITEM_OF_AMOUNT, Reason.ONLY_ITEM_OF_AMOUNT, item.customer(), parts(List.of(item)),
                payer, evidence);
    }

    private Verdict onlySet(Question question, List<Item> items, List<Item> set) {
        Payer payer = question.payer();
        Words evidence = Words.of(EvidenceWord.ONLY_SET, set, items.size());
        boolean proved = items.size() <= ITEMS_FOR_ALL_SETS || items.size() <= ITEMS_FOR_TRIPLES && set.size() <= TRIPLE;
        if (!proved || set.stream().anyMatch(Item::credit) || mayBeChance(items, set)) {
            return Verdict.proposed(Reason.SET_NOT_PROVED, payer, evidence.and(
                    proved ? EvidenceWord.MAY_BE_CHANCE : EvidenceWord.NOT_ALL_SEARCHED),
                    List.of(offered(set)));
        }
        Optional<String> another = anotherNumber(question, set);
        if (!isSure(payer) || another.isPresent()) {
            return Verdict.proposed(another.isPresent() ? Reason.UNKNOWN_NUMBER_QUOTED : Reason.PAYER_UNCERTAIN, payer,
                    another.map(number -> evidence.and(EvidenceWord.BUT_QUOTES, number)).orElse(evidence),
                    List.of(offered(set)));
        }
        return Verdict.applied(Rule.ONLY_SET_OF_AMOUNT, Reason.ONLY_SET_OF_AMOUNT, payer.customer().orElseThrow(), parts(set),
                payer, evidence);
    }

    /**
     * Sets of two and more open items with the receipt's amount. Those with an item of exactly this amount are no other
     * answer: the rest of them cancels out, and the item is settled. Beside such an item only sets of up to three are another
     * answer, however few items there are: else it would become one by what is settled of the others.
     */
    private static List<List<Item>> sets(List<Item> items, Question question, boolean all) {
        int size = all && items.size() <= ITEMS_FOR_ALL_SETS ? items.size() : TRIPLE;
        return SubsetSearch.all(items, question.amount().minorUnits(), size, MOST_ALTERNATIVES);
    }

    /**
     * Whether more than one in a hundred such searches would find a set by chance, with amounts drawn by lot. Amounts
     * that are all multiples of something, such as one price, meet more often: then only those items count, in its steps.
     */
    private static boolean mayBeChance(List<Item> items, List<Item> set) {
        long step = set.stream().mapToLong(Item::balance).map(Math::abs).reduce(0, AmountMatch::greatestCommonDivisor);
        List<Item> like = items.stream().filter(item -> item.balance() % step == 0).toList();
        long n = like.size();
        long sets = n <= ITEMS_FOR_ALL_SETS ? 1L << n : n * n * n / 6;
        return sets * CHANCES_PER_SET > like.stream().mapToLong(item -> Math.abs(item.balance())).sum() / step;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    /** By an account on file, or by a learned one that the name agrees with. */
    static boolean isSure(Payer payer) {
        boolean agreed = payer.proof() == Payer.Proof.LEARNED && payer.otherwise().filter(other ->
                other.proof() == Payer.Proof.NAME && other.customer().equals(payer.customer())).isPresent();
        return (payer.isByAccount() || agreed) && !payer.contradicted();
    }

    /** A number in the text like that of an item of ours, but another one, or one that is announced as a number. */
    static Optional<String> anotherNumber(Question question, List<Item> items) {
        return anotherNumber(question, items, List.of());
    }

    /** @param understood what of the text is known to be something else */
    static Optional<String> anotherNumber(Question question, List<Item> items, List<Reference> understood) {
        String id = ReferenceKey.of(question.receipt().endToEndId());
        List<Reference> references = question.quotation().references().stream()
                .filter(reference -> understood.stream().noneMatch(reference::overlaps)).toList();
        Optional<String> announced = references.stream().filter(Reference::isAnnouncedAsWritten).map(Reference::key)
                .filter(key -> !key.equals(id) && !question.isPayersOwn(key)
                        && items.stream().noneMatch(item -> PartOfNumber.is(key, item.number()))).findFirst();
        if (announced.isPresent()) {
            return announced;
        }
        String structured = ReferenceKey.of(question.receipt().structuredReference());
        if (!structured.isEmpty() && understood.isEmpty()) {
            return Optional.of(structured);
        }
        List<String> keys = references.stream().filter(reference -> !reference.ofOrder()).map(Reference::key).distinct()
                .filter(key -> !question.isPayersOwn(key)).toList();
        return items.stream().map(item -> LikeNumber.in(keys, ReferenceKey.of(item.number())))
                .filter(LikeNumber::isAnotherNumber).map(LikeNumber::found).findFirst();
    }

    private static List<Verdict.Part> parts(List<Item> items) {
        return Netting.parts(items);
    }

    private static Alternative offered(Item item) {
        return offered(List.of(item));
    }

    private static Alternative offered(List<Item> items) {
        return new Alternative(parts(items).stream().map(Verdict.Part::offered).toList());
    }
}
