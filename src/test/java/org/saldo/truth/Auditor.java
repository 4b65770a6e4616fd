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

/** Says which receipts of a {@link Bazaar} can be decided from the records alone; in doubt it says no. */
final class Auditor {

    private static final int MOST_SEARCHED = 14;

    private final Map<String, List<Document>> ofAmount;
    private final Map<CustomerId, List<Document>> ofCustomer;
    private final Map<String, Long> names;
    private final Set<Document> settled = new HashSet<>();
    private final Map<String, Trader> accounts = new HashMap<>();
    private final boolean priceList;

    /** @param priceList whether all amounts are of a list, so that sums meet by chance */
    Auditor(List<Trader> traders, List<Document> documents, boolean priceList) {
        this.priceList = priceList;
        List<Document> invoices = documents.stream().filter(each -> each.key().type() == DocumentType.INVOICE).toList();
        ofAmount = invoices.stream().collect(Collectors.groupingBy(each -> each.amount().toString()));
        ofCustomer = documents.stream().collect(Collectors.groupingBy(Document::customer));
        names = traders.stream().collect(Collectors.groupingBy(each -> Names.key(each.name), Collectors.counting()));
        traders.stream().filter(each -> each.onFile).forEach(each -> accounts.put(each.account, each));
    }

    /** In the order of decision, for what is certain settles documents for those after it. */
    void judge(List<Told> all) {
        for (Told one : all) {
            one.decidable = certain(one);
            if (one.decidable && one.tale != Tale.PARTIAL && one.tale != Tale.RETURNED && one.tale != Tale.INSTALMENTS) {
                one.parts.keySet().forEach(part -> one.documents.stream()
                        .filter(each -> each.key().number().equals(part.document())).forEach(settled::add));
            }
        }
        for (Told one : all) {
            if (one.twinOf != null && !one.decidable) {
                one.twinOf.decidable = false;
            } else if (one.returnOf != null) {
                one.decidable = one.returnOf.decidable;
            }
        }
    }

    private boolean certain(Told one) {
        boolean known = byAccount(one) || byName(one);
        boolean short3 = one.documents.stream().anyMatch(each -> serial(each).length() < 4);
        boolean readable = !one.cut && (one.whole || known && onlyOnesOfTheirAmounts(one)) && !readsAsAnother(one);
        return switch (one.tale) {
            case CLEAN, NOISY, ADVANCE, RETURNED, PAID_AGAIN, THIRD_PARTY, ORDER_OF_ANOTHER -> readable && (known || !short3)
                    && !paidByAnother(one);
            case PARTIAL, SHORT_FEE, OVER, DISCOUNT, DISCOUNT_LATE, INSTALMENTS, BANK_KEPT, DISCOUNT_ON_LIST ->
                    readable && known && !anotherOwnFits(one) && !namesAnotherOwn(one);
            case MANY, MANY_NOISY -> readable && known && !anotherOwnFits(one) && !namesAnotherOwn(one);
            case CREDIT_NET -> readable && known && !anotherOwnFits(one);
            case TYPO -> byAccount(one) && onlyOnesOfTheirAmounts(one) && !readsAsAnother(one) && !namesAnotherOwn(one);
            case NOREF_UNIQUE, WHOLE_BALANCE -> byAccount(one) && onlyOnesOfTheirAmounts(one) && sets(one) == 1;
            case MANY_NOREF, ALL_OVERDUE -> byAccount(one) && onlyOnesOfTheirAmounts(one) && !priceList && sets(one) == 1;
            case ADVICE_EARLY, ADVICE_LATE -> known;
            case DUPLICATE, TWINS -> onlyOnesOfTheirAmounts(one) && one.twinOf.decidable;
            case UNRELATED -> true;
            default -> false;
        };
    }

    private boolean byAccount(Told one) {
        return one.trader.onFile && one.payerAccount.equals(one.trader.account);
    }

    private boolean byName(Told one) {
        return !paidByAnother(one) && Names.key(one.payerName).equals(Names.key(one.trader.name))
                && names.get(Names.key(one.trader.name)) == 1;
    }

    private boolean paidByAnother(Told one) {
        Trader payer = accounts.get(one.payerAccount);
        return payer != null && payer != one.trader;
    }

    private boolean onlyOnesOfTheirAmounts(Told one) {
        return one.documents.stream().allMatch(document -> ofAmount.getOrDefault(document.amount().toString(),
                List.of()).stream()
                .filter(each -> each.customer().equals(document.customer())).count() == 1);
    }

    private boolean readsAsAnother(Told one) {
        String digits = one.text.replaceAll("\\?2\\d", "").replaceAll("\\D", "");
        return ofAmount.getOrDefault(one.amount.toString(), List.of()).stream()
                .anyMatch(each -> !one.documents.contains(each) && digits.contains(shortest(each)));
    }

    private boolean anotherOwnFits(Told one) {
        return ofAmount.getOrDefault(one.amount.toString(), List.of()).stream()
                .anyMatch(each -> each.customer().equals(one.trader.id) && !one.documents.contains(each)
                && !settled.contains(each));
    }

    private boolean namesAnotherOwn(Told one) {
        Set<String> words = new HashSet<>(List.of(one.text.split("\\D+")));
        return ofCustomer.get(one.trader.id).stream().filter(each -> !one.documents.contains(each) && !settled.contains(each)
                && !one.parts.containsKey(new Truth.Part(each.key().number(), "CREDIT_NOTE")))
                .anyMatch(each -> words.contains(serial(each)) || words.contains(shortest(each)));
    }

    /** How many sets of what may be open at the payer add up to the receipt; 2 stands for more than one, or unknown. */
    private int sets(Told one) {
        List<Long> open = new ArrayList<>();
        for (Document each : ofCustomer.get(one.trader.id)) {
            if (!settled.contains(each) && !each.issueDate().isAfter(one.day)
                    && each.amount().currency().equals(one.amount.currency())) {
                open.add(each.key().type() == DocumentType.INVOICE ? each.amount().minorUnits() : -each.amount()
                        .minorUnits());
            }
        }
        if (open.size() > MOST_SEARCHED) {
            return 2;
        }
        int found = 0;
        for (int set = 1; set < 1 << open.size(); set++) {
            long sum = 0;
            for (int i = 0; i < open.size(); i++) {
                sum += (set >> i & 1) == 1 ? open.get(i) : 0;
            }
            found += sum == one.amount.minorUnits() ? 1 : 0;
        }
        return Math.min(found, 2);
    }

    /** The digits that a document is told from others by. */
    static String serial(Document document) {
        String number = document.key().number();
        if (number.matches("(FV|KOR) .*|\\d+/.*")) {
            return number.replaceFirst("^\\D+", "").replaceFirst("/.*", "");
        }
        String digits = number.replaceFirst("-[A-Z1]$", "").replaceAll("\\D+$", "");
        return digits.replaceFirst("^.*\\D(?=\\d+$)", "");
    }

    private static String shortest(Document document) {
        return serial(document).replaceFirst("^0+(?=\\d)", "");
    }
}
