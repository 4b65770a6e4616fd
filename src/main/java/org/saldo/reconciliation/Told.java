package org.saldo.reconciliation;

/** Something that decisions speak of and that is told in words of a language, and not by a number or a name alone. */
interface Told {

    Words told();
}
