package org.saldo.truth;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** A customer of a {@link Bazaar}: how it is called, from where and how it pays, and what it has not paid yet. */
final class Trader {

    private static final List<String> STEMS = List.of("Alborada", "Béton", "Cześć", "Dvořák", "Espírito", "Fjäll", "Gök",
            "Höchst", "Işık", "Jämtland", "Kraków", "Łódź", "Mañana", "Nørre", "Öster", "Pêcheur", "Quetzal", "Rügen",
                    "São Bento",
            "Tøger", "Überlingen", "Vaško", "Weiße Elster", "Xàtiva", "Yucatán", "Zürcher", "Northwind", "Harbour", "深圳明华",
            "上海东升", "北京中科", "Prairie", "Delmonico", "St. Ives");
    private static final List<String> TRADES = List.of("Aço", "Bau", "Camiones", "Dental", "Elektro", "Frío", "Glas", "Holz",
            "Imprimerie", "Joyería", "Käse", "Lácteos", "Mobili", "Naval", "Obst", "Plásticos", "Química", "Reifen", "Stahl",
            "Transportes", "Uhren", "Vinos", "Werkzeug", "电子", "进出口", "Steel", "Foods", "Media");
    private static final List<String> FORMS = List.of("S.A. de C.V.", "S. de R.L.", "Ltda.", "EIRELI", "S.A.S.",
            "S.R.L.", "S.p.A.",
            "GmbH & Co. KG", "mbH", "KG", "UG (haftungsbeschränkt)", "e.K.", "PLC", "Pty Ltd", "Corp.", "LLC",
                    "Sp. z o.o.", "s.r.o.",
            "AB", "ApS", "N.V.", "BVBA", "SNC", "（集团）有限公司", "有限责任公司", "Inc", "Limited");

    final int index;
    final CustomerId id;
    final String name;
    final String language;
    final String currency;
    final String account;
    final boolean onFile;
    final Optional<Money> sameEachTime;
    final int discountPercent;
    final int days;
    final boolean careless;
    final Deque<Document> unpaid = new ArrayDeque<>();
    final List<Document> all = new ArrayList<>();
    final List<Document> notes = new ArrayList<>();
    final List<Told> plain = new ArrayList<>();
    /** Whether it never paid one of its invoices. */
    boolean owesForEver;

    Trader(House house, int index, Random random, Optional<Money> sameEachTime) {
        this.index = index;
        this.id = new CustomerId("main", house.customerPrefix + "%03d".formatted(index * 3 + 101));
        this.name = STEMS.get(random.nextInt(STEMS.size())) + " " + TRADES.get(random.nextInt(TRADES.size()))
                + (random.nextInt(3) == 0 ? " " + (char) ('A' + index % 26) + index : "") + " "
                + FORMS.get(random.nextInt(FORMS.size()));
        this.language = house.languages.get(random.nextInt(house.languages.size()));
        this.currency = house.currencies.get(random.nextInt(house.currencies.size()));
        this.account = account(house, random);
        this.onFile = random.nextInt(100) < 76;
        this.sameEachTime = sameEachTime;
        this.discountPercent = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        this.days = List.of(10, 30, 30, 45, 60, 90).get(random.nextInt(6));
        this.careless = random.nextInt(3) == 0;
    }

    Customer customer() {
        String country = onFile && account.matches("[A-Z]{2}\\d.*") ? account.substring(0, 2) : "DE";
        return new Customer(id, name, country, language, currency, id.number() + "@example.org", onFile ? account
                : "", "NET" + days,
                "", name, "", "", "", "", "", "", Optional.empty(), "", "", "", false, false);
    }

    /** An IBAN, or what a country without IBANs has. */
    static String account(House house, Random random) {
        return switch (house) {
            case SIX_DIGITS -> "021000021-" + digits(random, 10);
            case TWENTY_DIGITS -> "6222" + digits(random, 15);
            case LETTERS -> random.nextBoolean() ? digits(random, 18) : iban("ES", random);
            case THREE_SERIES -> iban("GB", random);
            case LIKE_A_DAY -> iban("PL", random);
            case DOTTED -> digits(random, 4) + "/" + digits(random, 6);
            default -> iban(List.of("DE", "FR", "IT", "NL", "AT", "ES").get(random.nextInt(6)), random);
        };
    }

    private static String iban(String country, Random random) {
        String bank = digits(random, 18);
        BigInteger number = new BigInteger(bank + (country.charAt(0) - 'A' + 10) + (country.charAt(1) - 'A' + 10) + "00");
        return country + "%02d".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue()) + bank;
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** As banks pass it on: cut, in capitals, without accents or with question marks, transcribed, the form left out. */
    String throughTheBank(Random random) {
        String plain = Normalizer.normalize(name.replace("ß", "ss").replace("ø", "o").replace("Ł", "L").replace("ł", "l")
                .replace("ı", "i").replace("ę", "e"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String written = switch (random.nextInt(9)) {
            case 0 -> plain.toUpperCase(Locale.ROOT);
            case 1 -> plain;
            case 2 -> name.replaceAll("[^\\p{ASCII}]", "?");
            case 3 -> name.replaceAll("[^\\p{ASCII}]", "");
            case 4 -> plain.replaceAll("[.&()]", " ").toUpperCase(Locale.ROOT);
            case 5 -> name.substring(0, Math.min(name.length(), 22));
            case 6 -> name.substring(0, Math.max(4, name.lastIndexOf(' ')));
            default -> name;
        };
        String kept = written.length() > 35 ? written.substring(0, 35) : written;
        return kept.isBlank() ? name : kept.strip();
    }

    @Override
    public String toString() {
        return id.number();
    }
}
