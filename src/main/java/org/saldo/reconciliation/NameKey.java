package org.saldo.reconciliation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.saldo.ledger.ReferenceKey;

/**
 * The form in which legal names are compared: company forms dropped from the end, then as {@link ReferenceKey}.
 * {@code "Müller & Söhne GmbH & Co. KG"} and {@code "MUELLER"} differ, {@code "HANSA NORTE"} and {@code "Hansa Norte Ltd."}
 * do not.
 */
public final class NameKey {

    private static final Set<String> COMPANY_FORMS = Set.of("AG", "AB", "APS", "AS", "ASA", "BHD", "BV", "CIA", "CO", "COMPANY",
            "CORP", "CORPORATION", "CV", "DD", "DOO", "EG", "EIRL", "EK", "EU", "EURL", "EV", "GBR", "GESMBH", "GMBH", "INC",
            "INCORPORATED", "JSC", "KFT", "KG", "KGAA", "KK", "LDA", "LIMITED", "LIMITADA", "LLC", "LLP", "LP", "LTD", "LTDA",
            "MBH", "NV", "OG", "OHG", "OU", "OY", "OYJ", "PLC", "PT", "PTE", "PTY", "PVT", "SA", "SAC", "SARL", "SAS", "SC",
            "SCA", "SDN", "SE", "SL", "SLU", "SNC", "SPA", "SPRL", "SRL", "SRO", "SPZOO", "UG", "ZOO", "SP", "Z", "O", "OO");
    private static final String[] CHINESE_FORMS = {"股份有限公司", "有限责任公司", "有限公司", "公司"};

    private static final int SHORTEST_LATIN = 6;

    private NameKey() {
    }

    /** The key of {@code name}; empty when nothing but a company form is there. */
    public static String of(String name) {
        String rest = withoutChineseForm(name.strip());
        int end = rest.length();
        while (end > 0) {
            int start = rest.lastIndexOf(' ', end - 1) + 1;
            String word = ReferenceKey.of(rest.substring(start, end));
            if (start == 0 || !word.isEmpty() && !COMPANY_FORMS.contains(word)) {
                break;
            }
            end = start - 1;
        }
        return ReferenceKey.of(rest.substring(0, Math.max(end, 0)));
    }

    /**
     * The keys of a name as banks spell it: umlauts as two letters, as one
     * or left out, sharp s as two, one or none, Chinese left out.
     */
    static Set<String> spellings(String name) {
        if (name.chars().allMatch(c -> c < 128)) {
            return Set.of(of(name));
        }
        Set<String> keys = new LinkedHashSet<>();
        keys.add(of(name));
        keys.add(of(name.replace("ß", "")));
        keys.add(of(name.replace("ß", "s")));
        keys.add(of(twoLetters(name)));
        keys.add(of(only(name, c -> c < 128 || Character.isIdeographic(c))));
        String latin = only(name, c -> !Character.isIdeographic(c));
        if (ReferenceKey.of(latin).length() >= SHORTEST_LATIN) {
            keys.add(of(latin));
        }
        return keys;
    }

    private static String twoLetters(String name) {
        return name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ä", "AE").replace("Ö", "OE")
                .replace("Ü", "UE").replace("å", "aa").replace("Å", "AA").replace("ø", "oe").replace("Ø", "OE")
                .replace("æ", "ae").replace("Æ", "AE");
    }

    private static String only(String name, IntPredicate kept) {
        StringBuilder rest = new StringBuilder();
        name.codePoints().filter(kept).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    private static String withoutChineseForm(String name) {
        for (String form : CHINESE_FORMS) {
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.substring(0, name.length() - form.length()).strip();
            }
        }
        return name;
    }
}
