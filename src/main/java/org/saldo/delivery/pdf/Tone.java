package org.saldo.delivery.pdf;

/** The colours of a page, by what they are for; {@link Shades} says which they are. */
enum Tone {
    /** The seller's colour: titles and what is to be seen first. */
    ACCENT,
    /** A breath of the seller's colour, behind the balance. */
    TINT,
    INK,
    /** What a machine or a bank reads. */
    BLACK,
    /** What may be read second. */
    GREY,
    HAIRLINE,
    RULE
}
