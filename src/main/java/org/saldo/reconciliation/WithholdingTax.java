package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * Tax that the payer keeps back for his authority, by the law of his country.
 *
 * @param settle what becomes of what was kept back
 */
public record WithholdingTax(Remainder settle, List<Rate> rates) {

    /** What the percentage is taken of. */
    public enum Base { NET, GROSS }

    /**
     * One rate, for payments booked from one day to another, both included.
     *
     * @param country of the customer, ISO 3166-1 alpha-2
     * @param source  where the rate is written
     */
    public record Rate(String country, BigDecimal percent, Base base, LocalDate from, Optional<LocalDate> until,
                       String source) {

        public Rate {
            if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
                throw new IllegalArgumentException("a rate must be over 0 and under 100 percent, was " + percent);
            }
            if (source.isBlank()) {
                throw new IllegalArgumentException("a rate must name its source");
            }
            if (until.isPresent() && until.get().isBefore(from)) {
                throw new IllegalArgumentException("a rate must not end on " + until.get() + " before it begins");
            }
        }

        boolean holds(String customersCountry, LocalDate day) {
            return country.equals(customersCountry) && !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
        }

        /** What is kept back of an item of which nothing was paid before; zero when its net amount is not known. */
        Money of(Item item) {
            return baseOf(item).percent(percent, RoundingMode.HALF_UP);
        }

        Money baseOf(Item item) {
            return base == Base.GROSS ? item.amount() : item.netAmount();
        }

        Words told() {
            return Words.of(base == Base.NET ? EvidenceWord.LESS_TAX_OF_NET : EvidenceWord.LESS_TAX_OF_GROSS,
                    percent.toPlainString(), source);
        }
    }

    public WithholdingTax {
        rates = List.copyOf(rates);
    }

    /** Those of a customer's country on a day. */
    List<Rate> of(String country, LocalDate day) {
        return country.isEmpty() ? List.of() : rates.stream().filter(rate -> rate.holds(country, day)).toList();
    }
}
