package org.saldo.truth;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** What all stories of a world share: its customers, what they have not paid yet, and how they write. */
final class Scene {

    final Style style;
    final Random random;
    final Names names;
    final Wording wording;
    final List<Party> parties;
    final List<Document> documents;
    final Map<Party, Deque<Document>> unpaid = new HashMap<>();
    final Map<Party, List<Document>> notes = new HashMap<>();
    final Map<Party, Map<Document, LocalDate>> settled = new HashMap<>();
    final List<Draft> drafts = new ArrayList<>();
    /** Accounts that pay for many customers. */
    final List<String> factors;
    final Map<CustomerId, Party> byId;

    Scene(Style style, Random random, List<Party> parties, List<Document> documents) {
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

    Draft add(Draft draft) {
        draft.payerName = random.nextInt(5) < 2 ? draft.owner.name() : names.throughTheBank(draft.owner.name());
        draft.payerAccount = random.nextInt(20) == 0 ? "" : draft.owner.account();
        drafts.add(draft);
        return draft;
    }

    String quote(Draft draft, Document document, boolean carelessly) {
        String number = document.key().number();
        Numbering.Spelling spelling = carelessly ? style.numbering().carelessly(number, random)
                : style.numbering().exactly(number);
        draft.weaken(spelling.strength());
        return decorated(draft, wording.one(spelling.text()));
    }

    String decorated(Draft draft, String text) {
        String order = random.nextInt(4) > 0 ? Integer.toString(1000 + random.nextInt(99_000))
                : Clerk.serial(documents.get(random.nextInt(documents.size())));
        String among = random.nextInt(3) > 0 ? text : wording.besides(text, draft, order);
        return wording.throughTheBank(among);
    }

    LocalDate paymentDay(Case about, Document document) {
        if (about == Case.ADVANCE) {
            return document.issueDate().minusDays(1 + random.nextInt(6));
        }
        LocalDate usual = document.dueDate().plusDays((long) (random.nextGaussian() * 9));
        LocalDate day = usual.isBefore(document.issueDate()) ? document.issueDate().plusDays(1) : usual;
        return document.discount().filter(discount -> !day.isAfter(discount.until().plusDays(14)))
                .map(discount -> discount.until().plusDays(15)).orElse(day);
    }

    /** A slip that no other document of the same amount explains, for else nobody could tell. */
    String mistyped(Document document) {
        String typed = Numbering.mistyped(document.key().number(), random);
        boolean explained = documents.stream().anyMatch(each -> each.key().number().equals(typed)
                && each.key().company().equals(document.key().company()) && each.amount().equals(document.amount()));
        return explained ? mistyped(document) : typed;
    }

    static Money less(Money full, long minor) {
        return Money.ofMinor(full.currency(), full.minorUnits() - minor);
    }
}
