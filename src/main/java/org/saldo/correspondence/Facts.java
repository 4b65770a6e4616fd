package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Figures, days and numbers that a reply names.
 *
 * @param expected the places of those that agree with what was asked, so that they say nothing new
 * @param bareMonths months named without a day, by their place
 * @param tenses words by which something is to come or is done
 */
record Facts(List<Amounts.Named> amounts, List<Days.Named> days, List<String> documents, List<String> references,
        BitSet expected, Map<Integer, Integer> bareMonths, List<Lexicon.Match> tenses) {

    /** Finds amounts, days and numbers in a text. */
    static final class Scanner {

        private static final int CORE_MIN = 4;
        private static final String MINUS = "-−–";

        private final Amounts amounts;
        private final Days days;
        private final Lexicon announced;
        private final Lexicon tenses;

        Scanner(ReplyWords words) {
            this.amounts = new Amounts(words);
            this.days = new Days(words);
            this.tenses = new Lexicon(words, Set.of(Topic.LATER, Topic.DONE));
            this.announced = new Lexicon(words, Set.of(Topic.DOCUMENT, Topic.REFERENCE));
        }

        boolean knows(String word) {
            return days.knows(word);
        }

        Facts in(String text, List<Token> tokens, WrittenReply reply, String language) {
            Asked asked = reply.asked();
            BitSet taken = new BitSet();
            List<Days.Named> anyDays = days.in(tokens, text, reply.sentOn(), language);
            Set<String> documents = documents(tokens, asked.documents(), anyDays, taken);
            List<Amounts.Named> possible = amounts.in(text, tokens, asked).stream()
                    .filter(amount -> taken.get(amount.first(), amount.last() + 1).isEmpty()).toList();
            List<Days.Named> named = anyDays.stream()
                    .filter(day -> taken.get(day.first(), day.last() + 1).isEmpty() && possible.stream().noneMatch(
                            amount -> amount.amount().currency().isPresent() && overlap(day, amount))).toList();
            List<Amounts.Named> money = possible.stream()
                    .filter(amount -> named.stream().noneMatch(day -> overlap(day, amount))).toList();
            BitSet expected = new BitSet();
            money.stream().filter(amount -> isBalance(amount.amount(), asked) && !isNegative(text, tokens, amount))
                    .forEach(amount -> expected.set(amount.first(), amount.last() + 1));
            named.stream().filter(day -> isAsOf(day, reply)).forEach(day -> expected.set(day.first(), day.last() + 1));
            money.forEach(amount -> taken.set(amount.first(), amount.last() + 1));
            named.forEach(day -> taken.set(day.first(), day.last() + 1));
            Map<Integer, Integer> months = days.bareMonths(tokens, named);
            asked.asOf().ifPresent(day -> months.forEach((place, month) -> expected.set(place, expected.get(place)
                    || month == day.getMonthValue())));
            asked.asOf().ifPresent(day -> years(tokens, day.getYear(), taken, expected));
            return new Facts(money, named, new ArrayList<>(documents), references(text, tokens, taken), expected, months,
                    tenses.matches(tokens, language));
        }

        /** A date in words wins over the number in it, unless a currency stands beside the number. */
        private static boolean overlap(Days.Named day, Amounts.Named amount) {
            return day.first() <= amount.last() && amount.first() <= day.last();
        }

        private static boolean isBalance(StatedAmount amount, Asked asked) {
            return asked.balance().filter(balance -> balance.abs().toDecimal().compareTo(amount.amount()) == 0
                    && amount.currency().map(balance.currency()::equals).orElse(true)).isPresent();
        }

        /** With a minus before or after it. */
        private static boolean isNegative(String text, List<Token> tokens, Amounts.Named amount) {
            int before = tokens.get(amount.first()).start() - 1;
            int after = tokens.get(amount.last()).end();
            return before >= 0 && MINUS.indexOf(text.charAt(before)) >= 0
                    || after < text.length() && MINUS.indexOf(text.charAt(after)) >= 0;
        }

        private static boolean isAsOf(Days.Named day, WrittenReply reply) {
            return day.past().isPresent() && day.past().equals(reply.asked().asOf());
        }

        private static void years(List<Token> tokens, int year, BitSet taken, BitSet expected) {
            for (int at = 0; at < tokens.size(); at++) {
                if (!taken.get(at) && tokens.get(at).folded().equals(String.valueOf(year))) {
                    expected.set(at);
                }
            }
        }

        /**
         * The documents named, also by the last digits of their number or in two pieces. The year of a day that is written out
         * is no document's last digits.
         */
        private static Set<String> documents(List<Token> tokens, Set<String> known, List<Days.Named> days, BitSet taken) {
            BitSet writtenOut = new BitSet();
            days.stream().filter(day -> day.last() > day.first()).forEach(day -> writtenOut.set(day.first(), day.last() + 1));
            Map<String, Set<String>> byNumber = new HashMap<>();
            Map<String, Set<String>> byEnd = new HashMap<>();
            known.forEach(document -> {
                String number = plain(document);
                byNumber.computeIfAbsent(number, any -> new TreeSet<>()).add(document);
                for (int from = number.length() - CORE_MIN; from >= 0 && isDigits(number.substring(from)); from--) {
                    byEnd.computeIfAbsent(number.substring(from), any -> new TreeSet<>()).add(document);
                }
            });
            Set<String> named = new TreeSet<>();
            for (int at = 0; at < tokens.size(); at++) {
                String one = plain(tokens.get(at).folded());
                boolean next = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.NUMBER;
                Set<String> pieces = next && tokens.get(at).speaks()
                        ? byNumber.getOrDefault(one + plain(tokens.get(at + 1).folded()), Set.of()) : Set.of();
                Set<String> whole = tokens.get(at).speaks() ? byNumber.getOrDefault(one, Set.of()) : Set.of();
                Set<String> ends = !writtenOut.get(at) && isCore(tokens.get(at)) ? byEnd.getOrDefault(one, Set.of()) : Set.of();
                named.addAll(pieces);
                named.addAll(whole);
                if (ends.size() == 1) {
                    named.addAll(ends);
                }
                if (!pieces.isEmpty()) {
                    taken.set(at, at + 2);
                } else if (!whole.isEmpty() || ends.size() == 1) {
                    taken.set(at);
                }
            }
            return named;
        }

        /** Digits alone, and enough of them to tell documents by. */
        private static boolean isCore(Token token) {
            return token.kind() == Token.Kind.NUMBER && token.folded().length() >= CORE_MIN && isDigits(token.folded());
        }

        private static boolean isDigits(String text) {
            return text.chars().allMatch(Character::isDigit);
        }

        private static String plain(String number) {
            StringBuilder plain = new StringBuilder();
            number.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
            return plain.toString();
        }

        private List<String> references(String text, List<Token> tokens, BitSet taken) {
            List<String> references = new ArrayList<>();
            for (Lexicon.Match word : announced.matches(tokens)) {
                for (int at = word.last() + 1; at < tokens.size() && at <= word.last() + 3; at++) {
                    if (tokens.get(at).kind() == Token.Kind.NUMBER && !taken.get(at)) {
                        references.add(text.substring(tokens.get(at).start(), tokens.get(at).end()));
                        taken.set(at);
                        break;
                    }
                }
            }
            return references;
        }
    }

    /** Whether words of such a tense stand in the sentence. */
    boolean says(Topic tense, Clause clause) {
        return tenses.stream().anyMatch(match -> match.is(tense) && clause.first() <= match.first()
                && match.last() <= clause.last());
    }

    /** The days with one meaning. @param behind whether a day without a year lies behind */
    List<LocalDate> resolved(boolean behind) {
        return days.stream().map(day -> behind ? day.past() : day.coming()).flatMap(Optional::stream).toList();
    }

    boolean hasAmbiguousDay() {
        return days.stream().anyMatch(day -> day.coming().isEmpty());
    }
}
