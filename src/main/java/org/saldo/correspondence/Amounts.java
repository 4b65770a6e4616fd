package org.saldo.correspondence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds amounts: numbers beside a currency, and numbers with decimals or groups of thousands. */
final class Amounts {

    /** An amount and the tokens that it is made of. */
    record Named(StatedAmount amount, int first, int last) {
    }

    private static final int GROUPS_MAX = 9;
    private static final Map<String, Integer> MULTIPLES = Map.of("k", 3, "mil", 3, "tsd", 3, "万", 4, "萬", 4, "千", 3, "亿", 8);

    private final Map<String, Set<Currency>> currencies = new HashMap<>();

    Amounts(ReplyWords words) {
        words.currencies().forEach((code, spellings) -> spellings.forEach(spelling ->
                currencies.computeIfAbsent(folded(spelling), key -> new LinkedHashSet<>()).add(Currency.getInstance(code))));
    }

    private static String folded(String spelling) {
        StringBuilder folded = new StringBuilder();
        Tokens.of(spelling).forEach(token -> folded.append(token.folded()));
        return folded.toString();
    }

    List<Named> in(String text, List<Token> tokens, Asked asked) {
        List<Named> named = new ArrayList<>();
        int taken = -1;
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).kind() == Token.Kind.NUMBER) {
                Optional<Named> amount = at(text, tokens, at, taken, asked);
                if (amount.isPresent()) {
                    named.add(amount.get());
                    taken = amount.get().last();
                    at = taken;
                }
            }
        }
        return named;
    }

    private Optional<Named> at(String text, List<Token> tokens, int at, int taken, Asked asked) {
        String written = tokens.get(at).folded();
        int digits = firstDigit(written);
        int letters = lettersAfter(written, digits);
        String before = written.substring(0, digits);
        String after = written.substring(letters);
        String number = written.substring(digits, letters);
        int last = at;
        boolean apart = after.isEmpty() && at + 1 < tokens.size() && MULTIPLES.containsKey(tokens.get(at + 1).folded());
        int power = MULTIPLES.getOrDefault(apart ? tokens.get(++last).folded() : after, 0);
        while (number.length() <= GROUPS_MAX && isGroup(text, tokens, last, number)) {
            number += tokens.get(++last).folded();
        }
        Optional<BigDecimal> value = Figure.of(number);
        String glued = power == 0 || apart ? before + after : before;
        if (value.isEmpty() || !glued.isEmpty() && !currencies.containsKey(glued)) {
            return Optional.empty();
        }
        int first = glued.isEmpty() ? signBefore(tokens, at, taken) : at;
        last = first == at && glued.isEmpty() && isCurrency(tokens, last + 1) ? last + 1 : last;
        String sign = first < at ? joined(tokens, first, at) : glued.isEmpty() && isCurrency(tokens, last)
                ? tokens.get(last).folded() : glued;
        boolean grouped = number.chars().anyMatch(each -> ".,'".indexOf(each) >= 0);
        if (sign.isEmpty() && !grouped && power == 0) {
            return Optional.empty();
        }
        StatedAmount amount = new StatedAmount(text.substring(tokens.get(first).start(), tokens.get(last).end()),
                plain(value.get().movePointRight(power)), currency(sign, asked));
        return Optional.of(new Named(amount, first, last));
    }

    /** Where the currency before a number begins, of which "R$" is two tokens; the number's own place when there is none. */
    private int signBefore(List<Token> tokens, int at, int taken) {
        if (at - 1 <= taken || !isCurrency(tokens, at - 1)) {
            return at;
        }
        boolean two = at - 2 > taken && tokens.get(at - 2).end() == tokens.get(at - 1).start()
                && currencies.containsKey(joined(tokens, at - 2, at));
        return two ? at - 2 : at - 1;
    }

    private static String joined(List<Token> tokens, int from, int to) {
        StringBuilder joined = new StringBuilder();
        tokens.subList(from, to).forEach(token -> joined.append(token.folded()));
        return joined.toString();
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** "12 500,00": a blank between thousands. */
    private static boolean isGroup(String text, List<Token> tokens, int last, String number) {
        if (last + 1 >= tokens.size() || tokens.get(last + 1).kind() != Token.Kind.NUMBER || number.length() > 3
                && number.indexOf(' ') < 0 && Figure.of(number).isEmpty()) {
            return false;
        }
        Token next = tokens.get(last + 1);
        boolean apart = next.start() == tokens.get(last).end() + 1 && text.charAt(next.start() - 1) != '\n';
        boolean three = next.folded().length() >= 3 && next.folded().chars().limit(3).allMatch(Character::isDigit)
                && (next.folded().length() == 3 || next.folded().charAt(3) == ',' || next.folded().charAt(3) == '.');
        return apart && three && number.chars().allMatch(Character::isDigit) && (number.length() <= 3
                || number.length() % 3 == 0);
    }

    private boolean isCurrency(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && currencies.containsKey(tokens.get(at).folded());
    }

    private Optional<Currency> currency(String sign, Asked asked) {
        Set<Currency> possible = currencies.getOrDefault(sign, Set.of());
        Optional<Currency> expected = asked.balance().map(balance -> balance.currency()).filter(possible::contains);
        return expected.isPresent() ? expected : possible.stream().findFirst();
    }

    private static int firstDigit(String written) {
        int at = 0;
        while (at < written.length() && !Character.isDigit(written.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int lettersAfter(String written, int from) {
        int at = written.length();
        while (at > from && Character.isLetter(written.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
