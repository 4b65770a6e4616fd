package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** Stories about one invoice: paid in full and said in many ways, too little, too much, twice, sent back, or not at all. */
final class SingleStories {

    private static final long[] FEES = {150, 250, 500, 1250};
    /** Of the net amount, what professionals' customers in Spain keep back. */
    private static final BigDecimal WITHHELD = BigDecimal.valueOf(15);
    private static final int[] SHARES = {25, 40, 50, 60, 75};

    private final Scene scene;

    SingleStories(Scene scene) {
        this.scene = scene;
    }

    Draft inFull(Case about, Party party, Document document) {
        Draft draft = scene.add(new Draft(about, party, scene.paymentDay(about, document), document.amount()))
                .pays(document, document.amount());
        String number = document.key().number();
        switch (about) {
            case TYPO -> draft.says(scene.decorated(draft, scene.wording.one(scene.mistyped(document))));
            case TYPO_HITS_ANOTHER, TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER -> misleads(about, draft, document);
            case NOREF_UNIQUE -> draft.says(scene.wording.nothing());
            case NOREF_ON_ACCOUNT -> draft.says(scene.wording.onAccount());
            case THIRD_PARTY -> stranger(draft);
            case SISTER_PAYS -> sister(draft);
            case STRUCTURED -> structured(draft, document);
            case PURCHASE_ORDER -> draft.says(scene.decorated(draft, scene.wording.one(document.purchaseOrder())));
            case OTHER_CURRENCY -> otherCurrency(draft);
            case CORE_ONLY -> {
                Numbering.Spelling core = scene.style.numbering().core(number);
                draft.weaken(core.strength());
                draft.says(scene.decorated(draft, scene.wording.one(core.text())));
            }
            default -> draft.says(scene.quote(draft, document, about == Case.NOISY));
        }
        if (about == Case.CLEAN) {
            scene.settled.computeIfAbsent(party, any -> new LinkedHashMap<>()).put(document, draft.day);
        }
        return draft;
    }

    /** Less or more than the invoice. */
    void other(Case about, Party party, Document document) {
        Money full = document.amount();
        boolean early = about == Case.DISCOUNT || about == Case.DISCOUNT_LAST_DAY;
        boolean late = about == Case.DISCOUNT_LATE;
        LocalDate day = scene.paymentDay(about, document);
        Money paid = switch (about) {
            case SHORT_FEE -> Scene.less(full, Math.min(FEES[scene.random.nextInt(4)], full.minorUnits() / 20));
            case OVER -> Scene.less(full, -(100 + scene.random.nextInt(4900)));
            case RETAINED -> full.minus(document.retention().orElseThrow());
            case WITHHELD -> full.minus(document.taxBreakdown().get(0).net().percent(WITHHELD, RoundingMode.HALF_UP));
            case PARTIAL -> full.percent(BigDecimal.valueOf(SHARES[scene.random.nextInt(5)]), RoundingMode.HALF_UP);
            default -> full.minus(document.discount().orElseThrow().of(full));
        };
        Draft draft = scene.add(new Draft(about, party, day, paid)).pays(document, paid.min(full));
        if (early) {
            LocalDate until = document.discount().orElseThrow().until();
            draft.day = about == Case.DISCOUNT ? until.minusDays(1 + scene.random.nextInt(8)) : until;
            draft.lowers(document, "CASH_DISCOUNT", full.minus(paid));
        } else if (late) {
            draft.day = document.discount().orElseThrow().until().plusDays(15 + scene.random.nextInt(25));
        }
        draft.says(scene.quote(draft, document, false));
    }

    void instalments(Party party, Document document) {
        Money first = document.amount().percent(BigDecimal.valueOf(40), RoundingMode.HALF_UP);
        Draft one = scene.add(new Draft(Case.INSTALMENTS, party, scene.paymentDay(Case.CLEAN, document), first))
                .pays(document, first);
        one.says(scene.quote(one, document, false) + " 1/2");
        Money rest = document.amount().minus(first);
        Draft two = scene.add(new Draft(Case.INSTALMENTS, party, one.day.plusDays(9 + scene.random.nextInt(20)), rest))
                .pays(document, rest);
        two.says(scene.quote(two, document, false) + " 2/2");
    }

    void twice(Case about, Party party, Document document) {
        Draft first = inFull(Case.CLEAN, party, document);
        scene.settled.get(party).remove(document);
        int later = about == Case.TWINS ? 0 : 1 + scene.random.nextInt(20);
        Draft second = scene.add(new Draft(about, party, first.day.plusDays(later), first.amount)).says(first.text);
        second.payerName = first.payerName;
        second.payerAccount = first.payerAccount;
        second.strength = first.strength;
        second.twinOf = first;
        second.documents.add(document);
    }

    void returned(Case about, Party party, Document document) {
        Draft first = inFull(Case.RETURNED, party, document);
        first.parts.clear();
        Draft back = scene.add(new Draft(Case.RETURNED, party, first.day.plusDays(2 + scene.random.nextInt(5)),
                first.amount.negated()));
        back.returnOf = first;
        back.says("RETURN");
        if (about == Case.RETURNED_AND_PAID_AGAIN) {
            Draft again = inFull(about, party, document);
            again.day = back.day.plusDays(1 + scene.random.nextInt(20));
        }
    }

    /** The customer's own account pays as much without a word, but a third party pays the invoice and says so. */
    void rivals(Party party, Document document) {
        Draft without = scene.add(new Draft(Case.RIVALS, party, scene.paymentDay(Case.RIVALS, document), document.amount()));
        without.says(scene.wording.nothing());
        Draft with = inFull(Case.THIRD_PARTY, party, document);
        with.day = without.day.plusDays(scene.random.nextInt(9));
    }

    void onAccount(Party party) {
        LocalDate day = WorldMaker.END.minusDays(scene.random.nextInt(300));
        Draft draft = scene.add(new Draft(Case.ON_ACCOUNT, party, day, Money.ofMinor(party.currency(),
                (1 + scene.random.nextInt(90)) * 10_000L)));
        draft.says((scene.random.nextBoolean() ? scene.wording.onAccount() : scene.wording.nothing()) + " "
                + party.id().number());
    }

    void unrelated(Party party) {
        LocalDate day = WorldMaker.END.minusDays(scene.random.nextInt(300));
        Draft draft = scene.add(new Draft(Case.UNRELATED, party, day,
                Money.ofMinor(party.currency(), 10_000 + scene.random.nextInt(500_000))));
        draft.payerName = scene.names.authority();
        draft.payerAccount = scene.names.account("DE");
        draft.says(scene.wording.notOurs());
    }

    /**
     * The text names a document that the receipt does not pay. Where nothing but the payer contradicts the text, the
     * payer's account is on file; else nobody could tell.
     */
    private void misleads(Case about, Draft draft, Document document) {
        List<Document> candidates = about == Case.OLD_NUMBER
                ? scene.settled.getOrDefault(draft.owner, Map.of()).entrySet().stream()
                        .filter(old -> old.getValue().isBefore(draft.day)).map(Map.Entry::getKey).toList()
                : scene.documents.stream().filter(each -> isAnothers(each, document, draft) && switch (about) {
                    case TRAP_SAME_AMOUNT -> each.amount().equals(document.amount()) && draft.owner.onFile();
                    case TYPO_HITS_ANOTHER -> Clerk.nearlyTheSame(each.key().number(), document.key().number())
                            && draft.owner.onFile();
                    default -> !each.amount().equals(draft.amount);
                }).toList();
        if (candidates.isEmpty()) {
            draft.about = Case.TYPO;
            draft.says(scene.decorated(draft, scene.wording.one(scene.mistyped(document))));
            return;
        }
        Document another = candidates.get(scene.random.nextInt(candidates.size()));
        draft.says(scene.decorated(draft, scene.wording.one(another.key().number())));
        draft.payerAccount = draft.owner.account();
    }

    /** Of a customer that shares neither name nor account with the payer. */
    private boolean isAnothers(Document each, Document document, Draft draft) {
        Party other = scene.byId.get(each.customer());
        return each.key().company().equals(document.key().company()) && each.issueDate().isBefore(draft.day)
                && !other.account().equals(draft.owner.account()) && !other.name().equals(draft.owner.name());
    }

    private void stranger(Draft draft) {
        draft.payerName = scene.names.holding();
        draft.payerAccount = scene.random.nextInt(3) == 0
                ? scene.factors.get(scene.random.nextInt(scene.factors.size())) : scene.names.account("DE");
        draft.says(scene.quote(draft, draft.documents.get(0), false));
    }

    private void sister(Draft draft) {
        Party sister = scene.parties.get(scene.random.nextInt(scene.parties.size()));
        draft.payerName = sister.name();
        draft.payerAccount = sister.account();
        draft.says(scene.quote(draft, draft.documents.get(0), false));
    }

    private void structured(Draft draft, Document document) {
        if (scene.random.nextBoolean()) {
            draft.structured = document.paymentReference();
        } else {
            draft.says("/RFB/" + document.paymentReference());
        }
    }

    private void otherCurrency(Draft draft) {
        Currency foreign = Currency.getInstance(draft.amount.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR");
        draft.amount = Money.of(foreign, draft.amount.toDecimal());
        draft.says(scene.quote(draft, draft.documents.get(0), false));
        draft.parts.clear();
    }
}
