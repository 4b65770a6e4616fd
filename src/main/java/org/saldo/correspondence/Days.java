package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds days: written out, as numbers, as weekdays, and as words such as "end of next month". */
final class Days {

    /**
     * A day that the text names.
     *
     * @param coming the day if it lies ahead, empty when the words have two meanings
     * @param past the day if it lies behind
     */
    record Named(Optional<LocalDate> coming, Optional<LocalDate> past, int first, int last) {

        static Named of(LocalDate coming, LocalDate past, int first, int last) {
            return new Named(Optional.of(coming), Optional.of(past), first, last);
        }
    }

    private static final int YEAR_MAX = 2200;

    private static final int FILLER_MAX = 3;

    private final Map<String, Integer> months = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final CountedDays counted;
    private final ReplyWords replyWords;

    Days(ReplyWords words) {
        this.replyWords = words;
        this.counted = new CountedDays(words);
        words.languages().values().forEach(language -> {
            language.phrases(Topic.HARMLESS).stream().filter(word -> word.length() <= FILLER_MAX).forEach(fillers::add);
            for (int month = 1; month <= 12; month++) {
                for (String spelling : language.months().get(month - 1)) {
                    int number = month;
                    Phrase.of(Topic.HARMLESS, "", spelling, language.sets()).parts()
                            .forEach(part -> part.ways().closed().values().forEach(ways -> ways
                                    .forEach(way -> months.put(String.join("", way), number))));
                }
            }
        });
    }

    boolean knows(String word) {
        return months.containsKey(word) || counted.knows(word);
    }

    /** The days named, in the order of the text. @param language in which numbers are to be read */
    List<Named> in(List<Token> tokens, String text, LocalDate sentOn, String language) {
        List<Named> named = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Optional<Named> day = Optional.empty();
            if (tokens.get(at).kind() == Token.Kind.NUMBER) {
                int place = at;
                day = numeric(tokens, at, text, sentOn, language).or(() -> chinese(tokens, place, sentOn))
                        .or(() -> dayThenMonth(tokens, place, sentOn));
            } else if (tokens.get(at).kind() == Token.Kind.WORD) {
                day = monthThenDay(tokens, at, sentOn);
            }
            if (day.isPresent()) {
                named.add(day.get());
                at = day.get().last();
            }
        }
        counted.addTo(named, tokens, sentOn, this::monthAt);
        named.sort(Comparator.comparingInt(Named::first));
        return named;
    }

    /** The number of the month that is named at this place or behind a small word there; 0 when none is. */
    private int monthAt(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return 0;
        }
        int next = at + 1 < tokens.size() && isFiller(tokens.get(at)) ? at + 1 : at;
        return months.getOrDefault(tokens.get(at).folded(), months.getOrDefault(tokens.get(next).folded(), 0));
    }

    /** Months that are named without a day, by the place of the word. */
    Map<Integer, Integer> bareMonths(List<Token> tokens, List<Named> days) {
        Map<Integer, Integer> bare = new HashMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            boolean chinese = is(tokens, at + 1, "月") && tokens.get(at).kind() == Token.Kind.NUMBER;
            Integer month = chinese ? CalendarDay.number(tokens.get(at)).orElse(null)
                    : months.get(tokens.get(at).folded());
            int place = at;
            if (month != null && days.stream().noneMatch(day -> day.first() <= place && place <= day.last())) {
                bare.put(at, month);
            }
        }
        return bare;
    }

    private Optional<Named> numeric(List<Token> tokens, int at, String text, LocalDate sentOn, String language) {
        String[] parts = tokens.get(at).folded().split("[-/.]", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 4 || !part.chars().allMatch(Character::isDigit)) {
                return Optional.empty();
            }
        }
        boolean dots = tokens.get(at).folded().indexOf('.') >= 0;
        if (parts.length == 3 && parts[0].length() == 4) {
            return CalendarDay.exact(parts[0], parts[1], parts[2]).map(day -> Named.of(day, day, at, at));
        }
        boolean dotted = tokens.get(at).end() < text.length() && text.charAt(tokens.get(at).end()) == '.';
        boolean slash = tokens.get(at).folded().indexOf('/') >= 0;
        if (parts.length == 2 && (slash || dots && dotted) && parts[0].length() <= 2 && parts[1].length() <= 2
                || parts.length == 3 && parts[0].length() <= 2 && parts[2].length() != 3 && parts[2].length() >= 2) {
            return dayAndMonth(parts, at, sentOn, dots || dayFirst(language));
        }
        return Optional.empty();
    }

    private boolean dayFirst(String language) {
        ReplyWords.Language known = replyWords.languages().get(language);
        return known != null && known.dayFirst();
    }

    private Optional<Named> dayAndMonth(String[] parts, int at, LocalDate sentOn, boolean dayFirst) {
        String year = parts.length == 3 ? parts[2].length() == 2 ? "20" + parts[2] : parts[2] : "";
        Optional<Named> asDayMonth = dayMonth(parts[0], parts[1], year, at, sentOn);
        Optional<Named> asMonthDay = dayMonth(parts[1], parts[0], year, at, sentOn);
        if (dayFirst || asMonthDay.isEmpty() || asMonthDay.equals(asDayMonth)) {
            return asDayMonth;
        }
        return asDayMonth.isEmpty() ? asMonthDay : Optional.of(new Named(Optional.empty(), Optional.empty(), at, at));
    }

    private static Optional<Named> dayMonth(String day, String month, String year, int at, LocalDate sentOn) {
        return year.isEmpty() ? CalendarDay.withoutYear(Integer.parseInt(month), day, sentOn, at, at)
                : CalendarDay.exact(year, month, day).map(exact -> Named.of(exact, exact, at, at));
    }

    private Optional<Named> chinese(List<Token> tokens, int at, LocalDate sentOn) {
        if (is(tokens, at + 1, "年") && is(tokens, at + 3, "月") && isDayEnd(tokens, at + 5)) {
            return CalendarDay.exact(tokens.get(at).folded(), tokens.get(at + 2).folded(), tokens.get(at + 4).folded())
                    .map(day -> Named.of(day, day, at, at + 5));
        }
        if (is(tokens, at + 1, "月") && isDayEnd(tokens, at + 3)) {
            return CalendarDay.number(tokens.get(at)).flatMap(
                    month -> CalendarDay.withoutYear(month, tokens.get(at + 2).folded(), sentOn, at, at + 3));
        }
        if (isDayEnd(tokens, at + 1)) {
            return CalendarDay.number(tokens.get(at)).flatMap(day -> CalendarDay.dayOfMonth(day, sentOn, at, at + 1));
        }
        return Optional.empty();
    }

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).folded().equals(word);
    }

    private static boolean isDayEnd(List<Token> tokens, int at) {
        return is(tokens, at, "日") || is(tokens, at, "号") || is(tokens, at, "號");
    }

    /** "5 May 2026", "5. Mai", "5 de mayo de 2026", "1er mai". */
    private Optional<Named> dayThenMonth(List<Token> tokens, int at, LocalDate sentOn) {
        Optional<Integer> day = CalendarDay.number(tokens.get(at));
        int next = at + 1 < tokens.size() && isFiller(tokens.get(at + 1))
                && !months.containsKey(tokens.get(at + 1).folded()) ? at + 2 : at + 1;
        if (day.isEmpty() || next >= tokens.size() || !months.containsKey(tokens.get(next).folded())) {
            return Optional.empty();
        }
        return withYearAfter(tokens, months.get(tokens.get(next).folded()), day.get(), sentOn, at, next);
    }

    /** "May 5th, 2026". */
    private Optional<Named> monthThenDay(List<Token> tokens, int at, LocalDate sentOn) {
        Integer month = months.get(tokens.get(at).folded());
        if (month == null || at + 1 >= tokens.size() || tokens.get(at + 1).kind() != Token.Kind.NUMBER) {
            return Optional.empty();
        }
        return CalendarDay.number(tokens.get(at + 1)).flatMap(day -> withYearAfter(tokens, month, day, sentOn, at, at + 1));
    }

    private Optional<Named> withYearAfter(List<Token> tokens, int month, int day, LocalDate sentOn, int first,
            int last) {
        for (int at = last + 1; at < tokens.size() && at <= last + 2; at++) {
            String folded = tokens.get(at).folded();
            if (tokens.get(at).kind() == Token.Kind.NUMBER && folded.length() == 4
                    && folded.chars().allMatch(Character::isDigit) && Integer.parseInt(folded) < YEAR_MAX) {
                int end = at;
                return CalendarDay.exact(folded, String.valueOf(month), String.valueOf(day))
                        .map(exact -> Named.of(exact, exact, first, end));
            }
            if (!isFiller(tokens.get(at)) && tokens.get(at).kind() != Token.Kind.COMMA) {
                break;
            }
        }
        return CalendarDay.withoutYear(month, String.valueOf(day), sentOn, first, last);
    }

    /** The "de" of "5 de mayo", the "of" of "5th of May". */
    private boolean isFiller(Token token) {
        return token.kind() == Token.Kind.WORD && fillers.contains(token.folded());
    }
}
