package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** Tells, customer by customer and invoice by invoice, how each was paid, and by whom, and what the bank made of it. */
final class Tales {

    private static final int[] SHARES = {20, 30, 45, 50, 70};

    private final List<Trader> traders;
    private final List<Document> documents;
    private final Set<Tale> tales;
    private final Random random;
    private final Pen pen;
    private final List<Told> told = new ArrayList<>();

    Tales(House house, Random random, List<Trader> traders, List<Document> documents, Set<Tale> tales) {
        this.random = random;
        this.traders = traders;
        this.documents = documents;
        this.tales = tales;
        this.pen = new Pen(house, random, traders, documents);
    }

    List<Told> tell() {
        for (Trader trader : traders) {
            while (!trader.unpaid.isEmpty()) {
                if (random.nextInt(18) == 0) {
                    trader.unpaid.poll();
                    trader.owesForEver = true;
                } else {
                    tell(choose(), trader);
                }
            }
        }
        return told;
    }

    private Tale choose() {
        int ticket = random.nextInt(tales.stream().mapToInt(each -> each.share).sum());
        for (Tale tale : tales) {
            ticket -= tale.share;
            if (ticket < 0) {
                return tale;
            }
        }
        throw new IllegalStateException();
    }

    private void tell(Tale tale, Trader trader) {
        switch (tale) {
            case CLEAN, NOISY, THIRD_PARTY, NOREF_UNIQUE, TRAP, TYPO, ADVANCE, OLD_NUMBER, TRAP_SAME_AMOUNT, SISTER_PAYS,
                    ORDER_OF_ANOTHER, ANOTHER_CURRENCY -> inFull(tale, trader, trader.unpaid.poll());
            case PARTIAL, SHORT_FEE, OVER, DISCOUNT, DISCOUNT_LATE, BANK_KEPT, CHARGED_TWICE -> other(tale, trader);
            case MANY, MANY_NOISY, TYPO_IN_LIST, FORGOT_ONE, ONE_TOO_MANY, PART_OF_LIST, DISCOUNT_ON_LIST ->
                    list(tale, trader, several(trader, 2 + random.nextInt(random.nextInt(6) == 0 ? 14 : 4)));
            case MANY_NOREF, ADVICE_EARLY, ADVICE_LATE -> list(tale, trader, several(trader, 2 + random.nextInt(3)));
            case WHOLE_BALANCE, ALL_OVERDUE -> everything(tale, trader);
            case TWO_CUSTOMERS, FACTOR_LIST -> together(tale, trader);
            case RETURNED, PAID_AGAIN -> returned(tale, trader);
            case DUPLICATE, TWINS -> twice(tale, trader);
            case CREDIT_NET, CREDIT_NET_UNQUOTED -> netted(tale, trader);
            case INSTALMENTS -> instalments(trader);
            case UNRELATED -> pen.unrelated(add(new Told(tale, trader, anyDay(), anyAmount(trader))));
            case ON_ACCOUNT -> pen.onAccount(add(new Told(tale, trader, anyDay(), anyAmount(trader))));
            case NEXT_MONTH -> nextMonth(trader);
        }
    }

    private Told inFull(Tale tale, Trader trader, Document document) {
        LocalDate day = tale == Tale.ADVANCE ? document.issueDate().minusDays(1 + random.nextInt(5))
                : usualDay(trader, document);
        Told one = add(new Told(tale, trader, day, document.amount())).pays(document, document.amount());
        if (tale == Tale.ANOTHER_CURRENCY) {
            one.amount = Money.of(document.amount().currency().getCurrencyCode().equals("EUR") ? "CHF" : "EUR",
                    document.amount().toDecimal().toPlainString());
            one.parts.clear();
        }
        pen.writes(one, document);
        if (tale == Tale.CLEAN) {
            trader.plain.add(one);
        }
        return one;
    }

    private void other(Tale tale, Trader trader) {
        Document document = trader.unpaid.poll();
        Money full = document.amount();
        boolean discount = tale == Tale.DISCOUNT || tale == Tale.DISCOUNT_LATE;
        if (full.minorUnits() < 8_000 || discount && document.discount().isEmpty()) {
            inFull(Tale.CLEAN, trader, document);
            return;
        }
        Money paid = switch (tale) {
            case PARTIAL -> full.percent(BigDecimal.valueOf(SHARES[random.nextInt(5)]), RoundingMode.HALF_UP);
            case SHORT_FEE -> less(full, Math.min(List.of(100, 300, 750, 1100, 1250).get(random.nextInt(5)),
                    full.minorUnits() / 25));
            case BANK_KEPT -> less(full, Math.min(1000 + 100L * random.nextInt(15), full.minorUnits() / 25));
            case OVER -> less(full, -(50 + random.nextInt(4_900)));
            case CHARGED_TWICE -> less(full, -full.minorUnits());
            default -> full.minus(document.discount().orElseThrow().of(full));
        };
        Told one = add(new Told(tale, trader, usualDay(trader, document), paid)).pays(document, paid.min(full));
        if (tale == Tale.DISCOUNT) {
            one.day = document.discount().orElseThrow().until().minusDays(random.nextInt(9));
            one.lowers(document, "CASH_DISCOUNT", full.minus(paid));
        } else if (tale == Tale.DISCOUNT_LATE) {
            one.day = document.discount().orElseThrow().until().plusDays(14 + random.nextInt(20));
        }
        pen.writes(one, document);
        if (tale == Tale.BANK_KEPT) {
            one.text += List.of(" /CHGS/EUR10,00/", " SHA", " charges shared", " BEN").get(random.nextInt(4));
        }
    }

    private void list(Tale tale, Trader trader, List<Document> several) {
        if (several.size() < 2) {
            several.forEach(each -> inFull(Tale.CLEAN, trader, each));
            return;
        }
        LocalDate day = several.stream().map(each -> usualDay(trader, each)).max(Comparator.naturalOrder()).orElseThrow();
        List<Document> paid = tale == Tale.ONE_TOO_MANY ? several.subList(1, several.size()) : several;
        Money sum = paid.stream().map(Document::amount).reduce(Money::plus).orElseThrow();
        Told one = add(new Told(tale, trader, day, sum));
        if (tale == Tale.PART_OF_LIST) {
            one.amount = sum.percent(BigDecimal.valueOf(63), RoundingMode.HALF_UP);
            one.documents.addAll(paid);
        } else {
            paid.forEach(each -> one.pays(each, each.amount()));
        }
        if (tale == Tale.DISCOUNT_ON_LIST) {
            one.day = several.stream().map(Document::issueDate).max(Comparator.naturalOrder()).orElseThrow();
            for (Document each : several) {
                each.discount().filter(discount -> !one.day.isAfter(discount.until())).ifPresent(discount -> {
                    Money kept = discount.of(each.amount());
                    if (kept.isPositive()) {
                        one.amount = one.amount.minus(kept);
                        one.lowers(each, "PAYMENT", each.amount().minus(kept)).lowers(each, "CASH_DISCOUNT", kept);
                    }
                });
            }
        }
        if (tale == Tale.ADVICE_EARLY || tale == Tale.ADVICE_LATE) {
            one.adviceArrives = tale == Tale.ADVICE_EARLY ? day.minusDays(1) : day.plusDays(4);
        }
        pen.lists(one, several);
    }

    /** All that is open on a day, or all of it that is overdue, when something else is open too. */
    private void everything(Tale tale, Trader trader) {
        LocalDate day = trader.unpaid.peek().dueDate().plusDays(1 + random.nextInt(25));
        List<Document> open = trader.unpaid.stream().filter(each -> !each.issueDate().isAfter(day)
                && (tale == Tale.WHOLE_BALANCE || each.dueDate().isBefore(day))).toList();
        if (open.size() < 2 || open.size() > 9) {
            inFull(Tale.CLEAN, trader, trader.unpaid.poll());
            return;
        }
        trader.unpaid.removeAll(open);
        Told one = add(new Told(tale, trader, day, open.stream().map(Document::amount).reduce(Money::plus).orElseThrow()));
        open.forEach(each -> one.pays(each, each.amount()));
        pen.lists(one, open);
    }

    /** One payer settles documents of two customers at once. */
    private void together(Tale tale, Trader trader) {
        Document document = trader.unpaid.poll();
        Trader other = traders.get(random.nextInt(traders.size()));
        if (other == trader || other.unpaid.isEmpty() || !other.currency.equals(trader.currency)) {
            inFull(Tale.CLEAN, trader, document);
            return;
        }
        Document second = other.unpaid.poll();
        LocalDate one = usualDay(trader, document);
        LocalDate two = usualDay(other, second);
        Told both = add(new Told(tale, trader, one.isAfter(two) ? one : two, document.amount().plus(second.amount())))
                .pays(document, document.amount()).pays(second, second.amount());
        pen.lists(both, List.of(document, second));
    }

    private void returned(Tale tale, Trader trader) {
        Document document = trader.unpaid.poll();
        Told first = inFull(Tale.RETURNED, trader, document);
        first.parts.clear();
        Told back = add(new Told(Tale.RETURNED, trader, first.day.plusDays(1 + random.nextInt(9)), first.amount.negated()));
        back.returnOf = first;
        back.text = "RETOURE " + first.text;
        if (tale == Tale.PAID_AGAIN) {
            inFull(tale, trader, document).day = back.day.plusDays(1 + random.nextInt(30));
        }
    }

    private void twice(Tale tale, Trader trader) {
        Document document = trader.unpaid.poll();
        Told first = inFull(Tale.CLEAN, trader, document);
        trader.plain.remove(first);
        Told second = add(new Told(tale, trader, first.day.plusDays(tale == Tale.TWINS ? 0 : 1 + random.nextInt(30)),
                first.amount));
        second.twinOf = first;
        second.documents.add(document);
        if (tale == Tale.TWINS || random.nextBoolean()) {
            second.text = first.text;
        } else {
            pen.writes(second, document);
        }
        second.payerName = first.payerName;
        second.payerAccount = first.payerAccount;
    }

    private void netted(Tale tale, Trader trader) {
        Document document = trader.unpaid.poll();
        Document note = trader.notes.stream().filter(each -> each.amount().compareTo(document.amount()) < 0)
                .findFirst().orElse(null);
        if (note == null) {
            inFull(Tale.CLEAN, trader, document);
            return;
        }
        trader.notes.remove(note);
        LocalDate day = usualDay(trader, document);
        Money paid = document.amount().minus(note.amount());
        Told one = add(new Told(tale, trader, day.isBefore(note.issueDate()) ? note.issueDate().plusDays(1) : day, paid))
                .pays(document, paid).lowers(document, "CREDIT_NOTE", note.amount());
        pen.nets(one, document, note);
    }

    private void instalments(Trader trader) {
        Document document = trader.unpaid.poll();
        if (document.amount().minorUnits() < 8_000) {
            inFull(Tale.CLEAN, trader, document);
            return;
        }
        Money first = document.amount().percent(BigDecimal.valueOf(33), RoundingMode.HALF_UP);
        Told one = add(new Told(Tale.INSTALMENTS, trader, usualDay(trader, document), first)).pays(document, first);
        pen.writes(one, document);
        Money rest = document.amount().minus(first);
        pen.writes(add(new Told(Tale.INSTALMENTS, trader, one.day.plusDays(10 + random.nextInt(25)), rest))
                .pays(document, rest),
                document);
    }

    /** The same sum as each month, before it is billed and when nothing is open. */
    private void nextMonth(Trader trader) {
        Document document = trader.unpaid.poll();
        Told now = inFull(Tale.CLEAN, trader, document);
        Document next = trader.unpaid.peek();
        if (next != null && !trader.owesForEver && trader.sameEachTime.isPresent()
                && next.issueDate().isAfter(now.day.plusDays(3))) {
            pen.lists(add(new Told(Tale.NEXT_MONTH, trader, now.day.plusDays(2), document.amount())), List.of(document));
        }
    }

    private Told add(Told one) {
        told.add(one);
        if (random.nextInt(2) == 0) {
            one.payerName = one.trader.throughTheBank(random);
        }
        if (random.nextInt(25) == 0) {
            one.payerAccount = "";
        }
        return one;
    }

    private List<Document> several(Trader trader, int wanted) {
        List<Document> several = new ArrayList<>();
        while (!trader.unpaid.isEmpty() && several.size() < wanted) {
            several.add(trader.unpaid.poll());
        }
        return several;
    }

    private LocalDate usualDay(Trader trader, Document document) {
        LocalDate day = document.issueDate().plusDays(1 + (int) Math.abs(trader.days + random.nextGaussian() * 12));
        return document.discount().filter(each -> !day.isAfter(each.until().plusDays(13))).map(each -> each.until()
                .plusDays(14))
                .orElse(day);
    }

    private LocalDate anyDay() {
        return documents.get(random.nextInt(documents.size())).issueDate().plusDays(20);
    }

    private Money anyAmount(Trader trader) {
        return Money.of(trader.currency, "%d.%02d".formatted(100 + random.nextInt(9_000), random.nextInt(3) == 0
                ? random.nextInt(99) : 0));
    }

    private static Money less(Money full, long minor) {
        return Money.ofMinor(full.currency(), full.minorUnits() - minor);
    }
}
