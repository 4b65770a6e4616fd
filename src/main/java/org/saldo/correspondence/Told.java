package org.saldo.correspondence;

import java.util.List;
import java.util.Set;

/**
 * The words of a reply and what they are known as.
 *
 * @param matches the phrases that count, in the order of the text
 * @param against what speaks against a yes and stands only partly in a phrase that counts
 * @param nots words that are a "not" by themselves
 */
record Told(List<Token> tokens, List<Lexicon.Match> matches, List<Lexicon.Match> against, Set<String> nots) {
}
