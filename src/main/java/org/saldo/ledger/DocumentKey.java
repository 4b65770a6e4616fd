package org.saldo.ledger;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What makes a document the same again: company, type, number and instalment (1 for a document in one part). */
public record DocumentKey(String company, DocumentType type, String number, int instalment) {

    public DocumentKey {
        Texts.require(company, "company");
        Objects.requireNonNull(type, "document type");
        Texts.require(number, "document number");
        if (instalment < 1) {
            throw new IllegalArgumentException(number + ": instalment must be 1 or more, was " + instalment);
        }
    }

    /** The numbers that a label may mean, the likelier first: all of it, and what stands before the number of an instalment. */
    public static List<String> numbersOf(String label) {
        return Stream.of(label, label.replaceFirst("/[0-9]{1,4}$", "")).distinct().toList();
    }

    /** The number, with the instalment behind a slash when it is not the first: {@code INV-1041/2}. */
    public String label() {
        return instalment == 1 ? number : number + "/" + instalment;
    }
}
