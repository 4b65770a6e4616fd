package org.saldo.job.people;

/**
 * What a person's decision came to: the id by which it can be named later (an allocation {@code A-17}, a block
 * {@code B-18}, an instruction {@code I-19} that waits for a second person, a payment or a document) and a sentence that
 * says what holds now.
 */
public record Decided(String id, String text, boolean waits) {

    public Decided(String id, String text) {
        this(id, text, false);
    }
}
