package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence with the phrases in it, after each "not" was given to the phrase that it turns.
 *
 * @param said phrases that count as they stand
 * @param turned phrases that a "not" stands to
 * @param stray whether a "not" is left over
 * @param strayFirst whether that is its first word, as in "No, ..."
 * @param asks whether it ends in a question mark
 * @param asked the place from which on it asks, or beyond its end
 * @param first the place of its first token
 * @param last the place of its last token
 */
record Clause(List<Lexicon.Match> said, List<Lexicon.Match> turned, boolean stray, boolean strayFirst, boolean asks,
        int asked, int first, int last) {

    private static final int AHEAD = 6;
    private static final int BEHIND = 4;
    private static final Set<Topic> TURNED = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.DISAGREE, Topic.PROMISE, Topic.PAID,
            Topic.INSTALMENTS, Topic.RECEIVED, Topic.COMPLAINT, Topic.LAWYER, Topic.INSOLVENCY, Topic.BANK_CHANGE);

    /** The sentences of a text. @param matches in the order of the text */
    static List<Clause> of(List<Token> tokens, List<Lexicon.Match> matches) {
        List<Clause> clauses = new ArrayList<>();
        int next = 0;
        int start = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            if (at == tokens.size() || tokens.get(at).ends()) {
                List<Lexicon.Match> inside = new ArrayList<>();
                while (next < matches.size() && matches.get(next).first() < at) {
                    inside.add(matches.get(next++));
                }
                boolean asks = at < tokens.size() && tokens.get(at).kind() == Token.Kind.ASK;
                clauses.add(clause(tokens, inside, asks, start, Math.max(start, at - 1)));
                start = at + 1;
            }
        }
        return clauses;
    }

    private static Clause clause(List<Token> tokens, List<Lexicon.Match> inside, boolean asks, int first, int last) {
        List<Lexicon.Match> said = new ArrayList<>(inside);
        List<Lexicon.Match> turned = new ArrayList<>();
        boolean stray = false;
        boolean strayFirst = true;
        for (Lexicon.Match not : inside) {
            if (not.is(Topic.NOT)) {
                said.remove(not);
                Lexicon.Match target = target(tokens, not, said);
                if (target == null) {
                    stray = true;
                    strayFirst &= not.first() <= first;
                } else {
                    said.remove(target);
                    turned.add(target);
                }
            }
        }
        int asked = asks ? lastComma(tokens, first, last, inside) : last + 1;
        return new Clause(said, turned, stray, strayFirst, asks, asked, first, last);
    }

    /** "We have paid it on Monday, can you check?" asks from the comma on. */
    private static int lastComma(List<Token> tokens, int first, int last, List<Lexicon.Match> inside) {
        for (int at = last; at > first; at--) {
            int place = at;
            if (tokens.get(at).kind() == Token.Kind.COMMA) {
                return inside.stream().anyMatch(match -> match.last() < place) ? at : first;
            }
        }
        return first;
    }

    private static Lexicon.Match target(List<Token> tokens, Lexicon.Match not, List<Lexicon.Match> said) {
        for (Lexicon.Match each : said) {
            if (TURNED.contains(each.phrase().topic()) && each.first() > not.first() && each.last() < not.last()) {
                return each;
            }
        }
        for (Lexicon.Match each : said) {
            if (TURNED.contains(each.phrase().topic()) && each.last() > not.last() && each.first() - not.last() <= AHEAD
                    && !comma(tokens, not.last(), each.first())) {
                return each;
            }
        }
        Lexicon.Match nearest = null;
        for (Lexicon.Match each : said) {
            if (TURNED.contains(each.phrase().topic()) && each.first() < not.first() && not.first() - each.last() <= BEHIND
                    && !comma(tokens, each.last(), not.first())) {
                nearest = each;
            }
        }
        return nearest;
    }

    private static boolean comma(List<Token> tokens, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (tokens.get(at).kind() == Token.Kind.COMMA) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has but a few words, such as "No, I don't". */
    boolean isShort() {
        return last - first <= 5;
    }
}
