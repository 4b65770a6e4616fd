package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** Tells how each invoice was paid: once, in parts, with others, too little, too much, twice, by somebody else, never. */
final class Stories {

    private static final long[] FEES = {150, 250, 500, 1250};
    private static final long SMALLEST_SPLIT = 10_000;
    private static final int[] SHARES = {25, 40, 50, 60, 75};

    private final Style style;
    private final Random random;
    private final Names names;
    private final Wording wording;
    private final List<Party> parties;
    private final List<Document> documents;
    private final Map<Party, Deque<Document>> unpaid = new HashMap<>();
    private final Map<Party, List<Document>> notes = new HashMap<>();
    private final Map<Party, Map<Document, LocalDate>> settled = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Case> told;
    private final List<String> factors;
    private final Map<CustomerId, Party> byId;

    Stories(Style style, Random random, List<Party> parties, List<Document> documents, Set<Case> told) {
        this.told = told;
        this.style = style;
        this.random = random;
        this.names = new Names(random);
        this.wording = new Wording(random);
        this.parties = parties;
        this.documents = documents;
        this.factors = List.of(names.account("DE"), names.account("FR"), names.account("NL"));
        this.byId = parties.stream().collect(Collectors.toMap(Party::id, party -> party));
        for (Document document : documents) {
            Party party = byId.get(document.customer());
            if (document.key().type().isCredit()) {
                notes.computeIfAbsent(party, any -> new ArrayList<>()).add(document);
            } else {
                unpaid.computeIfAbsent(party, any -> new ArrayDeque<>()).add(document);
            }
        }
    }

    List<Draft> tell() {
        for (Party party : parties) {
            Deque<Document> waiting = unpaid.getOrDefault(party, new ArrayDeque<>());
            while (!waiting.isEmpty()) {
                if (random.nextInt(16) == 0) {
                    waiting.poll();
                } else {
                    tell(fitting(choose(), waiting.peek()), party, waiting);
                }
            }
        }
        return drafts;
    }

    private Case choose() {
        int ticket = random.nextInt(told.stream().mapToInt(Case::share).sum());
        for (Case about : told) {
            ticket -= about.share();
            if (ticket < 0) {
                return about;
            }
        }
        throw new IllegalStateException();
    }

    /** The story, or a plain one where the document is not made for it. */
    private static Case fitting(Case about, Document document) {
        boolean made = switch (about) {
            case STRUCTURED -> !document.paymentReference().isEmpty();
            case PURCHASE_ORDER -> !document.purchaseOrder().isEmpty();
            case DISCOUNT, DISCOUNT_LAST_DAY, DISCOUNT_LATE -> document.discount().isPresent()
                    && document.amount().minorUnits() >= SMALLEST_SPLIT;
            case PARTIAL, INSTALMENTS, SHORT_FEE, OVER -> document.amount().minorUnits() >= SMALLEST_SPLIT;
            default -> true;
        };
        return made ? about : Case.CLEAN;
    }

    private void tell(Case about, Party party, Deque<Document> waiting) {
        switch (about) {
            case CLEAN, NOISY, CORE_ONLY, ADVANCE, TYPO, TYPO_HITS_ANOTHER, TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER, NOREF_UNIQUE,
                    NOREF_ON_ACCOUNT, THIRD_PARTY, SISTER_PAYS, STRUCTURED, PURCHASE_ORDER, OTHER_CURRENCY ->
                    inFull(about, party, waiting.poll());
            case PARTIAL, SHORT_FEE, OVER, DISCOUNT, DISCOUNT_LAST_DAY, DISCOUNT_LATE -> other(about, party, waiting.poll());
            case MANY, MANY_NOISY, SUFFIX_LIST, RANGE -> quoted(about, party, several(waiting, 2 + random.nextInt(6)));
            case SUBSET, SUBSET_AMBIGUOUS, ADVICE_EARLY, ADVICE_LATE ->
                    unquoted(about, party, several(waiting, 2 + random.nextInt(3)));
            case TREASURY_LIST -> treasury(party, waiting.poll());
            case INSTALMENTS -> instalments(party, waiting.poll());
            case CREDIT_NET, CREDIT_NET_UNQUOTED -> netted(about, party, waiting.poll());
            case DUPLICATE, TWINS -> twice(about, party, waiting.poll());
            case RETURNED, RETURNED_AND_PAID_AGAIN -> returned(about, party, waiting.poll());
            case ON_ACCOUNT -> onAccount(party);
            case UNRELATED -> unrelated(party);
            case FORGOT_ONE, ONE_TOO_MANY, TYPO_IN_LIST -> badly(about, party, several(waiting, 2 + random.nextInt(3)));
            case FACTOR_UNQUOTED -> {
                Draft draft = inFull(about, party, waiting.poll()).says(wording.nothing());
                draft.payerName = names.holding();
                draft.payerAccount = factors.get(random.nextInt(factors.size()));
            }
            case RIVALS -> rivals(party, waiting.poll());
        }
    }

    private Draft inFull(Case about, Party party, Document document) {
        Draft draft = add(new Draft(about, party, paymentDay(about, document), document.amount()))
                .pays(document, document.amount());
        String number = document.key().number();
        switch (about) {
            case TYPO -> draft.says(decorated(draft, wording.one(mistyped(document))));
            case TYPO_HITS_ANOTHER, TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER -> misleads(about, draft, document);
            case NOREF_UNIQUE -> draft.says(wording.nothing());
            case NOREF_ON_ACCOUNT -> draft.says(wording.onAccount());
            case THIRD_PARTY -> stranger(draft);
            case SISTER_PAYS -> sister(draft);
            case STRUCTURED -> structured(draft, document);
            case PURCHASE_ORDER -> draft.says(decorated(draft, wording.one(document.purchaseOrder())));
            case OTHER_CURRENCY -> otherCurrency(draft);
            case CORE_ONLY -> {
                Numbering.Spelling core = style.numbering().core(number);
                draft.weaken(core.strength());
                draft.says(decorated(draft, wording.one(core.text())));
            }
            default -> draft.says(quote(draft, document, about == Case.NOISY));
        }
        if (about == Case.CLEAN) {
            settled.computeIfAbsent(party, any -> new java.util.LinkedHashMap<>()).put(document, draft.day);
        }
        return draft;
    }

    /** Less or more than the invoice. */
    private void other(Case about, Party party, Document document) {
        Money full = document.amount();
        boolean early = about == Case.DISCOUNT || about == Case.DISCOUNT_LAST_DAY;
        boolean late = about == Case.DISCOUNT_LATE;
        LocalDate day = paymentDay(about, document);
        Money paid = switch (about) {
            case SHORT_FEE -> less(full, Math.min(FEES[random.nextInt(4)], full.minorUnits() / 20));
            case OVER -> less(full, -(100 + random.nextInt(4900)));
            case PARTIAL -> full.percent(BigDecimal.valueOf(SHARES[random.nextInt(5)]), RoundingMode.HALF_UP);
            default -> full.minus(document.discount().orElseThrow().of(full));
        };
        Draft draft = add(new Draft(about, party, day, paid)).pays(document, paid.min(full));
        if (early) {
            LocalDate until = document.discount().orElseThrow().until();
            draft.day = about == Case.DISCOUNT ? until.minusDays(1 + random.nextInt(8)) : until;
            draft.lowers(document, "CASH_DISCOUNT", full.minus(paid));
        } else if (late) {
            draft.day = document.discount().orElseThrow().until().plusDays(15 + random.nextInt(25));
        }
        draft.says(quote(draft, document, false));
    }

    private void instalments(Party party, Document document) {
        Money first = document.amount().percent(BigDecimal.valueOf(40), RoundingMode.HALF_UP);
        Draft one = add(new Draft(Case.INSTALMENTS, party, paymentDay(Case.CLEAN, document), first)).pays(document, first);
        one.says(quote(one, document, false) + " 1/2");
        Money rest = document.amount().minus(first);
        Draft two = add(new Draft(Case.INSTALMENTS, party, one.day.plusDays(9 + random.nextInt(20)), rest)).pays(document, rest);
        two.says(quote(two, document, false) + " 2/2");
    }

    private void quoted(Case about, Party party, List<Document> several) {
        List<String> spelled = about == Case.SUFFIX_LIST || about == Case.RANGE ? shortened(about, several) : List.of();
        Draft draft = together(about, party, several);
        if (spelled.isEmpty()) {
            spelled = new ArrayList<>();
            for (Document document : several) {
                Numbering.Spelling spelling = about == Case.MANY_NOISY
                        ? style.numbering().carelessly(document.key().number(), random)
                        : style.numbering().exactly(document.key().number());
                draft.weaken(spelling.strength());
                spelled.add(spelling.text());
            }
        } else {
            draft.weaken(Numbering.Strength.CORE);
        }
        draft.says(decorated(draft, wording.many(spelled)));
    }

    /** A list with one document too few or too many, or with a slip in it. */
    private void badly(Case about, Party party, List<Document> several) {
        List<Document> paid = about == Case.ONE_TOO_MANY && several.size() > 1 ? several.subList(1, several.size()) : several;
        Draft draft = together(about, party, paid);
        List<String> numbers = new ArrayList<>(several.stream().map(document -> document.key().number()).toList());
        if (about == Case.TYPO_IN_LIST) {
            numbers.set(0, mistyped(several.get(0)));
        } else if (about == Case.FORGOT_ONE && numbers.size() > 1) {
            numbers.remove(0);
        }
        draft.says(decorated(draft, wording.many(numbers)));
    }

    /** The customer's own account pays as much without a word, but a third party pays the invoice and says so. */
    private void rivals(Party party, Document document) {
        Draft without = add(new Draft(Case.RIVALS, party, paymentDay(Case.RIVALS, document), document.amount()));
        without.says(wording.nothing());
        Draft with = inFull(Case.THIRD_PARTY, party, document);
        with.day = without.day.plusDays(random.nextInt(9));
    }

    /** {@code 1001, 02, 05} or {@code 1001-1005}; nothing when these numbers cannot be written so. */
    private List<String> shortened(Case about, List<Document> several) {
        List<String> numbers = several.stream().map(document -> document.key().number()).sorted().toList();
        String first = numbers.get(0);
        String stem = first.substring(0, first.length() - 2);
        if (numbers.size() < 2 || first.length() < 4 || !numbers.stream().allMatch(number -> number.startsWith(stem)
                && number.length() == first.length())) {
            return List.of();
        }
        List<String> ends = numbers.stream().map(number -> number.substring(stem.length())).toList();
        if (about == Case.SUFFIX_LIST) {
            List<String> written = new ArrayList<>(ends);
            written.set(0, first);
            return written;
        }
        String last = numbers.get(numbers.size() - 1);
        boolean gapless = Integer.parseInt(ends.get(ends.size() - 1)) - Integer.parseInt(ends.get(0)) == numbers.size() - 1;
        return gapless ? List.of(first + (random.nextBoolean() ? "-" : " bis ") + last) : List.of();
    }

    private void unquoted(Case about, Party party, List<Document> several) {
        Draft draft = together(about, party, several).says(wording.nothing());
        if (about == Case.ADVICE_EARLY || about == Case.ADVICE_LATE) {
            draft.adviceArrives = about == Case.ADVICE_EARLY ? draft.day.minusDays(1) : draft.day.plusDays(3);
        }
    }

    private Draft together(Case about, Party party, List<Document> several) {
        LocalDate day = several.stream().map(document -> paymentDay(about, document)).max(Comparator.naturalOrder())
                .orElseThrow();
        Money sum = several.stream().map(Document::amount).reduce(Money::plus).orElseThrow();
        Draft draft = add(new Draft(about, party, day, sum));
        several.forEach(document -> draft.pays(document, document.amount()));
        return draft;
    }

    /** One payer settles documents of two customers of the company at once. */
    private void treasury(Party party, Document document) {
        Party sister = parties.get(random.nextInt(parties.size()));
        Deque<Document> theirs = unpaid.getOrDefault(sister, new ArrayDeque<>());
        boolean fits = sister != party && !theirs.isEmpty() && sister.currency().equals(party.currency())
                && sister.id().company().equals(party.id().company());
        List<Document> several = new ArrayList<>(List.of(document));
        if (fits) {
            several.add(theirs.poll());
        }
        Draft draft = together(Case.TREASURY_LIST, party, several);
        draft.payerName = names.holding();
        draft.payerAccount = names.account("DE");
        draft.says(wording.many(several.stream().map(each -> style.numbering().exactly(each.key().number()).text()).toList()));
    }

    private void netted(Case about, Party party, Document document) {
        Document note = notes.getOrDefault(party, List.of()).stream()
                .filter(each -> each.amount().compareTo(document.amount()) < 0).findFirst().orElse(null);
        if (note == null) {
            inFull(Case.CLEAN, party, document);
            return;
        }
        notes.get(party).remove(note);
        Money paid = document.amount().minus(note.amount());
        LocalDate day = paymentDay(about, document);
        Draft draft = add(new Draft(about, party, day.isBefore(note.issueDate()) ? note.issueDate() : day, paid))
                .pays(document, paid).lowers(document, "CREDIT_NOTE", note.amount());
        Numbering.Spelling first = style.numbering().exactly(document.key().number());
        draft.weaken(first.strength());
        draft.says(about == Case.CREDIT_NET ? wording.netted(first.text(), note.key().number()) : wording.one(first.text()));
    }

    private void twice(Case about, Party party, Document document) {
        Draft first = inFull(Case.CLEAN, party, document);
        settled.get(party).remove(document);
        int later = about == Case.TWINS ? 0 : 1 + random.nextInt(20);
        Draft second = add(new Draft(about, party, first.day.plusDays(later), first.amount)).says(first.text);
        second.payerName = first.payerName;
        second.payerAccount = first.payerAccount;
        second.strength = first.strength;
        second.twinOf = first;
        second.documents.add(document);
    }

    private void returned(Case about, Party party, Document document) {
        Draft first = inFull(Case.RETURNED, party, document);
        first.parts.clear();
        Draft back = add(new Draft(Case.RETURNED, party, first.day.plusDays(2 + random.nextInt(5)), first.amount.negated()));
        back.returnOf = first;
        back.says("RETURN");
        if (about == Case.RETURNED_AND_PAID_AGAIN) {
            Draft again = inFull(about, party, document);
            again.day = back.day.plusDays(1 + random.nextInt(20));
        }
    }

    private void onAccount(Party party) {
        LocalDate day = WorldMaker.END.minusDays(random.nextInt(300));
        Draft draft = add(new Draft(Case.ON_ACCOUNT, party, day, Money.ofMinor(party.currency(),
                (1 + random.nextInt(90)) * 10_000L)));
        draft.says((random.nextBoolean() ? wording.onAccount() : wording.nothing()) + " " + party.id().number());
    }

    private void unrelated(Party party) {
        LocalDate day = WorldMaker.END.minusDays(random.nextInt(300));
        Draft draft = add(new Draft(Case.UNRELATED, party, day,
                Money.ofMinor(party.currency(), 10_000 + random.nextInt(500_000))));
        draft.payerName = names.authority();
        draft.payerAccount = names.account("DE");
        draft.says(wording.notOurs());
    }

    /**
     * The text names a document that the receipt does not pay. Where nothing but the payer contradicts the text, the
     * payer's account is on file; else nobody could tell.
     */
    private void misleads(Case about, Draft draft, Document document) {
        List<Document> candidates = about == Case.OLD_NUMBER
                ? settled.getOrDefault(draft.owner, Map.of()).entrySet().stream()
                        .filter(old -> old.getValue().isBefore(draft.day)).map(Map.Entry::getKey).toList()
                : documents.stream().filter(each -> isAnothers(each, document, draft) && switch (about) {
                    case TRAP_SAME_AMOUNT -> each.amount().equals(document.amount()) && draft.owner.onFile();
                    case TYPO_HITS_ANOTHER -> Clerk.nearlyTheSame(each.key().number(), document.key().number())
                            && draft.owner.onFile();
                    default -> !each.amount().equals(draft.amount);
                }).toList();
        if (candidates.isEmpty()) {
            draft.about = Case.TYPO;
            draft.says(decorated(draft, wording.one(mistyped(document))));
            return;
        }
        Document another = candidates.get(random.nextInt(candidates.size()));
        draft.says(decorated(draft, wording.one(another.key().number())));
        draft.payerAccount = draft.owner.account();
    }

    /** Of a customer that shares neither name nor account with the payer. */
    private boolean isAnothers(Document each, Document document, Draft draft) {
        Party other = byId.get(each.customer());
        return each.key().company().equals(document.key().company()) && each.issueDate().isBefore(draft.day)
                && !other.account().equals(draft.owner.account()) && !other.name().equals(draft.owner.name());
    }

    private void stranger(Draft draft) {
        draft.payerName = names.holding();
        draft.payerAccount = random.nextInt(3) == 0 ? factors.get(random.nextInt(factors.size())) : names.account("DE");
        draft.says(quote(draft, draft.documents.get(0), false));
    }

    private void sister(Draft draft) {
        Party sister = parties.get(random.nextInt(parties.size()));
        draft.payerName = sister.name();
        draft.payerAccount = sister.account();
        draft.says(quote(draft, draft.documents.get(0), false));
    }

    private void structured(Draft draft, Document document) {
        if (random.nextBoolean()) {
            draft.structured = document.paymentReference();
        } else {
            draft.says("/RFB/" + document.paymentReference());
        }
    }

    private void otherCurrency(Draft draft) {
        Currency foreign = Currency.getInstance(draft.amount.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR");
        draft.amount = Money.of(foreign, draft.amount.toDecimal());
        draft.says(quote(draft, draft.documents.get(0), false));
        draft.parts.clear();
    }

    private String quote(Draft draft, Document document, boolean carelessly) {
        String number = document.key().number();
        Numbering.Spelling spelling = carelessly ? style.numbering().carelessly(number, random)
                : style.numbering().exactly(number);
        draft.weaken(spelling.strength());
        return decorated(draft, wording.one(spelling.text()));
    }

    private String decorated(Draft draft, String text) {
        String order = random.nextInt(4) > 0 ? Integer.toString(1000 + random.nextInt(99_000))
                : Clerk.serial(documents.get(random.nextInt(documents.size())));
        String among = random.nextInt(3) > 0 ? text : wording.besides(text, draft, order);
        return wording.throughTheBank(among);
    }

    private Draft add(Draft draft) {
        draft.payerName = random.nextInt(5) < 2 ? draft.owner.name() : names.throughTheBank(draft.owner.name());
        draft.payerAccount = random.nextInt(20) == 0 ? "" : draft.owner.account();
        drafts.add(draft);
        return draft;
    }

    private LocalDate paymentDay(Case about, Document document) {
        if (about == Case.ADVANCE) {
            return document.issueDate().minusDays(1 + random.nextInt(6));
        }
        LocalDate usual = document.dueDate().plusDays((long) (random.nextGaussian() * 9));
        LocalDate day = usual.isBefore(document.issueDate()) ? document.issueDate().plusDays(1) : usual;
        return document.discount().filter(discount -> !day.isAfter(discount.until().plusDays(14)))
                .map(discount -> discount.until().plusDays(15)).orElse(day);
    }

    /** Some of the next ones; of a batch, rather those of the same day. */
    private List<Document> several(Deque<Document> waiting, int most) {
        List<Document> several = new ArrayList<>();
        while (!waiting.isEmpty() && several.size() < most) {
            several.add(waiting.poll());
        }
        return several;
    }

    /** A slip that no other document of the same amount explains, for else nobody could tell. */
    private String mistyped(Document document) {
        String typed = Numbering.mistyped(document.key().number(), random);
        boolean explained = documents.stream().anyMatch(each -> each.key().number().equals(typed)
                && each.key().company().equals(document.key().company()) && each.amount().equals(document.amount()));
        return explained ? mistyped(document) : typed;
    }

    private static Money less(Money full, long minor) {
        return Money.ofMinor(full.currency(), full.minorUnits() - minor);
    }
}
