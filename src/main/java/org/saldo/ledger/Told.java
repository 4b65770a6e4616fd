package org.saldo.ledger;

/** Something that is told in words of a language, and not by a number or a name alone. */
public interface Told {

    Words told();
}
