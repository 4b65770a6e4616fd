package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;

/**
 * A second maker of worlds, with other houses, languages, banks and payers than {@link WorldMaker}, which shares nothing
 * with it but the records: what one of them forgets the other may think of.
 */
final class Bazaar {

    static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final BigDecimal[] TAX = {new BigDecimal("1.16"), new BigDecimal("1.22"), new BigDecimal("1.23"),
            BigDecimal.ONE};

    private final House house;
    private final Random random;
    private final int receipts;
    private final int years;

    private Bazaar(House house, long seed, int receipts, int years) {
        this.house = house;
        this.random = new Random(seed * 7_919 + house.ordinal() * 104_729L);
        this.receipts = receipts;
        this.years = years;
    }

    /** A world of about so many receipts, over so many years. */
    static World make(House house, long seed, int receipts, int years, Set<Tale> tales) {
        return new Bazaar(house, seed, receipts, years).make(tales);
    }

    private World make(Set<Tale> tales) {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < Math.max(10, receipts / 11); i++) {
            traders.add(new Trader(house, i, random, random.nextInt(9) == 0 ? Optional.of(price("EUR")) : Optional.empty()));
        }
        List<Document> documents = documents(traders);
        List<Told> receipts = new Tales(house, random, traders, documents, tales).tell();
        receipts.sort(Comparator.comparing((Told each) -> each.day));
        int number = 0;
        for (Told each : receipts) {
            each.paymentId = "Z%06d".formatted(++number);
        }
        new Auditor(traders, documents, house.prices > 0).judge(receipts);
        return new World(house.name(), traders.stream().map(Trader::customer).toList(), documents,
                receipts.stream().map(Told::receipt).toList(),
                receipts.stream().filter(each -> each.adviceArrives != null).map(Told::advice).toList(),
                receipts.stream().map(Told::truth).toList());
    }

    private List<Document> documents(List<Trader> traders) {
        House.Register register = new House.Register(house, random);
        List<Document> documents = new ArrayList<>();
        int wanted = receipts * 14 / 10;
        int days = years * 365;
        for (int i = 0; i < wanted; i++) {
            LocalDate day = END.minusDays(25 + days - (long) i * days / wanted);
            Trader trader = traders.get(random.nextInt(traders.size()));
            boolean credit = random.nextInt(20) == 0;
            Document document = document(trader, register.next(day, trader.index, credit), day, credit);
            documents.add(document);
            trader.all.add(document);
            (credit ? trader.notes : trader.unpaid).add(document);
        }
        return documents;
    }

    private Document document(Trader trader, String number, LocalDate day, boolean credit) {
        Money amount = credit ? price(trader.currency) : trader.sameEachTime.filter(same -> random.nextInt(12) > 0)
                .map(same -> Money.of(Currency.getInstance(trader.currency), same.toDecimal())).orElseGet(() ->
                price(trader.currency));
        Optional<CashDiscount> discount = credit || trader.discountPercent == 0 ? Optional.empty()
                : Optional.of(new CashDiscount(BigDecimal.valueOf(trader.discountPercent), day.plusDays(10)));
        return new Document(new DocumentKey("main", credit ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE, number,
                1), trader.id,
                day, day.plusDays(credit ? 0 : trader.days), amount, List.of(), discount, Optional.empty(), "", "",
                        List.of(), "", "",
                "", Optional.empty());
    }

    private Money price(String currency) {
        Currency money = Currency.getInstance(currency);
        if (house.prices > 0) {
            return Money.ofMinor(money, 4_990L * (1 + random.nextInt(house.prices)));
        }
        BigDecimal net = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf((1 + random.nextInt(80)) * 50L);
            case 1 -> BigDecimal.valueOf(15 + random.nextInt(900));
            default -> BigDecimal.valueOf(3_000 + random.nextInt(2_500_000), 2);
        };
        return Money.of(money, net.multiply(TAX[random.nextInt(TAX.length)]).setScale(2, RoundingMode.HALF_UP));
    }
}
