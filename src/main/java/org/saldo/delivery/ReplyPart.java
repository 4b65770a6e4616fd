package org.saldo.delivery;

/**
 * How the customer answers the statement in one step: the address that a reply goes to and the token that binds the
 * answer to this statement; each is empty when there is none.
 */
public record ReplyPart(String address, String token) {
}
