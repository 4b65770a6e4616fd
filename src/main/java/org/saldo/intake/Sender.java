package org.saldo.intake;

/**
 * Who a mail says that it is from.
 *
 * @param address in lower case
 * @param vouched whether our own mail server proves that the address' domain sent it; only then it is anybody's word
 * @param why     what our mail server says of it, or why it says nothing
 */
public record Sender(String address, boolean vouched, String why) {

    /** Of what was not mailed. */
    static final Sender NONE = new Sender("", false, "it was not mailed");
}
