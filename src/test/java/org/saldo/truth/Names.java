package org.saldo.truth;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Made-up companies of several countries, and what banks do to their names. */
final class Names {

    private static final List<String> FIRST = List.of("Brückner", "Groß", "Jürgens", "Sørensen", "Lindqvist", "Peña", "Núñez",
            "Ibáñez", "Lefèvre", "Château", "Garçon", "Van der Meer", "De Vries", "Kowalczyk", "Łukasik", "Novák", "Szabó",
            "Öztürk", "Whitfield", "Mac Dougall", "O'Hara", "Bianchi", "Straße", "Äijälä", "Weiß", "Kühn", "明达", "宏远", "华信");
    private static final List<String> SECOND = List.of("Maschinenbau", "Möbel", "Gießtechnik", "Logistik", "Handel", "Textil",
            "Foods", "Packaging", "Tools", "Marine", "Electrónica", "Cerámica", "Alimentación", "Construcción", "Bâtiment",
            "Énergie", "Papier", "Bloemen", "Zuivel", "Stål", "Fönster", "机械", "贸易", "Chemie", "Optik", "Druck");
    private static final List<String> FORM = List.of("GmbH", "GmbH & Co. KG", "AG", "S.L.", "S.A.", "SARL", "SAS", "B.V.", "N.V.",
            "Ltd", "Limited", "Inc.", "LLC", "A/S", "AB", "Oy", "Sp. z o.o.", "a.s.", "Kft.", "S.p.A.", "有限公司");
    private static final Map<String, String> SPELLED_OUT = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "ø", "oe",
            "å", "aa", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ł", "L");

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    String company(int number) {
        String town = number % 7 == 0 ? " " + (10 + number % 80) : "";
        return pick(FIRST) + " " + pick(SECOND) + town + " " + pick(FORM);
    }

    String holding() {
        return pick(FIRST) + " " + pick(List.of("Holding", "Group Treasury", "Shared Services", "Beteiligungs KG"));
    }

    String authority() {
        return pick(List.of("Finanzkasse Nord", "Hacienda Pública", "Tresor Public", "Mutual Insurance", "Belastingdienst",
                "税务局", "Stadtwerke Musterstadt"));
    }

    /** As the bank writes it: cut, in capitals, without what its character set lacks. */
    String throughTheBank(String name) {
        String written = switch (random.nextInt(8)) {
            case 0 -> spelledOut(name);
            case 1 -> plain(name);
            case 2 -> name.replaceAll("[^\\p{ASCII}]", "");
            case 3 -> name.substring(0, Math.max(name.lastIndexOf(' '), 4));
            default -> name;
        };
        written = random.nextInt(3) == 0 ? written.toUpperCase(Locale.ROOT) : written;
        int width = switch (random.nextInt(8)) {
            case 0 -> 18;
            case 1 -> 27;
            default -> 35;
        };
        String cut = written.length() > width ? written.substring(0, width) : written;
        return cut.isBlank() ? name : cut.strip();
    }

    /** An account number with the right check digits. */
    String account(String country) {
        StringBuilder bank = new StringBuilder();
        for (int digit = 0; digit < 18; digit++) {
            bank.append(random.nextInt(10));
        }
        BigInteger number = new BigInteger(bank + Integer.toString(country.charAt(0) - 'A' + 10)
                + (country.charAt(1) - 'A' + 10) + "00");
        return country + "%02d".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue()) + bank;
    }

    String country() {
        return pick(List.of("DE", "ES", "FR", "NL", "AT", "PL", "BE"));
    }

    /** What a name comes down to: letters and digits in capitals, accents gone. */
    static String key(String name) {
        return plain(name).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
    }

    private static String spelledOut(String name) {
        String written = name;
        for (Map.Entry<String, String> letter : SPELLED_OUT.entrySet()) {
            written = written.replace(letter.getKey(), letter.getValue());
        }
        return plain(written);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace("ß", "ss").replace("ø", "o").replace("Ł", "L").replace("ł", "l"),
                Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
