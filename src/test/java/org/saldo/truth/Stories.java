package org.saldo.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.saldo.ledger.Document;

/** Tells how each invoice was paid: once, in parts, with others, too little, too much, twice, by somebody else, never. */
final class Stories {

    private static final long SMALLEST_SPLIT = 10_000;

    private final Scene scene;
    private final SingleStories single;
    private final ListStories lists;
    private final Set<Case> told;

    Stories(Style style, Random random, List<Party> parties, List<Document> documents, Set<Case> told) {
        this.scene = new Scene(style, random, parties, documents);
        this.single = new SingleStories(scene);
        this.lists = new ListStories(scene, single);
        this.told = told;
    }

    List<Draft> tell() {
        for (Party party : scene.parties) {
            Deque<Document> waiting = scene.unpaid.getOrDefault(party, new ArrayDeque<>());
            while (!waiting.isEmpty()) {
                if (scene.random.nextInt(16) == 0) {
                    waiting.poll();
                } else {
                    tell(fitting(choose(), waiting.peek()), party, waiting);
                }
            }
        }
        return scene.drafts;
    }

    private void tell(Case about, Party party, Deque<Document> waiting) {
        switch (about) {
            case CLEAN, NOISY, CORE_ONLY, ADVANCE, TYPO, TYPO_HITS_ANOTHER, TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER, NOREF_UNIQUE,
                    NOREF_ON_ACCOUNT, THIRD_PARTY, SISTER_PAYS, STRUCTURED, PURCHASE_ORDER, OTHER_CURRENCY ->
                    single.inFull(about, party, waiting.poll());
            case PARTIAL, SHORT_FEE, OVER, DISCOUNT, DISCOUNT_LAST_DAY, DISCOUNT_LATE, RETAINED, WITHHELD ->
                    single.other(about, party, waiting.poll());
            case MANY, MANY_NOISY, SUFFIX_LIST, RANGE -> lists.quoted(about, party, several(waiting, 7));
            case SUBSET, SUBSET_AMBIGUOUS, ADVICE_EARLY, ADVICE_LATE -> lists.unquoted(about, party, several(waiting, 4));
            case ADVICE_LESS -> lists.lessDeduction(party, several(waiting, 4));
            case TREASURY_LIST -> lists.treasury(party, waiting.poll());
            case INSTALMENTS -> single.instalments(party, waiting.poll());
            case CREDIT_NET, CREDIT_NET_UNQUOTED -> lists.netted(about, party, waiting.poll());
            case DUPLICATE, TWINS -> single.twice(about, party, waiting.poll());
            case RETURNED, RETURNED_AND_PAID_AGAIN -> single.returned(about, party, waiting.poll());
            case ON_ACCOUNT -> single.onAccount(party);
            case UNRELATED -> single.unrelated(party);
            case FORGOT_ONE, ONE_TOO_MANY, TYPO_IN_LIST -> lists.badly(about, party, several(waiting, 4));
            case FACTOR_UNQUOTED -> {
                Draft draft = single.inFull(about, party, waiting.poll()).says(scene.wording.nothing());
                draft.payerName = scene.names.holding();
                draft.payerAccount = scene.factors.get(scene.random.nextInt(scene.factors.size()));
            }
            case RIVALS -> single.rivals(party, waiting.poll());
        }
    }

    /** The story, or a plain one where the document is not made for it. */
    private static Case fitting(Case about, Document document) {
        boolean made = switch (about) {
            case STRUCTURED -> !document.paymentReference().isEmpty();
            case PURCHASE_ORDER -> !document.purchaseOrder().isEmpty();
            case DISCOUNT, DISCOUNT_LAST_DAY, DISCOUNT_LATE -> document.discount().isPresent()
                    && document.amount().minorUnits() >= SMALLEST_SPLIT;
            case RETAINED -> document.retention().isPresent();
            case WITHHELD -> !document.taxBreakdown().isEmpty() && document.amount().minorUnits() >= SMALLEST_SPLIT;
            case PARTIAL, INSTALMENTS, SHORT_FEE, OVER -> document.amount().minorUnits() >= SMALLEST_SPLIT;
            default -> true;
        };
        return made ? about : Case.CLEAN;
    }

    private Case choose() {
        int ticket = scene.random.nextInt(told.stream().mapToInt(Case::share).sum());
        for (Case about : told) {
            ticket -= about.share();
            if (ticket < 0) {
                return about;
            }
        }
        throw new IllegalStateException();
    }

    /** The next two or more. */
    private List<Document> several(Deque<Document> waiting, int most) {
        int wanted = 2 + scene.random.nextInt(most - 1);
        List<Document> several = new ArrayList<>();
        while (!waiting.isEmpty() && several.size() < wanted) {
            several.add(waiting.poll());
        }
        return several;
    }
}
