package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.correspondence.YesGrammar.Says;

/** Finds the sentences that are read by the {@link YesGrammar}: each word of theirs has a role, in one language. */
final class Agreement {

    private static final Set<Topic> HARMLESS = EnumSet.of(Topic.HARMLESS, Topic.GREETING, Topic.SIGN_OFF, Topic.WEAK);
    private static final Set<Topic> AGAINST = EnumSet.of(Topic.CONDITION, Topic.EXCEPTION, Topic.REST);
    /** So many words are looked at in one sentence, and so many parts. */
    private static final int WORDS_MAX = 80;
    private static final int PARTS_MAX = 8;

    private final Map<String, Lexicon> roles = new LinkedHashMap<>();

    Agreement(ReplyWords words) {
        words.languages().forEach((code, language) -> roles.put(code, Lexicon.ofRoles(code, language)));
    }

    /**
     * @param yes the sentences that agree, by the place of their first word
     * @param read those and what may stand beside them, by the places of all their words
     * @param otherwise where each word has a role, and yet it is no yes, as in "we agree that this is your statement"; by
     *         the place of the first word
     */
    record Found(Set<Integer> yes, BitSet read, Set<Integer> otherwise) {
    }

    Found in(List<Clause> clauses, Told told, Facts facts, Set<String> names) {
        Set<Integer> yes = new HashSet<>();
        BitSet read = new BitSet();
        Set<Integer> otherwise = new HashSet<>();
        for (Clause clause : clauses) {
            if (clause.asks() || clause.last() - clause.first() > WORDS_MAX || clause.first() >= told.tokens().size()) {
                continue;
            }
            Says says = Says.MORE;
            for (Map.Entry<String, Lexicon> language : roles.entrySet()) {
                List<Role> words = roles(language.getKey(), language.getValue(), clause, told, facts, names);
                Says here = says(parts(words), 0);
                if (here == Says.MORE && !words.contains(Role.UNKNOWN)) {
                    otherwise.add(clause.first());
                }
                says = here == Says.YES || says == Says.MORE ? here : says;
                if (says == Says.YES) {
                    yes.add(clause.first());
                    break;
                }
            }
            if (says != Says.MORE) {
                otherwise.remove(clause.first());
                read.set(clause.first(), clause.last() + 1);
            }
        }
        return new Found(yes, read, otherwise);
    }

    /** The role of each word or run of words of the sentence. */
    private static List<Role> roles(String code, Lexicon lexicon, Clause clause, Told told, Facts facts,
            Set<String> names) {
        List<Token> tokens = told.tokens().subList(clause.first(), clause.last() + 1);
        Lexicon.Match[] matches = new Lexicon.Match[tokens.size()];
        lexicon.matches(tokens).forEach(match -> match.places().forEach(place -> matches[place] = match));
        BitSet harmless = new BitSet();
        told.matches().stream().filter(match -> HARMLESS.contains(match.phrase().topic())
                && match.phrase().language().equals(code)).forEach(match -> match.places().forEach(harmless::set));
        BitSet against = new BitSet();
        told.matches().stream().filter(match -> AGAINST.contains(match.phrase().topic())
                && match.phrase().language().equals(code)).forEach(match -> match.places().forEach(against::set));
        BitSet amounts = new BitSet();
        facts.amounts().forEach(amount -> amounts.set(amount.first(), amount.last() + 1));
        List<Role> roles = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            int place = clause.first() + at;
            boolean follows = at > 0 && matches[at] != null && matches[at] == matches[at - 1];
            if (facts.expected().get(place)) {
                roles.add(amounts.get(place) ? Role.AMOUNT : Role.AS_OF);
            } else if (!tokens.get(at).speaks()) {
                roles.add(Role.STOP);
            } else if (!follows) {
                boolean known = harmless.get(place) || names.contains(tokens.get(at).folded());
                Role role = matches[at] != null ? (Role) matches[at].phrase().topic() : known ? Role.GLUE : Role.UNKNOWN;
                boolean not = (told.nots().contains(tokens.get(at).folded()) || against.get(place))
                        && role != Role.LACK && role != Role.NONE
                        && (matches[at] == null || matches[at].places().size() == 1);
                roles.add(not ? role == Role.IN ? Role.IN_OR_NOT : Role.UNKNOWN : role);
            }
        }
        return roles;
    }

    /** The parts of a sentence between stops and "and"; what depends on the part before belongs to it. */
    private static List<List<Role>> parts(List<Role> roles) {
        List<List<Role>> parts = new ArrayList<>();
        List<Role> part = new ArrayList<>();
        for (Role role : roles) {
            boolean ends = role == Role.STOP || role == Role.AND;
            if (!ends) {
                part.add(role);
            } else if (!part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** A yes when each part, alone or with the next ones, is read, and one of them agrees. */
    private static Says says(List<List<Role>> parts, int from) {
        if (from == parts.size()) {
            return Says.NOTHING;
        }
        if (parts.size() > PARTS_MAX || from > 0 && parts.get(from).get(0) == Role.THAT) {
            return Says.MORE;
        }
        Says best = Says.MORE;
        List<Role> joined = new ArrayList<>();
        for (int to = from; to < parts.size() && best != Says.YES; to++) {
            if (to > from) {
                joined.add(Role.STOP);
            }
            joined.addAll(parts.get(to));
            Says here = YesGrammar.of(joined);
            Says rest = here == Says.MORE ? Says.MORE : says(parts, to + 1);
            if (rest != Says.MORE) {
                best = here == Says.YES || rest == Says.YES ? Says.YES : Says.NOTHING;
            }
        }
        return best;
    }
}
