package org.saldo.reconciliation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.saldo.ledger.MisreadText;
import org.saldo.ledger.ReferenceKey;

/**
 * Company forms, such as GmbH or Ltd, and by them the form in which legal names are compared: company forms dropped from the
 * end, then as {@link ReferenceKey}. {@code "Müller & Söhne GmbH & Co. KG"} and {@code "MUELLER"} differ,
 * {@code "HANSA NORTE"} and {@code "Hansa Norte Ltd."} do not.
 */
public final class CompanyForms {

    /** As they are shipped, for whoever names none. */
    public static final CompanyForms SHIPPED = new CompanyForms(ShippedWords.COMPANY_FORMS);

    private static final int SHORTEST_LATIN = 6;

    private final List<String> forms;
    private final Set<String> words = new HashSet<>();
    private final List<String> endings;

    /**
     * @param forms words at the end of a name, one each; those of scripts without blanks are found at the end of a word too
     * @throws IllegalArgumentException for one that has neither letter nor digit, or a blank
     */
    public CompanyForms(List<String> forms) {
        this.forms = List.copyOf(forms);
        this.endings = forms.stream().filter(CompanyForms::isGlued)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        for (String form : forms) {
            String word = ReferenceKey.of(form);
            if (word.isEmpty() || form.indexOf(' ') >= 0) {
                throw new IllegalArgumentException("'" + form + "' is no word of a company's form");
            }
            if (!isGlued(form)) {
                words.add(word);
            }
        }
    }

    private static boolean isGlued(String form) {
        return form.codePoints().anyMatch(Character::isIdeographic);
    }

    public List<String> forms() {
        return forms;
    }

    /** The key of {@code name}; empty when nothing but a company form is there. */
    public String of(String name) {
        String rest = withoutEnding(MisreadText.mended(name).strip());
        int end = rest.length();
        while (end > 0) {
            int start = rest.lastIndexOf(' ', end - 1) + 1;
            String word = ReferenceKey.of(rest.substring(start, end));
            if (start == 0 || !word.isEmpty() && !words.contains(word)) {
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
    Set<String> spellings(String name) {
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

    private String withoutEnding(String name) {
        for (String form : endings) {
            if (name.endsWith(form) && name.length() > form.length()) {
                return name.substring(0, name.length() - form.length()).strip();
            }
        }
        return name;
    }
}
