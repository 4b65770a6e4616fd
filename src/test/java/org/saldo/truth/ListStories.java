package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** Stories about several documents at once: listed well or badly, advised, unnamed, of two customers, or netted. */
final class ListStories {

    private final Scene scene;
    private final SingleStories single;

    ListStories(Scene scene, SingleStories single) {
        this.scene = scene;
        this.single = single;
    }

    void quoted(Case about, Party party, List<Document> several) {
        List<String> spelled = about == Case.SUFFIX_LIST || about == Case.RANGE ? shortened(about, several) : List.of();
        Draft draft = together(about, party, several);
        if (spelled.isEmpty()) {
            spelled = new ArrayList<>();
            for (Document document : several) {
                Numbering.Spelling spelling = about == Case.MANY_NOISY
                        ? scene.style.numbering().carelessly(document.key().number(), scene.random)
                        : scene.style.numbering().exactly(document.key().number());
                draft.weaken(spelling.strength());
                spelled.add(spelling.text());
            }
        } else {
            draft.weaken(Numbering.Strength.CORE);
        }
        draft.says(scene.decorated(draft, scene.wording.many(spelled)));
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
        return gapless ? List.of(first + (scene.random.nextBoolean() ? "-" : " bis ") + last) : List.of();
    }

    void unquoted(Case about, Party party, List<Document> several) {
        Draft draft = together(about, party, several).says(scene.wording.nothing());
        if (about == Case.ADVICE_EARLY || about == Case.ADVICE_LATE) {
            draft.adviceArrives = about == Case.ADVICE_EARLY ? draft.day.minusDays(1) : draft.day.plusDays(3);
        }
    }

    /** An advice that keeps back a part of its first document, and says so. */
    void lessDeduction(Party party, List<Document> several) {
        Draft draft = together(Case.ADVICE_LESS, party, several).says(scene.wording.nothing());
        Document first = several.get(0);
        Money kept = first.amount().percent(BigDecimal.valueOf(1 + scene.random.nextInt(9)), RoundingMode.HALF_UP);
        draft.adviceArrives = draft.day.minusDays(1);
        if (kept.isPositive()) {
            draft.deducted.put(first, kept);
            draft.amount = draft.amount.minus(kept);
            draft.lowers(first, "PAYMENT", first.amount().minus(kept));
        }
    }

    private Draft together(Case about, Party party, List<Document> several) {
        LocalDate day = several.stream().map(document -> scene.paymentDay(about, document)).max(Comparator.naturalOrder())
                .orElseThrow();
        Money sum = several.stream().map(Document::amount).reduce(Money::plus).orElseThrow();
        Draft draft = scene.add(new Draft(about, party, day, sum));
        several.forEach(document -> draft.pays(document, document.amount()));
        return draft;
    }

    /** One payer settles documents of two customers of the company at once. */
    void treasury(Party party, Document document) {
        Party sister = scene.parties.get(scene.random.nextInt(scene.parties.size()));
        Deque<Document> theirs = scene.unpaid.getOrDefault(sister, new ArrayDeque<>());
        boolean fits = sister != party && !theirs.isEmpty() && sister.currency().equals(party.currency())
                && sister.id().company().equals(party.id().company());
        List<Document> several = new ArrayList<>(List.of(document));
        if (fits) {
            several.add(theirs.poll());
        }
        Draft draft = together(Case.TREASURY_LIST, party, several);
        draft.payerName = scene.names.holding();
        draft.payerAccount = scene.names.account("DE");
        draft.says(scene.wording.many(several.stream().map(each -> each.key().number()).toList()));
    }

    void netted(Case about, Party party, Document document) {
        Document note = scene.notes.getOrDefault(party, List.of()).stream()
                .filter(each -> each.amount().compareTo(document.amount()) < 0).findFirst().orElse(null);
        if (note == null) {
            single.inFull(Case.CLEAN, party, document);
            return;
        }
        scene.notes.get(party).remove(note);
        Money paid = document.amount().minus(note.amount());
        LocalDate day = scene.paymentDay(about, document);
        Draft draft = scene.add(new Draft(about, party, day.isBefore(note.issueDate()) ? note.issueDate() : day, paid))
                .pays(document, paid).lowers(document, "CREDIT_NOTE", note.amount());
        Numbering.Spelling first = scene.style.numbering().exactly(document.key().number());
        draft.weaken(first.strength());
        draft.says(about == Case.CREDIT_NET ? scene.wording.netted(first.text(), note.key().number())
                : scene.wording.one(first.text()));
    }

    /** A list with one document too few or too many, or with a slip in it. */
    void badly(Case about, Party party, List<Document> several) {
        List<Document> paid = about == Case.ONE_TOO_MANY && several.size() > 1 ? several.subList(1, several.size()) : several;
        Draft draft = together(about, party, paid);
        List<String> numbers = new ArrayList<>(several.stream().map(document -> document.key().number()).toList());
        if (about == Case.TYPO_IN_LIST) {
            numbers.set(0, scene.mistyped(several.get(0)));
        } else if (about == Case.FORGOT_ONE && numbers.size() > 1) {
            numbers.remove(0);
        }
        draft.says(scene.decorated(draft, scene.wording.many(numbers)));
    }
}
