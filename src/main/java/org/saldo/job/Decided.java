package org.saldo.job;

/**
 * What a person's decision came to: the id by which it can be named later (an allocation {@code A-17}, a block
 * {@code B-18}, a payment or a document) and a sentence that says what holds now.
 */
public record Decided(String id, String text) {
}
