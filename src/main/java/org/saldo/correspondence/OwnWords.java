package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote himself in a mail: without what it quotes, without greeting, signature, disclaimers and the line
 * that a telephone adds. What stands in or below a signature and speaks of the matter is kept, since people write there too.
 */
public final class OwnWords {

    private static final int READ_MAX = 10_000;
    private static final int LINE_MAX = 2000;
    /** A disclaimer's phrase stands within so many words of its beginning. */
    private static final int WITHIN = 14;
    private static final int DEVICE_MAX = 14;
    /** A number with two decimals that is no part of a telephone number or a day. */
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d.,])\\d{1,3}(?:[., '\u2019\u00a0]?\\d{3}){0,4}[.,]\\d{2}(?![\\d.,]\\d|\\d)");
    private static final Set<String> NUMBER_SIGNS = Set.of("no", "t");
    private static final Set<Topic> OF_THE_MATTER = EnumSet.of(Topic.AGREE, Topic.DISAGREE, Topic.NOT, Topic.CONDITION,
            Topic.EXCEPTION, Topic.REST, Topic.STANDS, Topic.APPROVED, Topic.PROMISE, Topic.PAID, Topic.INSTALMENTS,
            Topic.BANK_CHANGE, Topic.WRONG_CONTACT, Topic.QUESTION);

    private final Quotations quotations;
    private final Lexicon greetings;
    private final Lexicon signOffs;
    private final Lexicon devices;
    private final Lexicon disclaimers;
    private final Lexicon postscripts;
    private final Lexicon documents;
    private final Lexicon matter;
    private final Pattern currency;

    public OwnWords(ReplyWords words) {
        this.quotations = new Quotations(words);
        this.greetings = new Lexicon(words, Set.of(Topic.GREETING));
        this.signOffs = new Lexicon(words, Set.of(Topic.SIGN_OFF));
        this.devices = new Lexicon(words, Set.of(Topic.DEVICE));
        this.disclaimers = new Lexicon(words, Set.of(Topic.DISCLAIMER));
        this.postscripts = new Lexicon(words, Set.of(Topic.POSTSCRIPT));
        this.documents = new Lexicon(words, Set.of(Topic.DOCUMENT));
        Set<Topic> all = EnumSet.copyOf(OF_THE_MATTER);
        all.add(Topic.HARMLESS);
        this.matter = new Lexicon(words, all);
        this.currency = besideNumbers(words);
    }

    /** A currency beside a number. */
    private static Pattern besideNumbers(ReplyWords words) {
        String spellings = words.currencies().values().stream().flatMap(Collection::stream).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!\\p{L})(?:" + spellings + ")[ \u00a0]?\\d|\\d[ \u00a0]?(?:" + spellings + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * His own words, lines kept; empty when there are none. Takes time in proportion to the text, of which not more than
     * {@value #READ_MAX} own characters are looked at.
     */
    public String of(String text) {
        return read(text).words();
    }

    /** @param whole whether nothing was left out for its length */
    record Own(String words, boolean whole) {
    }

    Own read(String text) {
        List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ').lines().toList();
        List<String> own = quotations.without(lines, READ_MAX);
        boolean whole = own.stream().mapToLong(line -> line.length() + 1).sum() <= READ_MAX;
        String words = withoutGreeting(String.join("\n", withoutSignature(withoutDisclaimers(own))).strip());
        return new Own(words.substring(0, Math.min(words.length(), READ_MAX)), whole);
    }

    /**
     * A disclaimer goes from the line that begins with it to the next empty line, but for lines of the matter; what a
     * telephone adds is one line.
     */
    private List<String> withoutDisclaimers(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean inDisclaimer = false;
        for (String line : lines) {
            boolean looked = !inDisclaimer && !line.isBlank() && line.length() <= LINE_MAX;
            inDisclaimer = (inDisclaimer || looked && begins(disclaimers, line, WITHIN)) && !line.isBlank();
            if (!inDisclaimer && !(looked && begins(devices, line, 0)) || !line.isBlank() && contests(line)) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** Whether the line names an amount or a document, or a sentence of it speaks for or against that is no disclaimer. */
    private boolean contests(String line) {
        if (line.length() > LINE_MAX || names(line)) {
            return true;
        }
        List<Token> tokens = Tokens.of(line);
        int first = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).ends() || at + 1 == tokens.size()) {
                List<Token> sentence = tokens.subList(first, at + 1);
                first = at + 1;
                boolean harmless = !disclaimers.all(sentence).isEmpty() || !devices.all(sentence).isEmpty();
                if (!harmless && matter.matches(sentence).stream().anyMatch(match ->
                        match.is(Topic.DISAGREE) || match.is(Topic.EXCEPTION) || match.is(Topic.AGREE))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean names(String line) {
        return AMOUNT.matcher(line).find() || currency.matcher(line).find() || hasDocument(Tokens.of(line));
    }

    private boolean hasDocument(List<Token> tokens) {
        return documents.all(tokens).stream().anyMatch(match ->
                match.last() + 1 < tokens.size() && tokens.get(match.last() + 1).kind() == Token.Kind.NUMBER);
    }

    /** Whether the first sentence of the line has such a phrase, and for a telephone is the only one. */
    private boolean begins(Lexicon lexicon, String line, int within) {
        List<Token> tokens = Tokens.of(line);
        int end = 0;
        while (end < tokens.size() && !tokens.get(end).ends()) {
            end++;
        }
        boolean only = end >= tokens.size() - 1 && tokens.size() <= DEVICE_MAX;
        return (within > 0 || only) && lexicon.all(tokens.subList(0, end)).stream()
                .anyMatch(match -> match.first() <= within && !speaksBefore(match, tokens));
    }

    /** "Please send us your VAT number": what a disclaimer would name is asked for. */
    private boolean speaksBefore(Lexicon.Match match, List<Token> tokens) {
        return matter.matches(tokens.subList(0, match.first())).stream().anyMatch(said -> said.is(Topic.QUESTION)
                || said.is(Topic.DISAGREE) || said.is(Topic.PAID) || said.is(Topic.PROMISE));
    }

    private List<String> withoutSignature(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean inSignature = false;
        boolean postscript = false;
        boolean something = false;
        for (String line : lines) {
            boolean delimiter = line.equals("--") || line.equals("-- ");
            boolean checked = line.length() <= LINE_MAX;
            postscript |= checked && inSignature && starts(postscripts, line);
            boolean begins = delimiter || checked && something && isSignOff(line);
            inSignature |= begins;
            if (!inSignature || postscript || !begins && (!checked || speaks(line) || isSentence(line) || isFigure(line))) {
                kept.add(line);
                something |= !line.isBlank();
            }
        }
        return kept;
    }

    /** An amount that is not the capital of a company. */
    private boolean isFigure(String line) {
        return names(line) && disclaimers.all(Tokens.of(line)).isEmpty();
    }

    private boolean isSignOff(String line) {
        List<Token> tokens = Tokens.of(line).stream().filter(Token::speaks).toList();
        return !tokens.isEmpty() && tokens.size() <= 14
                && signOffs.matches(tokens).stream().anyMatch(match -> match.first() == 0 && tokens.size() - match.last() <= 6)
                && !speaks(line);
    }

    private static boolean starts(Lexicon lexicon, String line) {
        return lexicon.all(Tokens.of(line)).stream().anyMatch(match -> match.first() == 0);
    }

    /** Whether the line has words or documents of the matter. */
    private boolean speaks(String line) {
        List<Token> tokens = Tokens.of(line);
        if (tokens.stream().anyMatch(token -> token.kind() == Token.Kind.ASK)) {
            return true;
        }
        boolean speaks = matter.matches(tokens).stream().anyMatch(match -> !match.is(Topic.HARMLESS)
                && !isNumberSign(match, tokens));
        return speaks || hasDocument(tokens);
    }

    /** The "no" of "Reg. no. 123" and the "T" of a telephone. */
    private static boolean isNumberSign(Lexicon.Match match, List<Token> tokens) {
        int next = match.last() + 1;
        return match.is(Topic.NOT) && match.places().size() == 1 && NUMBER_SIGNS.contains(tokens.get(match.first()).folded())
                && next < tokens.size() && (tokens.get(next).kind() == Token.Kind.NUMBER
                || next + 1 < tokens.size() && tokens.get(next).kind() == Token.Kind.COMMA);
    }

    /** Signatures hardly have full stops or many words in lower case. */
    private static boolean isSentence(String line) {
        List<Token> tokens = Tokens.of(line);
        List<Token> words = tokens.stream().filter(token -> token.kind() == Token.Kind.WORD).toList();
        long lower = words.stream().filter(word -> Character.isLowerCase(line.charAt(word.start()))
                && word.end() - word.start() > 1).count();
        boolean blanks = line.strip().indexOf(' ') > 0;
        return words.size() >= 5 && tokens.get(tokens.size() - 1).ends()
                || blanks && words.size() >= 3 && lower >= 2 && 2 * lower >= words.size();
    }

    /** A greeting goes to the end of its clause, with the name in it, unless it says more. */
    private String withoutGreeting(String text) {
        List<Token> tokens = Tokens.of(text.substring(0, Math.min(text.length(), 200)));
        for (Lexicon.Match greeting : greetings.matches(tokens)) {
            int end = endOfClause(tokens, greeting.last(), text);
            if (greeting.first() <= 6 && end - greeting.last() <= 8) {
                List<Token> clause = tokens.subList(0, end);
                boolean says = matter.matches(clause).stream().anyMatch(match -> !match.is(Topic.HARMLESS));
                boolean begins = clause.subList(0, greeting.first()).stream().noneMatch(Token::ends);
                if (!says && begins) {
                    boolean stopped = end < tokens.size() && !tokens.get(end).speaks();
                    int rest = tokens.get(stopped ? end : end - 1).end();
                    return text.substring(rest).strip();
                }
            }
        }
        return text;
    }

    /** The place of the first stop, comma or line break after {@code from}. */
    private static int endOfClause(List<Token> tokens, int from, String text) {
        int at = from + 1;
        while (at < tokens.size() && tokens.get(at).speaks()
                && text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).indexOf('\n') < 0) {
            at++;
        }
        return at;
    }
}
