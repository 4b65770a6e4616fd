package org.saldo.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where letters go; each part may be empty. {@code region} is a state or province where the country's addresses have one. */
public record PostalAddress(String street, String postalCode, String city, String region) {

    public static final PostalAddress NONE = new PostalAddress("", "", "", "");

    private static final Set<String> CODE_BELOW = Set.of("GB", "IE");
    private static final Set<String> CODE_BEHIND = Set.of("US", "CA", "AU", "CN", "BR");
    private static final Set<String> REGION_IN_BRACKETS = Set.of("ES", "IT");

    /** Whether a letter would arrive: it needs a street (or box) and a town. */
    public boolean isComplete() {
        return !street.isBlank() && !city.isBlank();
    }

    /**
     * The lines below the name, in the order of the country that they are in; the last one names it for a letter from abroad.
     *
     * @param country  ISO 3166-1 alpha-2, that of the address
     * @param from     that of the sender
     * @param language in which the country is named, that of the sender's post
     */
    public List<String> lines(String country, String from, Locale language) {
        List<String> lines = new ArrayList<>(List.of(street.strip()));
        if (CODE_BELOW.contains(country)) {
            lines.add(city);
            lines.add(postalCode);
        } else if (CODE_BEHIND.contains(country)) {
            lines.add((city + (region.isEmpty() ? "" : ", " + region) + " " + postalCode).strip());
        } else if (REGION_IN_BRACKETS.contains(country)) {
            lines.add((postalCode + " " + city + (region.isEmpty() ? "" : " (" + region + ")")).strip());
        } else {
            lines.add((postalCode + " " + city + (region.isEmpty() ? "" : ", " + region)).strip());
        }
        if (!country.equals(from)) {
            lines.add(new Locale("", country).getDisplayCountry(language).toUpperCase(language));
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }
}
