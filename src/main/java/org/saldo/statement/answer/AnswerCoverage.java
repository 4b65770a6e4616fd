package org.saldo.statement.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * How far a month's statements of a company in one currency were answered: each in its latest version, by the answer that
 * holds. Amounts are closing balances without signs, so that a balance in a customer's favour does not hide another one.
 *
 * @param unanswered those that nobody has answered, NO_REPLY among them
 * @param medianDays days from the statement to the answer, of those that were answered; empty when none was
 */
public record AnswerCoverage(Currency currency, Part all, Map<Outcome, Part> answered, Part unanswered,
                             Optional<BigDecimal> medianDays) {

    /** How many statements, and what they close with. */
    public record Part(int count, Money amount) {

        private Part plus(Money closing) {
            return new Part(count + 1, amount.plus(closing.abs()));
        }
    }

    /** A statement in its latest version, with the answer that holds and after how many days it came. */
    public record Answered(Money closing, Optional<Outcome> outcome, Optional<Long> days) {
    }

    public AnswerCoverage {
        answered = answered.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(answered));
    }

    public static AnswerCoverage of(Currency currency, List<Answered> statements) {
        Part none = new Part(0, Money.zero(currency));
        Part all = none;
        Part unanswered = none;
        Map<Outcome, Part> answered = new EnumMap<>(Outcome.class);
        for (Answered each : statements) {
            all = all.plus(each.closing());
            Optional<Outcome> said = each.outcome().filter(Outcome::isAnswer);
            if (said.isPresent()) {
                answered.put(said.get(), answered.getOrDefault(said.get(), none).plus(each.closing()));
            } else {
                unanswered = unanswered.plus(each.closing());
            }
        }
        return new AnswerCoverage(currency, all, answered, unanswered, median(statements));
    }

    private static Optional<BigDecimal> median(List<Answered> statements) {
        List<Long> days = statements.stream().filter(each -> each.outcome().filter(Outcome::isAnswer).isPresent())
                .flatMap(each -> each.days().stream()).sorted().toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        long sum = days.get((days.size() - 1) / 2) + days.get(days.size() / 2);
        return Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY));
    }

    /** None, where nobody gave this outcome. */
    public Part part(Outcome outcome) {
        return answered.getOrDefault(outcome, new Part(0, Money.zero(currency)));
    }

    /** The share of statements with this outcome, from 0 to 1 with four digits; 0 where there are no statements. */
    public BigDecimal shareByCount(Outcome outcome) {
        return share(BigDecimal.valueOf(part(outcome).count()), BigDecimal.valueOf(all.count()));
    }

    /** The share of the amounts with this outcome, from 0 to 1 with four digits. */
    public BigDecimal shareByAmount(Outcome outcome) {
        return share(part(outcome).amount().toDecimal(), all.amount().toDecimal());
    }

    /** In one line: {@code EUR: 2 statements; confirmed 1 of EUR 319.00; ...; median days to the answer: 1.0}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(currency.getCurrencyCode()).append(": ").append(all.count())
                .append(" statements of ").append(all.amount());
        for (Outcome outcome : Outcome.values()) {
            if (outcome.isAnswer()) {
                line.append("; ").append(outcome.word().replace('-', ' ')).append(' ').append(part(outcome).count())
                        .append(" of ").append(part(outcome).amount());
            }
        }
        line.append("; not answered ").append(unanswered.count()).append(" of ").append(unanswered.amount());
        medianDays.ifPresent(days -> line.append("; median days to the answer: ").append(days));
        return line.toString();
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, 4, RoundingMode.HALF_UP);
    }
}
