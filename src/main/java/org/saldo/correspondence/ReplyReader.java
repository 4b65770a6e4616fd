package org.saldo.correspondence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a customer means by a reply. It never guesses in favour of a confirmation: see {@link Reading#clear}. The same
 * reply and words always give the same reading; the time is in proportion to the length of the reply.
 */
public final class ReplyReader {

    private static final int READ_MAX = 20_000;
    private static final Set<Topic> SAID = EnumSet.range(Topic.AGREE, Topic.BACK);

    private final OwnWords ownWords;
    private final Lexicon lexicon;
    private final Spelling spelling;
    private final Facts.Scanner facts;

    public ReplyReader(ReplyWords words) {
        Set<Topic> topics = EnumSet.copyOf(SAID);
        topics.addAll(EnumSet.of(Topic.DOCUMENT, Topic.REFERENCE, Topic.HARMLESS, Topic.GREETING, Topic.SIGN_OFF));
        this.ownWords = new OwnWords(words);
        this.lexicon = new Lexicon(words, topics);
        this.spelling = new Spelling(lexicon);
        this.facts = new Facts.Scanner(words);
    }

    public Reading read(WrittenReply reply) {
        String all = ownWords.of(reply.text());
        String own = all.substring(0, Math.min(all.length(), READ_MAX));
        List<Token> tokens = spelling.corrected(Tokens.of(own));
        String language = language(tokens, reply.language());
        Facts named = facts.in(own, tokens, reply, language);
        List<Lexicon.Match> matches = lexicon.matches(tokens, language).stream().filter(match -> named.days().stream()
                .noneMatch(day -> day.first() <= match.first() && match.last() <= day.last())).toList();
        Judgement judgement = new Judgement(own, tokens, matches, named, reply, subject(reply.subject()),
                all.length() > READ_MAX);
        return judgement.reading();
    }

    /** What the subject says; the hub's own subjects have none of these words. */
    private List<Lexicon.Match> subject(String subject) {
        return lexicon.matches(Tokens.of(subject.substring(0, Math.min(subject.length(), 300))));
    }

    /** The language that has most of the words. */
    private String language(List<Token> tokens, String customers) {
        Map<String, Integer> words = new HashMap<>();
        lexicon.all(tokens).forEach(match -> words.merge(match.phrase().language(), match.phrase().weight(), Integer::sum));
        int most = words.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return words.getOrDefault(customers, 0) == most ? customers : words.entrySet().stream()
                .filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).min(Comparator.naturalOrder())
                .orElse(customers);
    }
}
