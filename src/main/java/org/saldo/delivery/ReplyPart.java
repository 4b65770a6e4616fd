package org.saldo.delivery;

/**
 * How the customer answers the statement in one step: the address that a reply goes to, the token that binds the
 * answer to this statement, and the page on which it can be answered; each is empty when there is none.
 */
public record ReplyPart(String address, String token, String page) {

    public ReplyPart(String address, String token) {
        this(address, token, "");
    }
}
