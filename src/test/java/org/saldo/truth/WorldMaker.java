package org.saldo.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.ledger.RemittanceLine;
import org.saldo.ledger.TaxLine;
import org.saldo.money.Money;

/** Makes worlds: customers, three years or less of documents, and receipts that tell stories about them. */
final class WorldMaker {

    static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final BigDecimal[] TAX = {new BigDecimal("1.19"), new BigDecimal("1.21"), BigDecimal.ONE};

    private final Style style;
    private final Random random;
    private final Names names;
    private final int receipts;
    private final Set<Case> told;
    private final Map<String, Numbering.Register> registers = new HashMap<>();

    private WorldMaker(Style style, long seed, int receipts, Set<Case> told) {
        this.told = told;
        this.style = style;
        this.random = new Random(seed * 1_000_003 + style.name().hashCode());
        this.names = new Names(random);
        this.receipts = receipts;
    }

    /** A world of about so many receipts. */
    static World make(Style style, long seed, int receipts) {
        return make(style, seed, receipts, EnumSet.allOf(Case.class));
    }

    /** A world of these stories alone. */
    static World make(Style style, long seed, int receipts, Set<Case> told) {
        return new WorldMaker(style, seed, receipts, told).make();
    }

    private World make() {
        List<Party> parties = parties();
        List<Document> documents = documents(parties);
        List<Draft> drafts = new Stories(style, random, parties, documents, told).tell();
        drafts.sort(Comparator.comparing((Draft draft) -> draft.day));
        int number = 0;
        for (Draft draft : drafts) {
            draft.paymentId = "P%07d".formatted(++number);
        }
        new Clerk(parties, documents).judge(drafts);
        return new World(style.name(), parties.stream().map(Party::customer).toList(), documents,
                drafts.stream().map(WorldMaker::receipt).toList(),
                drafts.stream().filter(draft -> draft.adviceArrives != null).map(WorldMaker::advice).toList(),
                drafts.stream().map(draft -> new Truth(draft.paymentId, draft.about, draft.decidable,
                        draft.twinOf == null ? "" : draft.twinOf.paymentId, Map.copyOf(draft.parts))).toList());
    }

    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        int count = Math.max(12, receipts / 12);
        for (int i = 0; i < count; i++) {
            String currency = style.currencies().get(random.nextInt(style.currencies().size()));
            String country = names.country();
            boolean subscription = random.nextInt(100) < style.subscriptions();
            Party before = parties.isEmpty() ? null : parties.get(parties.size() - 1);
            String name = i % 11 == 10 ? before.name() : names.company(i);
            String account = i % 14 == 13 ? before.account()
                    : i % 15 == 14 ? "40-47-84 1234" + (5000 + i) : names.account(country);
            Party party = new Party(new CustomerId("main", Integer.toString(10_000 + i * 7)), name, country,
                    Currency.getInstance(currency), account, random.nextInt(100) >= style.unknown(),
                    subscription ? Optional.of(amount(currency)) : Optional.empty(),
                    random.nextInt(4) == 0 ? Optional.of(BigDecimal.valueOf(2 + random.nextInt(2))) : Optional.empty(),
                    List.of(14, 30, 30, 45, 60).get(random.nextInt(5)));
            parties.add(party);
            if (style.companies() > 1 && i % 2 == 0) {
                parties.add(new Party(new CustomerId("other", party.id().number()), party.name(), country, party.currency(),
                        party.account(), party.onFile(), party.sameEachTime(), party.discount(), party.days()));
            }
        }
        return parties;
    }

    private Money amount(String currency) {
        Currency money = Currency.getInstance(currency);
        if (style.prices() > 0) {
            return Money.ofMinor(money, 11_900L * (1 + random.nextInt(style.prices())));
        }
        BigDecimal net = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf((1 + random.nextInt(50)) * 100L);
            case 1 -> BigDecimal.valueOf((1 + random.nextInt(30)) * 10L);
            case 2 -> BigDecimal.valueOf(20 + random.nextInt(5000));
            default -> BigDecimal.valueOf(2_000 + random.nextInt(1_500_000), 2);
        };
        BigDecimal gross = net.multiply(TAX[random.nextInt(TAX.length)]);
        return Money.of(money, gross.setScale(money.getDefaultFractionDigits(), RoundingMode.HALF_UP));
    }

    private List<Document> documents(List<Party> parties) {
        List<Document> documents = new ArrayList<>();
        int wanted = receipts * 14 / 10;
        int days = style.years() * 365;
        while (documents.size() < wanted) {
            LocalDate issued = END.minusDays(20 + days - (long) documents.size() * days / wanted);
            Party party = parties.get(Math.min(random.nextInt(parties.size()), random.nextInt(parties.size())));
            int batch = random.nextInt(9) == 0 ? 2 + random.nextInt(4) : 1;
            boolean credit = batch == 1 && random.nextInt(18) == 0;
            for (int i = 0; i < batch; i++) {
                documents.add(document(party, issued, credit));
            }
        }
        return documents;
    }

    private Document document(Party party, LocalDate issued, boolean credit) {
        Numbering.Register register = registers.computeIfAbsent(party.id().company(),
                company -> new Numbering.Register(style.numbering()));
        String number = register.next(issued, party.id().number(), credit, random);
        Money amount = credit ? amount(party.currency().getCurrencyCode())
                : party.sameEachTime().filter(same -> random.nextInt(10) > 0)
                        .orElseGet(() -> amount(party.currency().getCurrencyCode()));
        return new Document(
                new DocumentKey(party.id().company(), credit ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE, number, 1),
                party.id(), issued, issued.plusDays(credit ? 0 : party.days()), amount, taxes(party, amount, credit),
                credit ? Optional.empty() : party.discount().map(percent -> new CashDiscount(percent, issued.plusDays(10))),
                retention(party, amount, credit), style.references() && !credit ? creditorReference(number) : "",
                random.nextInt(3) == 0 ? "PO-45" + (10_000 + random.nextInt(90_000)) : "", List.of(), "", "", "",
                Optional.empty());
    }

    /** In Spain what is billed has its tax shown, of whom the net amount can be told. */
    private static List<TaxLine> taxes(Party party, Money gross, boolean credit) {
        if (credit || !party.country().equals("ES")) {
            return List.of();
        }
        Money net = Money.of(gross.currency(), gross.toDecimal().divide(TAX[1], gross.currency().getDefaultFractionDigits(),
                RoundingMode.HALF_UP));
        return List.of(new TaxLine(BigDecimal.valueOf(21), net, gross.minus(net)));
    }

    /** Some customers keep a twentieth of what they owe until the guarantee has run out. */
    private static Optional<Money> retention(Party party, Money amount, boolean credit) {
        Money kept = amount.percent(BigDecimal.valueOf(5), RoundingMode.HALF_UP);
        boolean builder = !credit && Integer.parseInt(party.id().number()) % 4 == 1;
        return builder && kept.isPositive() ? Optional.of(kept) : Optional.empty();
    }

    /** ISO 11649 with its check digits. */
    private static String creditorReference(String number) {
        String digits = number.replaceAll("\\D", "");
        int rest = new java.math.BigInteger(digits + "271500").mod(java.math.BigInteger.valueOf(97)).intValue();
        return "RF%02d%s".formatted(98 - rest, digits);
    }

    private static Receipt receipt(Draft draft) {
        String company = draft.owner.id().company();
        return new Receipt(new ReceiptKey(company, Books.account(company), draft.paymentId), draft.day, draft.day, draft.amount,
                draft.payerName, draft.payerAccount, "", draft.text, "", draft.structured, Receipt.Instrument.TRANSFER,
                Optional.empty(), draft.returnOf == null ? "" : draft.returnOf.paymentId,
                draft.returnOf == null ? "" : "AC04", "", false);
    }

    /** Every other payer writes what he owed before he kept something back. */
    private static boolean isGross(Draft draft) {
        return draft.amount.minorUnits() % 2 == 0;
    }

    private static World.Advice advice(Draft draft) {
        List<RemittanceLine> lines = draft.documents.stream().map(document -> new RemittanceLine(document.key().company(),
                "A" + draft.paymentId, draft.owner.id(), draft.day, document.key().number(),
                isGross(draft) ? document.amount()
                        : draft.parts.get(new Truth.Part(document.key().number(), "PAYMENT")),
                Optional.ofNullable(draft.deducted.get(document)), draft.deducted.containsKey(document) ? "price" : "", ""))
                .toList();
        return new World.Advice(draft.adviceArrives, lines);
    }
}
