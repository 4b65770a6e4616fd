package org.saldo.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;

/**
 * Says of which receipts an honest clerk with the same records would be certain. In doubt it says no: what is marked
 * decidable must follow from the records alone, for it is counted against the engine when it is not done.
 */
final class Clerk {

    private static final int SHORTEST_FOR_A_PART = 4;
    private static final Set<Case> PAID_IN_PART = Set.of(Case.PARTIAL, Case.RETAINED, Case.WITHHELD, Case.ADVICE_LESS);

    /** How a clerk knows who paid: by nothing, by the whole name and no other's, by the account on file. */
    private enum Proof { NONE, NAME, ACCOUNT }

    private final Map<String, List<Document>> invoicesOfAmount = new HashMap<>();
    private final Map<CustomerId, List<Document>> ofCustomer;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Set<CustomerId>> accounts = new HashMap<>();
    private final Set<Document> settled = new HashSet<>();

    Clerk(List<Party> parties, List<Document> documents) {
        ofCustomer = documents.stream().collect(Collectors.groupingBy(Document::customer));
        for (Document document : documents) {
            if (document.key().type() == DocumentType.INVOICE) {
                invoicesOfAmount.computeIfAbsent(document.key().company() + document.amount(), any -> new ArrayList<>())
                        .add(document);
            }
        }
        for (Party party : parties) {
            names.merge(party.id().company() + Names.key(party.name()), 1, Integer::sum);
            if (party.onFile()) {
                accounts.computeIfAbsent(party.id().company() + party.account(), any -> new HashSet<>()).add(party.id());
            }
        }
    }

    /** In the order of decision, for what is certain settles documents for those after it. */
    void judge(List<Draft> drafts) {
        for (Draft draft : drafts) {
            draft.decidable = certain(draft);
            if (draft.decidable && !draft.parts.isEmpty() && !PAID_IN_PART.contains(draft.about)) {
                settled.addAll(draft.documents);
            }
        }
        for (Draft draft : drafts) {
            if (draft.twinOf != null && !draft.decidable) {
                draft.twinOf.decidable = false;
            }
            if (draft.returnOf != null) {
                draft.decidable = draft.returnOf.decidable;
            }
        }
    }

    private boolean certain(Draft draft) {
        Proof proof = proof(draft);
        boolean known = proof != Proof.NONE;
        boolean full = draft.strength == Numbering.Strength.FULL;
        return switch (draft.about) {
            case CLEAN, NOISY, CORE_ONLY, ADVANCE, THIRD_PARTY, RETURNED, RETURNED_AND_PAID_AGAIN, STRUCTURED ->
                    (full || known && onlyOnesOfTheirAmounts(draft)) && !readsAsAnother(draft) && !paidByAnother(draft);
            case INSTALMENTS, PARTIAL, SHORT_FEE, OVER, DISCOUNT, DISCOUNT_LAST_DAY, DISCOUNT_LATE, RETAINED, WITHHELD ->
                    full && known && draft.documents.get(0).key().number().length() >= SHORTEST_FOR_A_PART
                            && !readsAsAnother(draft) && !anotherOwnFits(draft) && !namesAnotherOwn(draft);
            case MANY, MANY_NOISY, SUFFIX_LIST, RANGE -> known && (full || onlyOnesOfTheirAmounts(draft))
                    && !readsAsAnother(draft) && !anotherOwnFits(draft) && !namesAnotherOwn(draft);
            case CREDIT_NET -> full && known && !readsAsAnother(draft) && !anotherOwnFits(draft) && !namesAnotherOwn(draft);
            case TYPO, TYPO_HITS_ANOTHER -> proof == Proof.ACCOUNT && onlyOnesOfTheirAmounts(draft) && !readsAsAnother(draft)
                    && !namesAnotherOwn(draft);
            case NOREF_UNIQUE -> proof == Proof.ACCOUNT && onlyOnesOfTheirAmounts(draft) && !aSumFits(draft);
            case PURCHASE_ORDER -> proof == Proof.ACCOUNT && onlyOnesOfTheirAmounts(draft) && !readsAsAnother(draft);
            case ADVICE_EARLY, ADVICE_LATE, ADVICE_LESS -> known && draft.documents.size() > 1;
            case DUPLICATE, TWINS -> onlyOnesOfTheirAmounts(draft) && draft.twinOf.decidable;
            case UNRELATED -> true;
            case TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER, SISTER_PAYS, TREASURY_LIST, NOREF_ON_ACCOUNT, SUBSET, SUBSET_AMBIGUOUS,
                    ON_ACCOUNT, CREDIT_NET_UNQUOTED, OTHER_CURRENCY, FORGOT_ONE, ONE_TOO_MANY, TYPO_IN_LIST,
                    FACTOR_UNQUOTED, RIVALS -> false;
        };
    }

    private Proof proof(Draft draft) {
        String company = draft.owner.id().company();
        Set<CustomerId> owners = accounts.getOrDefault(company + draft.payerAccount, Set.of());
        if (owners.size() == 1 && owners.contains(draft.owner.id())) {
            return Proof.ACCOUNT;
        }
        boolean named = Names.key(draft.payerName).equals(Names.key(draft.owner.name()));
        return owners.isEmpty() && named && names.get(company + Names.key(draft.owner.name())) == 1 ? Proof.NAME : Proof.NONE;
    }

    private boolean onlyOnesOfTheirAmounts(Draft draft) {
        return draft.documents.stream().allMatch(document -> invoicesOfAmount
                .getOrDefault(document.key().company() + document.amount(), List.of()).stream()
                .filter(each -> each.customer().equals(document.customer())).count() == 1);
    }

    /** Whether the digits of the text hold those of another document that is as large as the receipt. */
    private boolean readsAsAnother(Draft draft) {
        String digits = draft.text.replace('O', '0').replaceAll("\\D", "");
        return invoicesOfAmount.getOrDefault(draft.owner.id().company() + draft.amount, List.of()).stream()
                .anyMatch(each -> !draft.documents.contains(each) && digits.contains(serial(each)));
    }

    /** Whether the payer is known, and not as the customer. */
    private boolean paidByAnother(Draft draft) {
        Set<CustomerId> owners = accounts.getOrDefault(draft.owner.id().company() + draft.payerAccount, Set.of());
        return !owners.isEmpty() && !owners.contains(draft.owner.id());
    }

    /** Whether another invoice of the customer is as large as the receipt. */
    private boolean anotherOwnFits(Draft draft) {
        return invoicesOfAmount.getOrDefault(draft.owner.id().company() + draft.amount, List.of()).stream()
                .anyMatch(each -> each.customer().equals(draft.owner.id()) && !draft.documents.contains(each));
    }

    /** Whether a number in the text is that of another document of the customer, or may be. */
    private boolean namesAnotherOwn(Draft draft) {
        Set<String> words = new HashSet<>(List.of(draft.text.replace('O', '0').split("\\D+")));
        return ofCustomer.get(draft.owner.id()).stream()
                .filter(each -> !draft.documents.contains(each) && !settled.contains(each))
                .anyMatch(each -> words.contains(serial(each)) || words.contains(withoutZeros(each)));
    }

    /** Whether two or three of what may be open add up to the receipt. */
    private boolean aSumFits(Draft draft) {
        List<Long> open = ofCustomer.get(draft.owner.id()).stream().filter(each -> !settled.contains(each)
                && !draft.documents.contains(each) && !each.issueDate().isAfter(draft.day)
                && each.key().type() == DocumentType.INVOICE).map(each -> each.amount().minorUnits()).toList();
        Money sum = draft.amount;
        for (int i = 0; i < open.size(); i++) {
            for (int j = i + 1; j < open.size(); j++) {
                long rest = sum.minorUnits() - open.get(i) - open.get(j);
                if (rest == 0 || open.subList(j + 1, open.size()).contains(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One digit apart, or two neighbours swapped. */
    static boolean nearlyTheSame(String one, String other) {
        if (one.length() != other.length() || one.equals(other)) {
            return false;
        }
        int first = 0;
        while (one.charAt(first) == other.charAt(first)) {
            first++;
        }
        String tail = one.substring(first + 1);
        if (tail.equals(other.substring(first + 1))) {
            return true;
        }
        return first + 1 < one.length() && one.charAt(first) == other.charAt(first + 1)
                && one.charAt(first + 1) == other.charAt(first) && one.substring(first + 2).equals(other.substring(first + 2));
    }

    static String serial(Document document) {
        String number = document.key().number();
        return number.substring(number.replaceAll("\\d+$", "").length());
    }

    private static String withoutZeros(Document document) {
        return serial(document).replaceFirst("^0+(?=\\d)", "");
    }
}
