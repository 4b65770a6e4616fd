package org.saldo.correspondence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** Days that are named by a weekday, or by words that count from the day of writing or from the month. */
final class CountedDays {

    private static final int MONTHS = 12;
    /** "Friday the 13th": so many words behind the weekday. */
    private static final int NUMBER_WITHIN = 3;

    private final Lexicon words;
    private final Lexicon weekdays;
    private final Map<String, Integer> numbers = new HashMap<>();

    CountedDays(ReplyWords words) {
        this.words = Lexicon.ofDays(words);
        this.weekdays = Lexicon.ofWeekdays(words);
        words.languages().values().forEach(language -> {
            for (int number = 1; number <= language.numbers().size(); number++) {
                for (String spelling : language.numbers().get(number - 1)) {
                    numbers.putIfAbsent(folded(spelling), number);
                }
            }
        });
    }

    private static String folded(String spelling) {
        StringBuilder folded = new StringBuilder();
        Tokens.of(spelling).forEach(token -> folded.append(token.folded()));
        return folded.toString();
    }

    boolean knows(String word) {
        return words.knows(word) || weekdays.knows(word);
    }

    /** Adds what no day in {@code named} covers. @param monthAt the month that is named at a place, or 0 */
    void addTo(List<Days.Named> named, List<Token> tokens, LocalDate sentOn, ToIntBiFunction<List<Token>, Integer> monthAt) {
        List<Lexicon.Match> counted = words.matches(tokens);
        for (Lexicon.Match weekday : weekdays.matches(tokens)) {
            if (free(weekday, named) && !besideADay(weekday, named) && !behindThatDay(weekday, named)) {
                named.add(withNumber(weekday, tokens, sentOn).orElseGet(() -> weekday(weekday, counted, sentOn)));
            }
        }
        for (Lexicon.Match word : counted) {
            boolean consumed = named.stream().anyMatch(day -> day.first() - 2 <= word.last() && word.first() <= day.last() + 2
                    && isWeekday(day, tokens));
            boolean alone = word.phrase().topic() != DayWord.NEXT && word.phrase().topic() != DayWord.LAST_WEEK;
            if (alone && free(word, named) && !consumed) {
                day(word, tokens, sentOn, monthAt).ifPresent(named::add);
            }
        }
    }

    /** "Friday 13": the next or last day of that number, when it is such a weekday. */
    private static Optional<Days.Named> withNumber(Lexicon.Match weekday, List<Token> tokens, LocalDate sentOn) {
        int day = Integer.parseInt(weekday.phrase().language());
        for (int at = weekday.last() + 1; at < tokens.size() && at <= weekday.last() + NUMBER_WITHIN; at++) {
            int place = at;
            Optional<Days.Named> named = tokens.get(at).kind() != Token.Kind.NUMBER ? Optional.empty()
                    : CalendarDay.number(tokens.get(at)).flatMap(
                            number -> CalendarDay.dayOfMonth(number, sentOn, weekday.first(), place))
                            .map(found -> found.coming().filter(coming -> coming.getDayOfWeek().getValue() == day)
                                    .or(() -> found.past().filter(past -> past.getDayOfWeek().getValue() == day)))
                            .flatMap(found -> found.map(date -> Days.Named.of(date, date, weekday.first(), place)));
            if (named.isPresent() || tokens.get(at).kind() == Token.Kind.NUMBER || tokens.get(at).ends()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private Optional<Days.Named> day(Lexicon.Match word, List<Token> tokens, LocalDate sentOn,
            ToIntBiFunction<List<Token>, Integer> monthAt) {
        DayWord dayWord = (DayWord) word.phrase().topic();
        Optional<Integer> number = number(word, tokens);
        switch (dayWord) {
            case OF_MONTH -> {
                return number.flatMap(day -> CalendarDay.dayOfMonth(day, sentOn, word.first(), word.last()));
            }
            case BEGINNING_OF, MIDDLE_OF, END_OF -> {
                int beside = monthAt.applyAsInt(tokens, word.last() + 1);
                int month = number.filter(named -> named > 0).orElse(beside);
                return month < 1 || month > MONTHS ? Optional.empty() : Optional.of(Days.Named.of(dayWord.from(sentOn, month),
                        dayWord.from(sentOn, month), word.first(), word.last() + (beside == month ? 1 : 0)));
            }
            default -> {
                return number.map(count -> dayWord.from(sentOn, count))
                        .map(day -> Days.Named.of(day, day, word.first(), word.last()));
            }
        }
    }

    private boolean isWeekday(Days.Named day, List<Token> tokens) {
        return !weekdays.all(tokens.subList(day.first(), day.last() + 1)).isEmpty();
    }

    /** What stands for {@code #}, in digits or in words; 0 when the phrase has none, empty when it is too large to count. */
    private Optional<Integer> number(Lexicon.Match word, List<Token> tokens) {
        boolean counts = word.phrase().parts().stream().anyMatch(part -> part.ways().hasNumber());
        if (!counts) {
            return Optional.of(0);
        }
        StringBuilder spelt = new StringBuilder();
        for (int place : word.places()) {
            Token token = tokens.get(place);
            if (token.kind() == Token.Kind.NUMBER) {
                boolean digits = token.folded().length() <= 3 && token.folded().chars().allMatch(Character::isDigit);
                return digits ? Optional.of(Integer.valueOf(token.folded())) : CalendarDay.number(token);
            }
        }
        for (int place : word.places()) {
            Integer number = numbers.get(tokens.get(place).folded());
            if (number != null) {
                spelt.append(tokens.get(place).folded());
                return Optional.of(numbers.getOrDefault(next(spelt, word, tokens, place), number));
            }
        }
        return Optional.empty();
    }

    /** "十五" is one number of two words. */
    private static String next(StringBuilder spelt, Lexicon.Match word, List<Token> tokens, int place) {
        return word.places().contains(place + 1) ? spelt + tokens.get(place + 1).folded() : spelt.toString();
    }

    private static boolean free(Lexicon.Match match, List<Days.Named> named) {
        return named.stream().noneMatch(day -> day.first() <= match.last() && match.first() <= day.last());
    }

    /** "Friday, 5 May" is one day, named twice. */
    private static boolean besideADay(Lexicon.Match weekday, List<Days.Named> named) {
        return named.stream().anyMatch(day -> day.first() > weekday.last() && day.first() - weekday.last() <= 4);
    }

    /** "14 November (Saturday)". */
    private static boolean behindThatDay(Lexicon.Match weekday, List<Days.Named> named) {
        int day = Integer.parseInt(weekday.phrase().language());
        return named.stream().anyMatch(date -> date.last() < weekday.first() && weekday.first() - date.last() <= 2
                && date.coming().filter(coming -> coming.getDayOfWeek().getValue() == day).isPresent());
    }

    private static Days.Named weekday(Lexicon.Match weekday, List<Lexicon.Match> counted, LocalDate sentOn) {
        DayOfWeek day = DayOfWeek.of(Integer.parseInt(weekday.phrase().language()));
        LocalDate coming = sentOn.with(TemporalAdjusters.next(day));
        LocalDate past = sentOn.with(TemporalAdjusters.previous(day));
        LocalDate monday = sentOn.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (Lexicon.Match word : counted) {
            boolean beside = word.first() <= weekday.last() + 2 && word.last() >= weekday.first() - 2;
            if (beside && word.phrase().topic() == DayWord.NEXT_WEEK) {
                LocalDate next = monday.plusWeeks(1).plusDays(day.getValue() - 1L);
                return Days.Named.of(next, next, weekday.first(), weekday.last());
            }
            if (beside && word.phrase().topic() == DayWord.THIS_WEEK) {
                LocalDate next = monday.plusDays(day.getValue() - 1L);
                return Days.Named.of(next, next, weekday.first(), weekday.last());
            }
            if (beside && word.phrase().topic() == DayWord.LAST_WEEK) {
                LocalDate last = monday.minusWeeks(1).plusDays(day.getValue() - 1L);
                return Days.Named.of(last, last, weekday.first(), weekday.last());
            }
            if (beside && word.phrase().topic() == DayWord.NEXT && coming.isBefore(monday.plusWeeks(1))) {
                return new Days.Named(Optional.empty(), Optional.of(past), weekday.first(), weekday.last());
            }
        }
        return Days.Named.of(coming, past, weekday.first(), weekday.last());
    }
}
