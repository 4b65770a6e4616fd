package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.BitSet;
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
    /** What may be said by a "not" in the phrase itself. */
    private static final Set<Topic> NEGATIVE = EnumSet.of(Topic.DISAGREE, Topic.QUESTION, Topic.WRONG_CONTACT,
            Topic.COMPLAINT, Topic.UNSUBSCRIBE, Topic.OUT_OF_OFFICE);
    /** No "not" behind them takes these away: "it is with our lawyer and we say no more". */
    private static final Set<Topic> MARKED = EnumSet.of(Topic.COMPLAINT, Topic.LAWYER, Topic.INSOLVENCY, Topic.BANK_CHANGE);
    private static final Set<Topic> TURNED = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.DISAGREE, Topic.PROMISE, Topic.PAID,
            Topic.INSTALMENTS, Topic.RECEIVED, Topic.APPROVED, Topic.COMPLAINT, Topic.LAWYER, Topic.INSOLVENCY,
            Topic.BANK_CHANGE);

    /** The sentences of a text. */
    static List<Clause> of(Told told) {
        List<Token> tokens = told.tokens();
        List<Lexicon.Match> matches = told.matches();
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
                clauses.add(clause(told, inside, asks, start, Math.max(start, at - 1)));
                start = at + 1;
            }
        }
        return clauses;
    }

    private static Clause clause(Told told, List<Lexicon.Match> inside, boolean asks, int first, int last) {
        List<Lexicon.Match> said = new ArrayList<>();
        List<Lexicon.Match> turned = new ArrayList<>();
        BitSet targets = new BitSet();
        boolean stray = false;
        boolean strayFirst = true;
        for (int at = 0; at < inside.size(); at++) {
            if (inside.get(at).is(Topic.NOT) && !isTold(told, inside, at)) {
                int target = target(told.tokens(), inside, at, targets);
                if (target < 0) {
                    stray = true;
                    strayFirst &= inside.get(at).first() <= first;
                } else {
                    targets.set(target);
                }
            }
        }
        for (int at = 0; at < inside.size(); at++) {
            if (!inside.get(at).is(Topic.NOT)) {
                (targets.get(at) ? turned : said).add(inside.get(at));
            }
        }
        int asked = asks ? lastComma(told.tokens(), first, last, inside) : last + 1;
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

    /** The "ne" of "ne .. pas", and each "not" beside a phrase that has its own: it says the same once more. */
    private static boolean isTold(Told told, List<Lexicon.Match> inside, int at) {
        Lexicon.Match not = inside.get(at);
        for (int i = Math.max(0, at - 1); i < inside.size() && inside.get(i).first() - not.last() <= BEHIND; i++) {
            Lexicon.Match next = inside.get(i);
            boolean beside = NEGATIVE.contains(next.phrase().topic()) && not.first() - next.last() <= 1
                    && !comma(told.tokens(), Math.min(not.last(), next.last()), Math.max(not.first(), next.first()));
            if (beside && next.places().stream().anyMatch(place -> told.nots().contains(told.tokens().get(place).folded()))) {
                return true;
            }
        }
        return false;
    }

    /** What the "not" at {@code at} turns: the next phrase inside or after it, else the last one before it; or below 0. */
    private static int target(List<Token> tokens, List<Lexicon.Match> inside, int at, BitSet targets) {
        Lexicon.Match not = inside.get(at);
        for (int i = at + 1; i < inside.size() && inside.get(i).first() - not.last() <= AHEAD; i++) {
            boolean within = inside.get(i).last() < not.last();
            if (canTurn(inside.get(i)) && !targets.get(i)
                    && (within || !comma(tokens, not.last(), inside.get(i).first()))) {
                return i;
            }
        }
        for (int i = at - 1; i >= 0 && not.first() - inside.get(i).last() <= BEHIND; i--) {
            boolean turns = canTurn(inside.get(i)) && !MARKED.contains(inside.get(i).phrase().topic());
            if (turns && !targets.get(i) && !comma(tokens, inside.get(i).last(), not.first())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean canTurn(Lexicon.Match match) {
        return TURNED.contains(match.phrase().topic());
    }

    private static boolean comma(List<Token> tokens, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (tokens.get(at).kind() == Token.Kind.COMMA) {
                return true;
            }
        }
        return false;
    }

    boolean has(Topic topic) {
        return said.stream().anyMatch(match -> match.is(topic));
    }

    /** Whether it has but a few words, such as "No, I don't". */
    boolean isShort() {
        return last - first <= 5;
    }
}
