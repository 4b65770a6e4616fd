package org.saldo.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.saldo.ledger.Document;

/** Writes the text of a receipt: what the payer means by it, in his language, beside other numbers, through his bank. */
final class Pen {

    private final House house;
    private final Random random;
    private final Phrases phrases;
    private final List<Trader> traders;
    private final List<Document> documents;
    private final String factor;

    Pen(House house, Random random, List<Trader> traders, List<Document> documents) {
        this.house = house;
        this.random = random;
        this.phrases = new Phrases(random);
        this.traders = traders;
        this.documents = documents;
        this.factor = Trader.account(house, random);
    }

    void writes(Told one, Document document) {
        String language = one.trader.language;
        String number = document.key().number();
        switch (one.tale) {
            case NOREF_UNIQUE -> sends(one, phrases.none(language));
            case TYPO -> sends(one, beside(one, phrases.one(language, House.slip(number, random))));
            case NOISY -> {
                House.Written written = house.carelessly(number, random);
                one.whole = written.whole();
                sends(one, beside(one, phrases.one(language, written.text())));
            }
            case TRAP, TRAP_SAME_AMOUNT, OLD_NUMBER -> misleads(one, document);
            case THIRD_PARTY -> {
                one.payerName = List.of("Atlas Holding SE", "Meridian Treasury Services", "Pagos Centralizados del Sur",
                        "Gestora de Cobros", "Konzernkasse AG").get(random.nextInt(5)) + " " + random.nextInt(90);
                one.payerAccount = Trader.account(house, random);
                sends(one, phrases.one(language, number));
            }
            case SISTER_PAYS -> {
                Trader sister = traders.get(random.nextInt(traders.size()));
                one.payerName = sister.name;
                one.payerAccount = sister.account;
                sends(one, phrases.one(language, number));
            }
            case ORDER_OF_ANOTHER -> {
                Document other = documents.get(random.nextInt(documents.size()));
                sends(one, phrases.one(language, number) + List.of(" order ", " PO ", " Auftrag ", " pedido ",
                        " Bestell-Nr. ")
                        .get(random.nextInt(5)) + Auditor.serial(other));
            }
            default -> sends(one, beside(one, phrases.one(language, number)));
        }
    }

    void lists(Told one, List<Document> several) {
        String language = one.trader.language;
        List<String> numbers = new ArrayList<>();
        for (Document each : several) {
            House.Written written = one.tale == Tale.MANY_NOISY ? house.carelessly(each.key().number(), random)
                    : new House.Written(each.key().number(), true);
            one.whole &= written.whole();
            numbers.add(written.text());
        }
        switch (one.tale) {
            case MANY_NOREF, ADVICE_EARLY, ADVICE_LATE, WHOLE_BALANCE, ALL_OVERDUE, NEXT_MONTH -> {
                sends(one, phrases.none(language));
                return;
            }
            case TYPO_IN_LIST -> numbers.set(0, House.slip(numbers.get(0), random));
            case FORGOT_ONE -> numbers.remove(0);
            case TWO_CUSTOMERS -> {
                one.payerName = "Grupo Central " + random.nextInt(50);
                one.payerAccount = Trader.account(house, random);
            }
            case FACTOR_LIST -> {
                one.payerName = "Factoring Bank AG";
                one.payerAccount = factor;
            }
            default -> { }
        }
        sends(one, beside(one, phrases.many(language, numbers)));
    }

    void nets(Told one, Document invoice, Document note) {
        String language = one.trader.language;
        sends(one, one.tale == Tale.CREDIT_NET ? phrases.netted(language, invoice.key().number(), note.key().number())
                : phrases.one(language, invoice.key().number()));
    }

    void onAccount(Told one) {
        boolean said = random.nextBoolean();
        sends(one, (said ? phrases.down(one.trader.language) : phrases.none(one.trader.language)) + " "
                + one.trader.id.number());
    }

    void unrelated(Told one) {
        one.payerName = List.of("Agenzia delle Entrate", "Oficina de Impuestos", "国家税务总局", "Allianz Re", "City Utilities",
                "Zollamt", "Receita Federal").get(random.nextInt(7));
        one.payerAccount = Trader.account(house, random);
        Document any = documents.get(random.nextInt(documents.size()));
        String serial = Auditor.serial(any);
        sends(one, phrases.foreign(random.nextBoolean() && serial.length() < 9 ? Integer.parseInt(serial) : 1000
                + random.nextInt(9000)));
    }

    /** The text names a document that the receipt does not pay; only the payer's account on file contradicts it. */
    private void misleads(Told one, Document document) {
        List<Document> candidates = switch (one.tale) {
            case OLD_NUMBER -> one.trader.plain.stream().filter(old -> old.day.isBefore(one.day)).map(old ->
                    old.documents.get(0))
                    .toList();
            case TRAP_SAME_AMOUNT -> documents.stream().filter(each -> !each.customer().equals(one.trader.id)
                    && each.amount().equals(one.amount) && each.issueDate().isBefore(one.day) && one.trader.onFile).toList();
            default -> documents.stream().filter(each -> !each.customer().equals(one.trader.id)
                    && !each.amount().equals(one.amount) && each.issueDate().isBefore(one.day)).toList();
        };
        Document named = candidates.isEmpty() ? document : candidates.get(random.nextInt(candidates.size()));
        one.payerName = one.trader.name;
        one.payerAccount = one.trader.account;
        sends(one, phrases.one(one.trader.language, named.key().number()));
    }

    private String beside(Told one, String text) {
        if (random.nextInt(3) > 0) {
            return text;
        }
        int order = 1000 + random.nextInt(99_000);
        String serial = Auditor.serial(documents.get(random.nextInt(documents.size())));
        return phrases.beside(text, one.day, one.amount, one.trader.id.number(),
                random.nextInt(4) == 0 && serial.length() < 9 ? Integer.parseInt(serial) : order);
    }

    private void sends(Told one, String words) {
        BankFormat format = random.nextInt(3) == 0 ? BankFormat.AS_IT_WAS
                : BankFormat.values()[random.nextInt(BankFormat.values().length)];
        one.text = format.write(words, one.day, one.amount, one.payerName, random);
        one.cut = !flat(one.text).contains(flat(words));
    }

    private static String flat(String text) {
        return text.replaceAll("\\?2\\d|\\s", "").toUpperCase(java.util.Locale.ROOT);
    }
}
