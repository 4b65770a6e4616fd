package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;

/** A customer's account with us for tests, in EUR: documents and payments by the names that a reader knows. */
public final class Account {

    private final LocalDate cutOff;
    private final Map<String, OurLine> documents = new LinkedHashMap<>();
    private final Map<String, Money> open = new LinkedHashMap<>();
    private final Map<String, Money> openNow = new LinkedHashMap<>();
    private final List<OurDocument> known = new ArrayList<>();
    private final List<OurLine> moved = new ArrayList<>();
    private final List<OurLine> later = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final Map<String, OurLine> unapplied = new LinkedHashMap<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private long ids;

    public Account(String cutOff) {
        this.cutOff = LocalDate.parse(cutOff);
    }

    public Account invoice(String number, String issued, String amount, String... otherNames) {
        return document(OurKind.DOCUMENT, number, issued, amount, otherNames);
    }

    public Account credit(String number, String issued, String amount) {
        return document(OurKind.CREDIT_NOTE, number, issued, "-" + amount);
    }

    private Account document(OurKind kind, String number, String issued, String amount, String... otherNames) {
        OurLine line = new OurLine(++ids, kind, number, List.of(otherNames), LocalDate.parse(issued), eur(amount));
        documents.put(number, line);
        book(line);
        known.add(new OurDocument(number, List.of(otherNames), line.date(), line.amount(), Optional.empty(), Optional.empty()));
        if (!line.date().isAfter(cutOff)) {
            open.put(number, line.amount());
        }
        openNow.put(number, line.amount());
        return this;
    }

    /** The last document offered this discount and holds this tax. */
    public Account terms(String discount, String tax) {
        OurDocument last = known.remove(known.size() - 1);
        known.add(new OurDocument(last.reference(), last.otherNames(), last.issuedOn(), last.amount(),
                Optional.of(eur(discount)), Optional.of(eur(tax))));
        return this;
    }

    /** A payment that settles {@code documents} one after the other as far as it goes; the rest stays unapplied. */
    public Account pay(String id, String booked, String amount, String... settled) {
        LocalDate day = LocalDate.parse(booked);
        OurLine line = new OurLine(++ids, OurKind.PAYMENT, id, List.of(settled), day, eur(amount).negated());
        book(line);
        Money rest = eur(amount);
        for (String number : settled) {
            Money part = rest.min(openNow.get(number));
            rest = rest.minus(part);
            settle(number, new Settlement(number, Settlement.How.PAYMENT, id, day, part,
                    day.isAfter(cutOff)));
        }
        if (!rest.isZero() && !day.isAfter(cutOff)) {
            unapplied.put(id, new OurLine(line.id(), OurKind.PAYMENT, id, List.of(), day, rest.negated()));
        }
        return this;
    }

    public Account deduct(String number, String on, String amount) {
        LocalDate day = LocalDate.parse(on);
        book(new OurLine(++ids, OurKind.DEDUCTION, number, List.of(), day, eur(amount).negated()));
        settle(number, new Settlement(number, Settlement.How.DISCOUNT, "", day, eur(amount), day.isAfter(cutOff)));
        return this;
    }

    private void settle(String number, Settlement settlement) {
        settlements.add(settlement);
        openNow.merge(number, settlement.amount().negated(), Money::plus);
        if (!settlement.on().isAfter(cutOff)) {
            open.merge(number, settlement.amount().negated(), Money::plus);
        }
    }

    private void book(OurLine line) {
        (line.date().isAfter(cutOff) ? later : moved).add(line);
    }

    public Account elsewhere(String key, String where) {
        elsewhere.put(key, where);
        return this;
    }

    public OurLedger ledger() {
        List<OurLine> lines = new ArrayList<>(unapplied.values());
        open.forEach((number, amount) -> {
            OurLine line = documents.get(number);
            if (!amount.isZero()) {
                lines.add(new OurLine(line.id(), line.kind(), number, line.otherNames(), line.date(), amount));
            }
        });
        Money balance = lines.stream().map(OurLine::amount).reduce(eur("0.00"), Money::plus);
        return new OurLedger(cutOff, balance, lines, moved, later, known, settlements, elsewhere);
    }

    public static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
