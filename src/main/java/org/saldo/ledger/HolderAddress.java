package org.saldo.ledger;

/**
 * Where an account holder is at home, in the parts that the payment part of a Swiss QR-bill wants apart (address type S of the
 * SIX implementation guidelines).
 *
 * @param street   without the number; may be empty
 * @param building the number of the house; may be empty
 * @param country  two capitals (ISO 3166)
 */
public record HolderAddress(String street, String building, String postalCode, String town, String country) {

    /** @throws IllegalArgumentException when a part is missing or longer than the guidelines allow */
    public HolderAddress {
        check("street", street, 0, 70);
        check("building", building, 0, 16);
        check("postal-code", postalCode, 1, 16);
        check("town", town, 1, 35);
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country: '" + country + "' is not two capitals such as CH");
        }
    }

    /** For people: {@code Bahnhofstrasse 1, CH 8001 Zürich}. */
    public String words() {
        return (street + " " + building).strip() + ", " + country + " " + postalCode + " " + town;
    }

    private static void check(String part, String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(part + ": must be one line of " + shortest + " to " + longest + " characters");
        }
    }
}
