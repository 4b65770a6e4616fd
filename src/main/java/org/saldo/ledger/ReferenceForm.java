package org.saldo.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a company builds the payment references that it prints on its invoices: a scheme, and a form of fixed digits and fields
 * such as {@code 210000{customer:7}{number:13}}. A field takes the digits of the customer's number, of the document's number
 * or of the instalment, with zeros before them up to its width. A form without the document's number is the customer's own.
 */
public record ReferenceForm(ReferenceScheme scheme, String form) {

    private static final Pattern FIELD = Pattern.compile("\\{(customer|number|instalment):([0-9]{1,2})}");

    /** @throws IllegalArgumentException when the form has something else than that, or is too long or short for the scheme */
    public ReferenceForm {
        Matcher fields = FIELD.matcher(form);
        String sample = fields.replaceAll(field -> "0".repeat(Integer.parseInt(field.group(2))));
        if (sample.contains("{") || !form.contains("{customer") && !form.contains("{number")) {
            throw new IllegalArgumentException("a reference's form is made of digits and {customer:7}, {number:13} or "
                    + "{instalment:2}, with the customer or the number at least, was '" + form + "'");
        }
        if (scheme.complete(sample).isEmpty()) {
            throw new IllegalArgumentException("the form '" + form + "' makes " + sample.length() + " characters such as "
                    + sample + "; " + scheme + " takes " + scheme.payload());
        }
    }

    /** Whether the reference is the same for all of a customer's documents. */
    public boolean isOfCustomer() {
        return !form.contains("{number");
    }

    /** The reference of an item; empty when a number is too long for its field or has no digits. */
    public Optional<String> of(CustomerId customer, String documentNumber, int instalment) {
        Matcher fields = FIELD.matcher(form);
        StringBuilder payload = new StringBuilder();
        while (fields.find()) {
            String digits = switch (fields.group(1)) {
                case "customer" -> digitsOf(customer.number());
                case "number" -> digitsOf(documentNumber);
                default -> Integer.toString(instalment);
            };
            int width = Integer.parseInt(fields.group(2));
            if (digits.isEmpty() || digits.length() > width) {
                return Optional.empty();
            }
            fields.appendReplacement(payload, "0".repeat(width - digits.length()) + digits);
        }
        fields.appendTail(payload);
        return scheme.complete(payload.toString());
    }

    /** The reference of a customer, where the form needs no document. */
    public Optional<String> of(CustomerId customer) {
        return isOfCustomer() ? of(customer, "", 1) : Optional.empty();
    }

    private static String digitsOf(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
