/**
 * What a customer means by what he wrote: {@link org.saldo.correspondence.ReplyReader} gets a reply to a statement or a
 * reminder and returns a {@link org.saldo.correspondence.Reading}, with the words that say so. Pure, and careful: what is
 * quoted never counts, and a reply only clearly confirms a balance when each of its words is known and none speaks against
 * it. All words come from the configuration; six languages are read side by side, since people mix them.
 */
package org.saldo.correspondence;
