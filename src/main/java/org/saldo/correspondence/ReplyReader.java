package org.saldo.correspondence;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a customer means by a reply. It never guesses in favour of a confirmation: see {@link Reading#clear}. The same
 * reply and words always give the same reading; the time is in proportion to the length of the reply.
 */
public final class ReplyReader {

    private static final int SUBJECT_MAX = 300;
    private static final Set<Topic> SAID = EnumSet.range(Topic.AGREE, Topic.BACK);

    private final OwnWords ownWords;
    private final Lexicon lexicon;
    private final Lexicon alone;
    private final Spelling spelling;
    private final Set<String> nots;
    private final Facts.Scanner facts;
    private final Agreement agreement;

    public ReplyReader(ReplyWords words) {
        Set<Topic> topics = EnumSet.copyOf(SAID);
        topics.addAll(EnumSet.of(Topic.DOCUMENT, Topic.REFERENCE, Topic.NEUTRAL, Topic.HARMLESS, Topic.GREETING, Topic.SIGN_OFF));
        this.ownWords = new OwnWords(words);
        this.lexicon = new Lexicon(words, topics);
        this.alone = Lexicon.ofWholeAnswers(words);
        this.nots = lexicon.singles(Topic.NOT);
        this.facts = new Facts.Scanner(words);
        this.agreement = new Agreement(words);
        this.spelling = new Spelling(lexicon, facts::knows);
    }

    public Reading read(WrittenReply reply) {
        OwnWords.Own his = ownWords.read(reply.text());
        String own = his.words();
        List<Token> tokens = spelling.corrected(Tokens.of(own));
        List<Lexicon.Match> all = alone.whole(tokens).map(List::of).orElseGet(() -> lexicon.all(tokens));
        Map<String, Integer> known = known(all);
        Facts named = facts.in(own, tokens, reply, language(known, reply.language()));
        List<Lexicon.Match> matches = Lexicon.chosen(all, tokens, language(known, "")).stream()
                .filter(match -> named.days().stream()
                        .noneMatch(day -> day.first() <= match.first() && match.last() <= day.last())).toList();
        Told told = new Told(tokens, matches, Lexicon.against(all, matches), nots);
        Agreement.Found agreed = agreement.in(Clause.of(told), told, named, names(reply));
        return new Judgement(own, told.without(agreed.read()), named, agreed, reply,
                subject(reply.subject(), reply.asked()), !his.whole()).reading();
    }

    private static Set<String> names(WrittenReply reply) {
        return Tokens.of(reply.sender() + " " + String.join(" ", reply.asked().names())).stream().map(Token::folded)
                .collect(Collectors.toSet());
    }

    /** What the subject says besides names; the hub's own subjects have none of these words. */
    private List<Lexicon.Match> subject(String subject, Asked asked) {
        Set<String> names = Tokens.of(String.join(" ", asked.names())).stream().map(Token::folded).collect(Collectors.toSet());
        return lexicon.matches(Tokens.of(subject.substring(0, Math.min(subject.length(), SUBJECT_MAX))).stream()
                .filter(token -> !names.contains(token.folded())).toList());
    }

    /** How many words of the text each language knows. */
    private static Map<String, Integer> known(List<Lexicon.Match> all) {
        Map<String, BitSet> places = new HashMap<>();
        all.forEach(match -> match.places().forEach(
                places.computeIfAbsent(match.phrase().language(), code -> new BitSet())::set));
        return places.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().cardinality()));
    }

    /** The language that knows most of the words, of several that of the customer, else none. */
    private static String language(Map<String, Integer> known, String customers) {
        int most = known.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> best = known.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).toList();
        return best.size() == 1 ? best.get(0) : best.isEmpty() || best.contains(customers) ? customers : "";
    }
}
